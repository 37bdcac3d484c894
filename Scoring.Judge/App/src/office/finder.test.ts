import { describe, expect, it } from 'vitest';
import { findSomebody, sortByStation } from './finder';

const hall = Array.from({ length: 300 }, (_, n) => ({ code: `A${String(n + 1).padStart(3, '0')}`, station: `${300 - n} 号工位` }));
const codes = (typed: string) => findSomebody(hall, typed).map((s) => s.code);

describe('somebody among 300', () => {
  it.each([['A017', ['A017']], ['a017', ['A017']], ['Ａ０１７', ['A017']], ['A 017', ['A017']], ['290号', ['A011']], ['290 号工位', ['A011']]])(
    '%s is found', (typed, found) => expect(codes(typed)).toEqual(found));
  it('a part finds all that have it', () => expect(codes('A29')).toHaveLength(10));
  it('a station that is whole comes before parts of others', () => expect(codes('7')).toEqual(['A294']));
  it('nothing typed is everybody, nonsense nobody', () => {
    expect(codes(' ')).toHaveLength(300);
    expect(codes('Z9')).toEqual([]);
  });
  it('stations stand as numbers, without one last', () =>
    expect(sortByStation([{ code: 'B' }, { code: 'C', station: '10 号' }, { code: 'A', station: '9 号' }]).map((s) => s.code)).toEqual(['A', 'C', 'B']));
});
