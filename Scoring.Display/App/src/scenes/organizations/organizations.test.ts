import { expect, test } from 'vitest';
import { board, row } from '../../ranking/testBoards';
import { honoursOf } from './organizations';

const named = { final: true, view: 'named' as const, phase: 'final' as const, tiers: ['一等奖', '二等奖'] };

test('one first prize stands before two second prizes, and only published trades count', () => {
  const a = board([row('1', 1, 90, { organization: '甲', tier: 0 }), row('2', 2, 80, { organization: '乙', tier: 1 }), row('3', 3, 70, { organization: '乙', tier: 1 })], named);
  const hidden = board([row('9', 1, 99, { organization: '丙', tier: 0 })], { trade: 'x', tiers: ['一等奖'] });
  const found = honoursOf([a, hidden]);
  expect(found.rows.map((r) => [r.name, r.tiers, r.awards])).toEqual([['甲', [1, 0], 1], ['乙', [0, 2], 2]]);
  expect(found.trades).toBe(1);
});
