// How far a trade is, as anyone may know.
import type { Board } from '@scoring/web/wire';

export type TradeState = 'done' | 'running' | 'waiting' | 'hidden';

export function stateOf(board: Board): TradeState {
  if (board.view === 'hidden') return 'hidden';
  if (board.final || (board.expected > 0 && board.complete >= board.expected)) return 'done';
  return board.complete > 0 || !['setup', 'drawn'].includes(board.phase) ? 'running' : 'waiting';
}

export interface Sum { done: number; running: number; waiting: number; complete: number; expected: number }

/** Hidden trades count nowhere: not even their number of entrants is public (R-A3). */
export function sumOf(boards: readonly Board[]): Sum {
  const sum: Sum = { done: 0, running: 0, waiting: 0, complete: 0, expected: 0 };
  for (const board of boards) {
    const state = stateOf(board);
    if (state === 'hidden') continue;
    sum[state]++;
    sum.complete += board.complete;
    sum.expected += board.expected;
  }
  return sum;
}
