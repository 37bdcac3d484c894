import { describe, expect, it } from 'vitest';
import { together } from './spread';

const dots = (...totals: number[]) => totals.map((total, n) => ({ number: n + 1, total, odd: false }));

describe('dots on the strip', () => {
  it('that are equal become one mark with every number', () => {
    expect(together(dots(22, 22, 22), 1)).toEqual([{ numbers: [1, 2, 3], total: 22, odd: false }]);
    expect(together(dots(22, 20, 22), 1).map((m) => m.numbers)).toEqual([[2], [1, 3]]);
  });

  it('that would cover each other stand together, and apart as soon as there is room', () => {
    expect(together(dots(20, 20.6, 21.2, 30), 1)).toEqual([
      { numbers: [1, 2, 3], total: 20.6, odd: false }, { numbers: [4], total: 30, odd: false },
    ]);
    expect(together(dots(20, 21), 1)).toHaveLength(2);
  });

  it('stay marked as odd', () =>
    expect(together([{ number: 1, total: 5, odd: false }, { number: 2, total: 5, odd: true }], 1)[0]!.odd).toBe(true));
});
