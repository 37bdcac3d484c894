import type { Board } from '@scoring/web/wire';
import { describe, expect, test } from 'vitest';
import { byVenue } from './venues';

const board = (trade: string, venue?: string) => ({ trade, venue }) as Partial<Board> as Board;
const said = (boards: Board[]) => byVenue(boards, '其他场地').map((item) => item.venue ?? item.board?.trade);

describe('the wall by place', () => {
  test('trades at one place, or at none, stand as they are', () => {
    expect(said([board('a'), board('b')])).toEqual(['a', 'b']);
    expect(said([board('a', '一号车间'), board('b', '一号车间')])).toEqual(['a', 'b']);
    expect(said([])).toEqual([]);
  });

  test('each place in the order of the programme, those without one last', () => {
    expect(said([board('a', '二号车间'), board('b'), board('c', '一号车间'), board('d', '二号车间')]))
      .toEqual(['二号车间', 'a', 'd', '一号车间', 'c', '其他场地', 'b']);
  });
});
