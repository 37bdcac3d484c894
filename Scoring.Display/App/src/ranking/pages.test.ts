import { expect, it } from 'vitest';
import { pagesOfFinal, type FinalPage } from '../final/groups';
import { gridFor } from '../scenes/progress/grid';
import { stateOf, sumOf } from '../stage/tradeState';
import { next } from '../stage/playlist';
import { pageToSee } from '../scenes/rotation/jump';
import { pagesOf } from '../scenes/rotation/pages';
import { frameFor, frames, frameBeside, tableFor } from './columns';
import { lead } from './order';
import { recent } from './recent';
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

const prized = (n: number, winners: number) => board(
  Array.from({ length: n }, (_, i) => row(`A${i}`, i + 1, 99 - i / 10, i === 0 ? { tier: 0 } : i < 4 ? { tier: 1 } : i < winners ? { tier: 2 } : {})),
  { tiers: ['一等奖', '二等奖', '三等奖'] });
const keys = (page: FinalPage) => page.columns.flat().flatMap((g) => g.rows).map((r) => r.key);

it('shows those with an award on a page of their own, then all, packed', () => {
  const pages = pagesOfFinal(prized(22, 10), 'hall');
  expect(pages.map((p) => keys(p).length)).toEqual([10, 22]);
  expect(pages.map((p) => [p.table.across, p.table.packed, p.first])).toEqual([[1, false, 0], [2, true, 0]]);
  expect(pages[0]!.columns[0]!.map((g) => g.name)).toEqual(['一等奖', '二等奖', '三等奖']);
  for (const { table, columns } of pages)
    for (const column of columns)
      expect(column.flatMap((g) => g.rows).reduce((h, r) => h + table.heightOf(r), 0) + (column.length - 1) * 18).toBeLessThanOrEqual(864);
});

it('needs one page where all fit on one', () => {
  expect(pagesOfFinal(prized(11, 10), 'hall').map((p) => keys(p).length)).toEqual([11]);
});

it('shows two hundred packed, each once after the winners', () => {
  const pages = pagesOfFinal(prized(200, 20), 'hall');
  const packed = pages.filter((p) => p.table.packed);
  expect(packed.flatMap(keys)).toEqual(Array.from({ length: 200 }, (_, i) => `A${i}`));
  expect(packed.map((p) => p.first)).toEqual(packed.map((_, i) => packed.slice(0, i).flatMap(keys).length));
  expect(pages.filter((p) => !p.table.packed).flatMap(keys)).toEqual(Array.from({ length: 20 }, (_, i) => `A${i}`));
  expect(pages.length).toBeLessThan(10);
});

it('stands in columns side by side from forty on', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => row(`A${i}`, i + 1, 99 - i / 10));
  expect((['hall', 'wall', 'portrait'] as const).map((k) => [39, 40].map((n) => frameFor(board(rows(n)), k).across))).toEqual([[1, 2], [2, 3], [1, 2]]);
  expect(pagesOf(board(rows(200)), 'hall')).toBe(9);
});

it('says how far the first is ahead, of totals only', () => {
  expect(lead(board([row('A', 1, 95.5), row('B', 2, 94.25)]))).toBe(1.25);
  expect(lead(board([row('A', 1, 95.5), row('B', 1, 95.5)]))).toBe(0);
  expect(lead(board([row('A', 1, 95.5)]))).toBeNull();
  expect(lead(board([]))).toBeNull();
});

it('goes to the page where a mark came, the best of several, and stays where one is in view', () => {
  const totals = Array.from({ length: 30 }, (_, i) => 90 - i);
  const of = (change: Record<number, number>, over = {}) => board(
    totals.map((t, i) => ({ key: `A${i}`, total: change[i] ?? t })).sort((a, b) => b.total - a.total).map((r, place) => row(r.key, place + 1, r.total)), over);
  expect(pageToSee(of({}), of({ 29: 75.5 }), 'hall', 0)).toBe(1);
  expect(pageToSee(of({}), of({ 29: 89.5 }), 'hall', 0)).toBeNull();
  expect(pageToSee(of({}), of({ 29: 75.5, 20: 64.5 }), 'hall', 0)).toBe(1);
  expect(pageToSee(of({}), of({}), 'hall', 0)).toBeNull();
  expect(pageToSee(of({}), of({ 29: 75.5 }, { view: 'frozen' }), 'hall', 0)).toBeNull();
  expect(pageToSee(of({}), of({ 29: 75.5 }, { trade: 'other' }), 'hall', 0)).toBeNull();
});

it('keeps whose marks came last, newest first, and nothing over a freeze', () => {
  const at = (a: number, b: number, c: number, d: number, over = {}) => board([row('A', 1, a), row('B', 2, b), row('C', 3, c), row('D', 4, d)], over);
  const first = recent([], at(9, 8, 7, 6), at(9, 8, 7.5, 6));
  expect(first).toEqual(['C']);
  const then = recent(first, at(9, 8, 7.5, 6), at(9.5, 8.5, 7.5, 6));
  expect(then).toEqual(['A', 'B', 'C']);
  expect(recent(then, at(9.5, 8.5, 7.5, 6), at(9.5, 8.5, 7.5, 6.5))).toEqual(['D', 'A', 'B']);
  expect(recent(then, at(9.5, 8.5, 7.5, 6), at(9.5, 8.5, 7.5, 6, { view: 'frozen' }))).toEqual([]);
  expect(recent(then, at(9.5, 8.5, 7.5, 6), board([row('A', 1, 9.5), row('C', 2, 7.5)]))).toEqual(['A', 'C']);
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
