// Everybody called on the boards of these trades, the newest call first.
import type { Board, CalledEntrant } from '@scoring/web/wire';

export interface Called extends CalledEntrant { key: string; trade: string; tradeName: string }

export function calledOf(boards: readonly Board[]): Called[] {
  const calls = boards.flatMap((b) => (b.call ? [{ board: b, call: b.call }] : []));
  calls.sort((a, b) => b.call.at.localeCompare(a.call.at));
  return calls.flatMap(({ board: { trade, tradeName }, call }) =>
    call.entrants.map((e) => ({ ...e, key: `call ${trade} ${e.code}`, trade, tradeName })));
}
