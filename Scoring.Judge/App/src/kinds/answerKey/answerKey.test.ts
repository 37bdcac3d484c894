import { expect, it } from 'vitest';
import { verdict } from '../kinds';

const fields = ['品种', '产地'].map((name) => ({ name, points: 3, accepted: [] }));
const aspect = { kind: 'answerKey' as const, id: 'A1', text: '…', fullMark: 6, fields };

it('leaves answers to the server and asks for every field', () => {
  expect(verdict(aspect, ['铁观音', ''])).toEqual({ state: 'ok', mark: null });
  expect(verdict(aspect, ['铁观音', null])).toMatchObject({ state: 'blank', because: '还差产地；没有作答的请点“未答”' });
  expect(verdict(aspect, [null, null])).toEqual({ state: 'blank' });
});
