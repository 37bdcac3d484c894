import { expect, it } from 'vitest';
import { pagesOfFinal } from '../final/groups';
import { gridFor } from '../scenes/progress/grid';
import { stateOf, sumOf } from '../stage/tradeState';
import { next } from '../stage/playlist';
import { frames, frameBeside, tableFor } from './columns';
import { board, row } from './testBoards';
import { pageOf, scale } from './pages';

it('cuts rows into pages and never points past the end', () => {
  expect(pageOf(18, 12, 0)).toEqual({ page: 0, pages: 2, from: 0, to: 12 });
  expect(pageOf(18, 12, 1)).toEqual({ page: 1, pages: 2, from: 12, to: 18 });
  expect(pageOf(5, 12, 3)).toEqual({ page: 0, pages: 1, from: 0, to: 5 });
  expect(pageOf(0, 12, 0)).toEqual({ page: 0, pages: 1, from: 0, to: 0 });
});

it('plays every page of a trade, then the next trade, then the first again', () => {
  expect(next(0, 0, 2, 5)).toEqual({ at: 0, page: 1 });
  expect(next(0, 1, 2, 5)).toEqual({ at: 1, page: 0 });
  expect(next(4, 0, 1, 5)).toEqual({ at: 0, page: 0 });
});

it('starts the ruler at the ten below the lowest shown', () => {
  expect(scale(84.87, 100)).toMatchObject({ low: 80, full: 100 });
  expect(scale(80, 100).low).toBe(70);
  expect(scale(94.98, 100).at(95)).toBeCloseTo(50);
  expect(scale(0, 100).low).toBe(0);
  expect(scale(-20, 100)).toMatchObject({ low: -30, full: 100 }); // R-K9
  expect(scale(undefined, 200)).toMatchObject({ low: 170, full: 200 });
});

it('leaves the figures their columns, and the ruler what is left', () => {
  const columns = [{ component: 't', name: '理论', weight: 30, fullMark: 100 }, { component: 'p', name: '实操', weight: 70, fullMark: 100 }];
  const two = tableFor(board([row('A12', 1, 94.98)], { columns }), frames.hall);
  expect(two).toMatchObject({ rows: 12, rowHeight: 72, ruler: 330, parts: ['理论 30%', '实操 70%'] });
  expect(two.grid).toBe('84px 132px minmax(0, 1fr) 186px 196px 330px 196px');
  const many = tableFor(board([row('A12', 1, 94.98)], { columns: [...columns, { component: 'z', name: '职业素养', weight: 20, fullMark: 100 }, { component: 'f', name: '方案设计', weight: 20, fullMark: 100 }] }), frames.hall);
  expect(many.ruler).toBe(0);
  expect(many.parts).toEqual(['理论', '实操', '职业素养', '方案设计']);
  const fine = tableFor(board([row('A12', 1, 94.98)], { columns, decimals: 4 }), frames.hall);
  expect(fine.grid).toBe('84px 132px minmax(0, 1fr) 226px 236px 254px');
  expect(frameBeside('hall', 4)).toMatchObject({ width: 387, rows: 9 });
});

it('fills a final page by the heights of its tiers', () => {
  const rows = Array.from({ length: 22 }, (_, i) => row(`A${i}`, i + 1, 99 - i, i === 0 ? { tier: 0 } : i < 4 ? { tier: 1 } : i < 10 ? { tier: 2 } : {}));
  const pages = pagesOfFinal(board(rows, { tiers: ['一等奖', '二等奖', '三等奖'] }), 'hall');
  expect(pages.map((p) => p.columns.flat().flatMap((g) => g.rows).length)).toEqual([11, 11]);
  expect(pages[0]!.columns[0]!.map((g) => g.name)).toEqual(['一等奖', '二等奖', '三等奖', '']);
  for (const { table, columns } of pages)
    for (const column of columns)
      expect(column.flatMap((g) => g.rows).reduce((h, r) => h + table.heightOf(r), 0) + (column.length - 1) * 18).toBeLessThanOrEqual(864);
});

it('shows those with an award first, and 200 others in two columns', () => {
  const rows = Array.from({ length: 200 }, (_, i) => row(`A${i}`, i + 1, 99 - i / 10, i < 20 ? { tier: i < 4 ? 0 : 1 } : {}));
  const pages = pagesOfFinal(board(rows, { tiers: ['一等奖', '二等奖'] }), 'hall');
  expect(pages[0]!.table.across).toBe(1);
  expect(pages.at(-1)!.table.across).toBe(2);
  expect(pages.flatMap((p) => p.columns.flat().flatMap((g) => g.rows)).map((r) => r.key)).toEqual(rows.map((r) => r.key));
  expect(pages.length).toBeLessThan(9);
});

it('gives every trade a place for up to 108 of them', () => {
  expect(gridFor(5, 'hall')).toMatchObject({ columns: 2, rows: 3, pages: 1 });
  expect(gridFor(36, 'wall')).toMatchObject({ columns: 6, rows: 6, pages: 1, height: 130 });
  expect(gridFor(108, 'wall').pages).toBe(1);
  expect(gridFor(108, 'hall').pages).toBe(3);
  expect(gridFor(0, 'hall').pages).toBe(1);
});

it('counts nothing of a hidden trade', () => {
  const boards = [board([], { complete: 5, expected: 5 }), board([], { complete: 2, expected: 9 }), board([], { complete: 0, expected: 7, phase: 'drawn' }), board([], { view: 'hidden', complete: 0, expected: 0 })];
  expect(boards.map(stateOf)).toEqual(['done', 'running', 'waiting', 'hidden']);
  expect(sumOf(boards)).toEqual({ done: 1, running: 1, waiting: 1, complete: 7, expected: 21 });
});
