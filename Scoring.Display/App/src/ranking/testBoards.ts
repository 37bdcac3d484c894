// Boards for tests, as small as they can be.
import type { Board, BoardRow } from '@scoring/web/wire';

export const row = (key: string, rank: number | undefined, total: number | undefined, more: Partial<BoardRow> = {}): BoardRow =>
  ({ key, code: key, figures: [], status: 'normal', provisional: false, guest: false, ...(rank === undefined ? {} : { rank }), ...(total === undefined ? {} : { total }), ...more });

export const board = (rows: BoardRow[], more: Partial<Board> = {}): Board => ({
  competition: 'c', trade: 't', tradeName: '电工', version: 1, view: 'codes', phase: 'scoring', final: false, complete: rows.length, expected: rows.length,
  fullMark: 100, columns: [], tiers: [], rows, decimals: 2, ...more,
});
