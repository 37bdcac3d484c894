import { describe, expect, it } from 'vitest';
import { legalValues } from '../src/marking/bands';
import type { Typed } from '../src/marking/typed';
import { fromWire, toWire } from '../src/marking/typed';
import { verdict } from '../src/marking/verdict';
import { entryWords, secondLine } from '../src/marking/words';
import type { Aspect } from '../src/wire';

const base = { id: 'A1', text: '…', fullMark: 6 };
const points: Aspect = { ...base, kind: 'points', step: 0.5 };
const binary: Aspect = { ...base, kind: 'binary' };
const faults: Aspect = { ...base, kind: 'faults', deduction: 1, unit: '处' };
const count: Aspect = { ...base, kind: 'count', pointsEach: 0.4, unit: '个' };
const tolerance: Aspect = { ...base, kind: 'tolerance', nominal: 8, unit: 'A', decimals: 1, bands: [{ within: 0.2, mark: 6 }, { within: 0.5, mark: 4 }, { within: 1, mark: 2 }] };
const time: Aspect = { ...base, kind: 'timeBand', bands: [{ upToSeconds: 180, mark: 6 }, { upToSeconds: 240, mark: 3 }] };
const judgement: Aspect = { ...base, fullMark: 3.5, kind: 'judgement', benchmarks: ['', '', '', ''] };
const answers: Aspect = { ...base, kind: 'answerKey', fields: [{ name: '品种', points: 3 }, { name: '产地', points: 3 }] };
const line: Aspect = { ...base, kind: 'metric', unit: 'kWh/t', line: [{ value: 20, mark: 6 }, { value: 40, mark: 0 }] };
const steps: Aspect = { ...base, kind: 'metric', unit: '单', steps: { better: 'higher', edges: [{ value: 30, mark: 6 }, { value: 20, mark: 2.5 }] } };

const mark = (aspect: Aspect, typed: Typed) => {
  const v = verdict(aspect, typed);
  return v.state === 'ok' ? v.mark?.toFixed(2) ?? 'server' : v.state;
};

describe('verdict', () => {
  it('knows blank from zero, for every kind', () => {
    for (const aspect of [points, binary, faults, count, tolerance, time, judgement, line]) expect(verdict(aspect, undefined).state).toBe('blank');
    expect(mark(points, '0')).toBe('0.00');
    expect(mark(faults, '0')).toBe('6.00');
    expect(mark(binary, '0')).toBe('0.00');
  });

  it.each([['4.5', '4.50'], ['6', '6.00'], ['6.5', 'bad'], ['-1', 'bad'], ['4.3', 'bad'], ['4.', '4.00'], ['x', 'bad']])('points: %s is %s', (typed, is) => {
    expect(mark(points, typed)).toBe(is);
  });

  it('allows the full mark off its step', () => {
    expect(mark({ ...points, fullMark: 5.3 } as Aspect, '5.3')).toBe('5.30');
  });

  it('says what is wrong, what to type, and that the text is kept', () => {
    expect(verdict(points, '6.5')).toMatchObject({ state: 'bad', brief: '超出满分', message: '6.5 超出满分 6，请输入 0 至 6。原输入已保留，暂不计分。' });
    expect(verdict(points, '4.3')).toMatchObject({ message: '4.3 不合步长 0.5，相邻的是 4 和 4.5。原输入已保留，暂不计分。' });
    expect(verdict(points, '5.8')).toMatchObject({ message: '5.8 不合步长 0.5，相邻的是 5.5 和 6。原输入已保留，暂不计分。' });
  });

  it.each([['2', '4.00'], ['6', '0.00'], ['9', '0.00'], ['-1', 'bad'], ['1.5', 'bad']])('faults: %s is %s', (typed, is) => expect(mark(faults, typed)).toBe(is));
  it.each([['3', '1.20'], ['15', '6.00'], ['40', '6.00']])('count: %s is %s', (typed, is) => expect(mark(count, typed)).toBe(is));
  it.each([['8.2', '6.00'], ['8.3', '4.00'], ['7.5', '4.00'], ['9', '2.00'], ['9.1', '0.00'], ['8.25', 'bad']])('tolerance: %s is %s', (typed, is) => expect(mark(tolerance, typed)).toBe(is));
  it.each([['3:00', '6.00'], ['300', '6.00'], ['3:01', '3.00'], ['4:01', '0.00'], ['3:75', 'bad'], ['375', 'bad'], ['abc', 'bad']])('time: %s is %s', (typed, is) => expect(mark(time, typed)).toBe(is));
  it.each([['3', '3.50'], ['2', '2.33'], ['1', '1.17'], ['0', '0.00'], ['4', 'bad'], ['1.5', 'bad']])('judgement of 3.5: %s is %s', (typed, is) => expect(mark(judgement, typed)).toBe(is));
  it.each([['20', '6.00'], ['33', '2.10'], ['15', '6.00'], ['50', '0.00'], ['20.01', '6.00'], ['20.05', '5.99']])('metric by a line: %s is %s', (typed, is) => expect(mark(line, typed)).toBe(is));
  it.each([['30', '6.00'], ['29', '2.50'], ['19', '0.00']])('metric by steps: %s is %s', (typed, is) => expect(mark(steps, typed)).toBe(is));

  it('leaves answers to the server and asks for every field', () => {
    expect(mark(answers, ['铁观音', ''])).toBe('server');
    expect(verdict(answers, ['铁观音', null])).toMatchObject({ state: 'blank', because: '还差产地；没有作答的请点“未答”' });
    expect(verdict(answers, [null, null]).state).toBe('blank');
  });

  it('names the band in words', () => {
    expect(secondLine(tolerance, verdict(tolerance, '8.3'))).toBe('标称 8.0 A，偏差 0.3 A，落入第 2 档');
    expect(secondLine(tolerance, { state: 'blank' })).toBe('标称 8.0 A，按偏差分 4 档');
    expect(entryWords(faults, '0')).toBe('0 处');
  });
});

describe('entries on the wire', () => {
  it('come back as they were typed', () => {
    expect(toWire(time, '3:25')).toBe('205');
    expect(fromWire(time, 205)).toBe('3:25');
    expect(toWire(points, '4.')).toBe('4');
    expect(fromWire(points, 4.5)).toBe('4.5');
    expect(toWire(answers, ['a', ''])).toEqual(['a', '']);
  });
});

describe('legal values', () => {
  it('end in the full mark', () => expect(legalValues({ ...points, fullMark: 2.2 } as Aspect)).toEqual(['0', '0.5', '1', '1.5', '2', '2.2']));
  it('are left out where there would be too many', () => expect(legalValues({ ...points, fullMark: 30 } as Aspect)).toEqual([]));
  it('of faults end where nothing is left', () => expect(legalValues({ ...faults, fullMark: 3 } as Aspect)).toEqual(['0', '1', '2', '3']));
});
