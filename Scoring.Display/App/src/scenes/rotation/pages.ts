// How many pages a trade takes on this stage.
import { pagesOfFinal } from '../../final/groups';
import { frameFor, tableFor } from '../../ranking/columns';
import { listed } from '../../ranking/order';
import type { Board } from '@scoring/web/wire';
import type { StageKind } from '../../stage/stage';

/** Rows on a page of a ranking. */
export function sizeOf(board: Board, kind: StageKind): number {
  const table = tableFor(board, frameFor(board, kind));
  return table.rows * table.across;
}

export function pagesOf(board: Board, kind: StageKind): number {
  if (board.view === 'hidden') return 1;
  if (board.final && board.view === 'named' && board.rows.length) return pagesOfFinal(board, kind).length;
  return Math.max(1, Math.ceil(listed(board).length / sizeOf(board, kind)));
}

/** What a rotation shows: trades that have something to show; if none has, all that are not hidden; else all. */
export function worthShowing(boards: readonly Board[]): readonly Board[] {
  const open = boards.filter((b) => b.view !== 'hidden');
  const ranked = open.filter((b) => b.rows.some((r) => r.rank !== undefined));
  return ranked.length ? ranked : open.length ? open : boards;
}
