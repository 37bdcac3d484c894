// Keeps the newest board of each trade, in the order of the programme.
import type { Board } from '@scoring/web/wire';

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
