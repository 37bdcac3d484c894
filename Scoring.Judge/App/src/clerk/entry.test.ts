import { describe, expect, it } from 'vitest';
import { agreement, findRow, markProblem } from './entry';
import type { MarkRow } from '@scoring/web/wire';

const row = (number: string, more: Partial<MarkRow> = {}): MarkRow =>
  ({ entrant: number, number, name: '', organization: '', status: 'normal', basedOn: 0, otherIn: false, maySettle: false, ...more });

describe('an exam number', () => {
  const rows = [row('YDBDG001'), row('YDBDG011'), row('YDBDG111')];
  it('is found whole, or by an end that is one only', () => {
    expect(findRow(rows, 'ydbdg001').map((r) => r.number)).toEqual(['YDBDG001']);
    expect(findRow(rows, '００1').map((r) => r.number)).toEqual(['YDBDG001']);
    expect(findRow(rows, '011')).toHaveLength(1);
    expect(findRow(rows, '11')).toHaveLength(2);
    expect(findRow(rows, '999')).toEqual([]);
    expect(findRow(rows, ' ')).toEqual([]);
  });
});

describe('a mark', () => {
  it('is a figure of the module', () => {
    expect(markProblem('87.5', 100)).toBeNull();
    expect(markProblem('１００', 100)).toBeNull();
    expect(markProblem('100.5', 100)).toContain('0 至 100');
    expect(markProblem('-1', 100)).toContain('0 至 100');
    expect(markProblem('8..5', 100)).toContain('数字');
    expect(markProblem('87.555', 100)).toContain('两位小数');
    expect(markProblem('87,5', 100)).toBeNull();
    expect(markProblem('0', 100)).toBeNull();
    expect(markProblem('0.5', 100)).toBeNull();
  });

  it.each(['0052', '00', '０52', '05.5', 'ZH0052', '1052'])('%s is taken for an exam number', (typed) => {
    expect(markProblem(typed, 100, [row('ZH0052'), row('1052')])).toContain('像是准考证号');
  });
});

describe('double entry', () => {
  it('says what the two have come to', () => {
    expect(agreement(row('1'), true)).toBe('blank');
    expect(agreement(row('1', { otherIn: true }), true)).toBe('otherIn');
    expect(agreement(row('1', { own: 87.5 }), true)).toBe('waits');
    expect(agreement(row('1', { own: 87.5, other: 87.50, otherIn: true }), true)).toBe('same');
    expect(agreement(row('1', { own: 87.5, other: 78.5, otherIn: true }), true)).toBe('differs');
    expect(agreement(row('1', { own: 87.5, other: 78.5, settled: 87.5 }), true)).toBe('settled');
    expect(agreement(row('1', { maySettle: true, both: [1, 2] }), true)).toBe('differs');
    expect(agreement(row('1', { other: 80 }), false)).toBe('single');
  });
});
