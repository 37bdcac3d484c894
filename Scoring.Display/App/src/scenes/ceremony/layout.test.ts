import { expect, it } from 'vitest';
import { fitsSpoken, metalOf, syllables, tierFrame } from './layout';

it('sets few names large in one row and many small in four columns, inside the stage', () => {
  expect([1, 2, 3].map((n) => [tierFrame(n, 'hall').columns, tierFrame(n, 'hall').size])).toEqual([[1, 124], [2, 124], [3, 124]]);
  expect([4, 6, 7, 12].map((n) => [tierFrame(n, 'hall').columns, tierFrame(n, 'hall').size])).toEqual([[3, 88], [3, 88], [4, 60], [4, 60]]);
  for (let n = 1; n <= 12; n++) {
    const [hall, portrait] = [tierFrame(n, 'hall'), tierFrame(n, 'portrait')];
    expect(hall.top + hall.rows * hall.cell).toBeLessThanOrEqual(964);
    expect(portrait.top + portrait.rows * portrait.cell).toBeLessThanOrEqual(1600);
  }
});

it('sets a name that is too wide for its syllables without them', () => {
  const named = (name: string, pinyin?: string) => ({ name, pinyin });
  expect(fitsSpoken(named('张志远', 'zhāng zhì yuǎn'), 536, 124)).toBe(true);
  expect(fitsSpoken(named('艾力·买买提江', 'ài lì mǎi mǎi tí jiāng'), 536, 124)).toBe(false);
  expect(fitsSpoken(named('Li Wei'), 536, 124)).toBe(false);
});

it('puts each syllable over its character and none over the dot', () => {
  expect(syllables({ name: '艾力·买买提', pinyin: 'ài lì mǎi mǎi tí' }).map((p) => p.character + p.syllable)).toEqual(['艾ài', '力lì', '·', '买mǎi', '买mǎi', '提tí']);
});

it('shows no pinyin rather than a wrong one', () => {
  expect(syllables({ name: '张志远', pinyin: 'zhāng zhì' }).every((p) => p.syllable === '')).toBe(true);
  expect(syllables({ name: '张志远' }).every((p) => p.syllable === '')).toBe(true);
});

it('gives each award its one metal', () => expect([0, 1, 2, 3].map(metalOf)).toEqual(['gold', 'silver', 'bronze', 'bronze']));
