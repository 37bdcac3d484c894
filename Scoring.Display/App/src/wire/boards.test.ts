import { expect, it } from 'vitest';
import { board } from '../ranking/testBoards';
import { withBoard, withState } from './boards';

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
