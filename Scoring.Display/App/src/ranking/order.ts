// Which rows a ranking shows, and how they stand against the ones before.
import type { Board, BoardRow } from '@scoring/web/wire';

/** Ranked rows, then those who will never be (R-B8); the incomplete wait until they have a rank. */
export const listed = (board: Board): BoardRow[] => [
  ...board.rows.filter((r) => r.rank !== undefined),
  ...board.rows.filter((r) => r.rank === undefined && r.status !== 'normal'),
];

export const rankedCount = (board: Board): number => board.rows.reduce((n, r) => n + (r.rank === undefined ? 0 : 1), 0);

/** Rows whose own figures are new: they get the band, the others only make way. */
export function changed(before: Board, after: Board): BoardRow[] {
  const old = new Map(before.rows.map((r) => [r.key, r]));
  return after.rows.filter((r) => r.total !== undefined && old.get(r.key)?.total !== r.total);
}

/** Where a row came from, for as long as its mark stays. `rank` undefined: it had none. */
export interface Origin { rank: number | undefined; place: number }

/** Origins of every ranked row whose rank or place is another one now; origins still on show are kept, so that two moves add up. */
export function origins(before: Board, after: Board, shown: ReadonlyMap<string, Origin>): Map<string, Origin> {
  const was = new Map(listed(before).map((r, place) => [r.key, { rank: r.rank, place }]));
  const found = new Map<string, Origin>();
  listed(after).forEach((row, place) => {
    if (row.rank === undefined) return;
    const origin = shown.get(row.key) ?? was.get(row.key) ?? { rank: undefined, place: -1 };
    if (origin.rank !== row.rank || (origin.place !== place && shown.has(row.key))) found.set(row.key, origin);
  });
  return found;
}

/** Climbed places: above 0 up, below 0 down, null for a newcomer. */
export const climbed = (origin: Origin, row: BoardRow): number | null =>
  origin.rank === undefined || row.rank === undefined ? null : origin.rank - row.rank;

/** At most `most` bands: the highest climbers first, newcomers by their rank. */
export function bands(rows: readonly BoardRow[], from: ReadonlyMap<string, Origin>, most = 3): string[] {
  const climb = (r: BoardRow) => { const o = from.get(r.key); return o ? climbed(o, r) ?? 0 : 0; };
  return [...rows].sort((a, b) => climb(b) - climb(a) || (a.rank ?? Infinity) - (b.rank ?? Infinity)).slice(0, most).map((r) => r.key);
}
