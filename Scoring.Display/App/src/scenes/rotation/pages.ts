// How many pages a trade takes on this stage.
import { pagesOfFinal } from '../../final/groups';
import { frameFor, tableFor } from '../../ranking/columns';
import { listed } from '../../ranking/order';
import { pageOf } from '../../ranking/pages';
import type { Board } from '@scoring/web/wire';
import type { StageKind } from '../../stage/stage';

export function pagesOf(board: Board, kind: StageKind): number {
  if (board.view === 'hidden') return 1;
  if (board.final && board.view === 'named' && board.rows.length) return pagesOfFinal(board, kind).length;
  const table = tableFor(board, frameFor(board, kind));
  return pageOf(listed(board).length, table.rows * table.across, 0).pages;
}

/** What a rotation shows: trades that have something to show; if none has, all that are not hidden; else all. */
export function worthShowing(boards: readonly Board[]): readonly Board[] {
  const open = boards.filter((b) => b.view !== 'hidden');
  const ranked = open.filter((b) => b.rows.some((r) => r.rank !== undefined));
  return ranked.length ? ranked : open.length ? open : boards;
}
