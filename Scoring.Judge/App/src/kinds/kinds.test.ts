import { expect, it } from 'vitest';
import type { Aspect } from '@scoring/web/wire';
import { entryWords, fromWire, shortWords, toWire, verdict } from './kinds';

const base = { id: 'A1', text: '…', fullMark: 6 };
const aspects: Aspect[] = [
  { ...base, kind: 'points', step: 0.5 }, { ...base, kind: 'binary' }, { ...base, kind: 'faults', deduction: 1, unit: '处' },
  { ...base, kind: 'count', pointsEach: 0.4, unit: '个' },
  { ...base, kind: 'tolerance', nominal: 8, unit: 'A', decimals: 1, bands: [{ within: 0.2, mark: 6 }] },
  { ...base, kind: 'timeBand', hundredths: false, bands: [{ upToSeconds: 180, mark: 6 }] }, { ...base, kind: 'judgement', benchmarks: ['', '', '', ''] },
  { ...base, kind: 'answerKey', fields: [{ name: '品种', points: 6, accepted: [] }] },
  { ...base, kind: 'metric', unit: '单', line: [{ value: 0, mark: 0 }, { value: 6, mark: 6 }] },
  { ...base, kind: 'bonus', step: 1 }, { ...base, fullMark: 0, kind: 'factor', choices: [{ factor: 1 }, { factor: 1.1, text: '初级' }] },
  { ...base, kind: 'field', unit: '秒', by: 'ratio', better: 'lower', field: 'trade', decimals: 2 },
];
const of = (kind: Aspect['kind']) => aspects.find((a) => a.kind === kind)!;
const markOf = (kind: Aspect['kind'], typed: string) => {
  const found = verdict(of(kind), typed);
  return found.state === 'ok' && found.mark?.toFixed(2);
};

it('knows blank from zero, for every kind', () => {
  for (const aspect of aspects) {
    for (const typed of [undefined, '', ' ']) expect(verdict(aspect, typed), aspect.kind).toEqual({ state: 'blank' });
  }
  expect([markOf('points', '0'), markOf('faults', '0'), markOf('binary', '0')]).toEqual(['0.00', '6.00', '0.00']);
});

it('says entries in words, and nothing where the mark says it', () => {
  const typed: [Aspect['kind'], string | string[]][] = [
    ['points', '4.5'], ['binary', '1'], ['binary', '0'], ['faults', '0'], ['count', '3'], ['tolerance', '8.3'], ['timeBand', '325'],
    ['judgement', '2'], ['metric', '5'], ['answerKey', ['龙井']], ['answerKey', ['']],
  ];
  const words = ['', '是', '否', '0 处', '3 个', '实测 8.3 A', '用时 3:25', '2', '结果 5 单', '龙井', '未答'];
  expect(typed.map(([kind, t]) => entryWords(of(kind), t))).toEqual(words);
  expect([shortWords(of('points'), '4.5'), shortWords(of('faults'), undefined)]).toEqual(['4.5', '未评']);
});

it('outlives a kind that was changed under a sheet', () => {
  expect(verdict(of('points'), ['龙井']).state).toBe('bad');
  expect(verdict(of('answerKey'), '4.5').state).toBe('blank');
  expect(toWire(of('answerKey'), fromWire(of('answerKey'), ['a', '']))).toEqual(['a', '']);
  expect(fromWire(of('points'), ['a'])).toEqual(['a']);
});
