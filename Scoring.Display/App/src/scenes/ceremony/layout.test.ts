import { expect, it } from 'vitest';
import { metalOf, nameGrid, syllables } from './layout';

const of = (n: number, name = '张志远') => Array.from({ length: n }, () => ({ name, organization: '某单位' }));

it('sets few names large in one row and many small in four columns', () => {
  expect([1, 2, 3].map((n) => [nameGrid(of(n)).columns, nameGrid(of(n)).size])).toEqual([[1, 124], [2, 124], [3, 124]]);
  expect([4, 6].map((n) => [nameGrid(of(n)).columns, nameGrid(of(n)).size])).toEqual([[3, 88], [3, 88]]);
  expect([7, 12].map((n) => [nameGrid(of(n)).columns, nameGrid(of(n)).size])).toEqual([[4, 60], [4, 60]]);
  expect(nameGrid(of(12, '阿卜杜热合曼·买买提')).size).toBeLessThan(60);
  expect(nameGrid(of(3), true).columns).toBe(1);
});

it('puts each syllable over its character and none over the dot', () => {
  expect(syllables({ name: '艾力·买买提', organization: '', pinyin: 'ài lì mǎi mǎi tí' }).map((p) => p.character + p.syllable)).toEqual(['艾ài', '力lì', '·', '买mǎi', '买mǎi', '提tí']);
});

it('shows no pinyin rather than a wrong one', () => {
  expect(syllables({ name: '张志远', organization: '', pinyin: 'zhāng zhì' }).every((p) => p.syllable === '')).toBe(true);
  expect(syllables({ name: '张志远', organization: '' }).every((p) => p.syllable === '')).toBe(true);
});

it('gives each award its one metal', () => expect([0, 1, 2, 3].map(metalOf)).toEqual(['gold', 'silver', 'bronze', 'bronze']));
