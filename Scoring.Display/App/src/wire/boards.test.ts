import { expect, it } from 'vitest';
import { board, row } from '../ranking/testBoards';
import { changed, withBoard, withState } from './boards';

const at = (version: number, trade = 't') => board([], { version, trade });

it('takes a newer board and keeps its place in the programme', () => {
  const boards = withBoard([at(1, 'a'), at(1, 'b')], at(2, 'a'));
  expect(boards.map((b) => [b.trade, b.version])).toEqual([['a', 2], ['b', 1]]);
});

it('ignores an older or the same one', () => {
  const boards = [at(5)];
  expect(withBoard(boards, at(4))).toBe(boards);
  expect(withBoard(boards, at(5))).toBe(boards);
});

it('adds a trade it did not know', () => expect(withBoard([at(1, 'a')], at(1, 'b'))).toHaveLength(2));

it('keeps what this connection saw newer than the state it asked for', () => {
  expect(withState([at(3, 'a'), at(9, 'b')], new Map([['a', at(4, 'a')], ['b', at(8, 'b')]])).map((b) => b.version)).toEqual([4, 9]);
});

it('lets the state win over what an earlier connection saw', () => expect(withState([at(3)], new Map()).map((b) => b.version)).toEqual([3]));

const before = board([row('A', 1, 90), row('B', 2, 80), row('C', 3, 70), row('D', undefined, undefined)], { version: 5, complete: 3 });
const about = { competition: 'c', trade: 't', from: 5, version: 6, complete: 4, expected: 4, gone: [], ranked: 4, shared: [] as number[] };

it('makes the new board of the old one: content, places, ranks', () => {
  const made = changed(before, { ...about, rows: [{ place: 0, key: 'D', row: row('D', undefined, 95) }] })!;
  expect(made.rows.map((r) => [r.key, r.rank, r.total])).toEqual([['D', 1, 95], ['A', 2, 90], ['B', 3, 80], ['C', 4, 70]]);
  expect([made.version, made.complete, before.rows[0]!.rank]).toEqual([6, 4, 1]);
});

it('shares ranks, takes rows out, and leaves those without a rank without one', () => {
  const made = changed(before, { ...about, rows: [{ place: 1, key: 'C', row: row('C', undefined, 90) }], gone: ['B'], ranked: 2, shared: [1] })!;
  expect(made.rows.map((r) => [r.key, r.rank])).toEqual([['A', 1], ['C', 1], ['D', undefined]]);
});

it('makes nothing of a board it is not about', () => expect([changed(undefined, { ...about, rows: [] }), changed({ ...before, version: 4 }, { ...about, rows: [] })]).toEqual([null, null]));
