// Keeps the newest board of each trade, in the order of the programme.
import type { Board, BoardChange, BoardRow } from '@scoring/web/wire';

/** One board came: it takes the place of an older one; an older one changes nothing (the same list comes back). */
export function withBoard(boards: readonly Board[], came: Board): readonly Board[] {
  const at = boards.findIndex((b) => b.trade === came.trade);
  if (at < 0) return [...boards, came];
  if (boards[at]!.version >= came.version) return boards;
  return boards.with(at, came);
}

/** The whole state came: its order holds, and whatever this connection has already seen newer stays. */
export function withState(came: readonly Board[], seen: ReadonlyMap<string, Board>): readonly Board[] {
  return came.map((b) => {
    const newer = seen.get(b.trade);
    return newer && newer.version > b.version && newer.competition === b.competition ? newer : b;
  });
}

/** The board a change makes of the one it is about; null: it is about another. */
export function changed(before: Board | undefined, change: BoardChange): Board | null {
  if (!before || before.version !== change.from) return null;
  const old = new Map(before.rows.map((r) => [r.key, r]));
  const placed = new Set([...change.rows.map((r) => r.key), ...change.gone]);
  const rows = before.rows.filter((r) => !placed.has(r.key));
  for (const r of change.rows) rows.splice(r.place, 0, r.row ?? old.get(r.key)!); // a row without content is one there was
  const shared = new Set(change.shared);
  let rank = 0;
  const ranked = rows.map((row, place): BoardRow => {
    rank = shared.has(place) ? rank : place + 1;
    const { rank: _, ...rest } = row;
    return place < change.ranked ? { ...rest, rank } : rest;
  });
  const { version, asOf, complete, expected, call } = change;
  return { ...before, version, asOf, complete, expected, rows: ranked, call };
}
