import { describe, expect, it } from 'vitest';
import { bands, changed, climbed, listed, lowest, movers, origins, rankedCount, type Origin } from './order';
import { board, row } from './testBoards';

describe('which rows are listed', () => {
  it('shows the ranked, then those without a total, and keeps the incomplete back', () => {
    const b = board([row('A', 1, 90), row('B', undefined, undefined, { status: 'absent' }), row('C', undefined, undefined), row('D', 2, 80)]);
    expect(listed(b).map((r) => r.key)).toEqual(['A', 'D', 'B']);
    expect(rankedCount(b)).toBe(2);
  });

  it('shows guests after the ranked, once they have a total', () => {
    const b = board([row('A', 1, 90), row('G', undefined, 95, { guest: true }), row('H', undefined, undefined, { guest: true }), row('B', undefined, undefined, { status: 'absent' })]);
    expect(listed(b).map((r) => r.key)).toEqual(['A', 'G', 'B']);
    expect(rankedCount(b)).toBe(1);
    expect(lowest(listed(b))).toBe(90);
    expect(lowest([])).toBeUndefined();
  });
});

describe('moves', () => {
  const before = board([row('A', 1, 90), row('B', 2, 85), row('C', 3, 80)]);

  it('says who climbed and who made way', () => {
    const after = board([row('C', 1, 95), row('A', 2, 90), row('B', 3, 85)]);
    const from = origins(before, after, new Map());
    expect(after.rows.map((r) => climbed(from.get(r.key)!, r))).toEqual([2, -1, -1]);
    expect(changed(before, after).map((r) => r.key)).toEqual(['C']);
  });

  it('says nothing of rows that stayed', () => {
    const after = board([row('A', 1, 92), row('B', 2, 85), row('C', 3, 80)]);
    expect(origins(before, after, new Map()).size).toBe(0);
    expect(changed(before, after).map((r) => r.key)).toEqual(['A']);
  });

  it('marks a newcomer as one, not as a climber', () => {
    const after = board([row('D', 1, 99), row('A', 2, 90), row('B', 3, 85), row('C', 4, 80)]);
    expect(climbed(origins(before, after, new Map()).get('D')!, after.rows[0]!)).toBeNull();
  });

  it('adds up two moves while the first is on show, and forgets a row that is back', () => {
    const once = board([row('C', 1, 95), row('A', 2, 90), row('B', 3, 85)]);
    const first = origins(before, once, new Map());
    const twice = board([row('B', 1, 96), row('C', 2, 95), row('A', 3, 90)]);
    const second = origins(once, twice, first);
    expect(climbed(second.get('A')!, twice.rows[2]!)).toBe(-2);
    expect(climbed(second.get('B')!, twice.rows[0]!)).toBe(1);
    const back = origins(once, before, first);
    expect([...back.keys()]).toEqual([]);
  });

  it('counts ranks, so that equals do not seem to move', () => {
    const equal = board([row('A', 1, 90), row('B', 2, 85), row('C', 2, 85)]);
    const swapped = board([row('A', 1, 90), row('C', 2, 85), row('B', 2, 85)]);
    expect(origins(equal, swapped, new Map()).size).toBe(0);
  });
});

describe('bands', () => {
  it('gives at most three, the highest climbers first', () => {
    const rows = [row('A', 1, 99), row('B', 2, 98), row('C', 3, 97), row('D', 4, 96)];
    const from = new Map<string, Origin>([['A', { rank: 2, place: 1 }], ['B', { rank: undefined, place: -1 }], ['C', { rank: 9, place: 8 }], ['D', { rank: 6, place: 5 }]]);
    expect(bands(rows, from)).toEqual(['C', 'D', 'A']);
  });
});

describe('who passes whom', () => {
  const rows = (keys: string) => [...keys].map((k, i) => row(k, i + 1, 99 - i));
  it('is the one that climbs, not those it passes', () => {
    expect([...movers(rows('ABCDE'), rows('EABCD'))]).toEqual(['E']);
    expect([...movers(rows('ABCDE'), rows('BCDEA'))]).toEqual(['A']);
    expect([...movers(rows('ABCDE'), rows('ABCDE'))]).toEqual([]);
    expect([...movers(rows('ABC'), rows('AXBC'))]).toEqual([]);
  });
  it('leaves the others in the order they had', () => {
    const [before, after] = [rows('ABCDEFGH'), rows('GACBHDEF')];
    const rest = (list: typeof before) => list.map((r) => r.key).filter((k) => !movers(before, after).has(k));
    expect(rest(after)).toEqual(rest(before));
  });
});
