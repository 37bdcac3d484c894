// Which rows a ranking shows, and how they stand against the ones before.
import type { Board, BoardRow } from '@scoring/web/wire';

/** Ranked rows, then those who will never be: guests with their total (R-K10), whoever did not finish (R-B8); the incomplete wait until they have a rank. */
export const listed = (board: Board): BoardRow[] => [
  ...board.rows.filter((r) => r.rank !== undefined),
  ...board.rows.filter((r) => r.rank === undefined && (r.status !== 'normal' || (r.guest && r.total !== undefined))),
];

/** Lowest total of some rows, which need not be the last: guests follow the ranked. Undefined: none has one. */
export const lowest = (rows: readonly BoardRow[]): number | undefined => {
  const totals = rows.flatMap((r) => r.total ?? []);
  return totals.length ? Math.min(...totals) : undefined;
};

/** How far the first stands before the second; null: there are no two totals. */
export function lead(board: Board): number | null {
  const [first, second] = board.rows.filter((r) => r.rank !== undefined && r.total !== undefined);
  return first && second ? first.total! - second.total! : null; // filtered
}

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

/** Rows that pass others on their way; the fewest that can be said to have moved, so that all others keep their order among themselves. */
export function movers(before: readonly BoardRow[], after: readonly BoardRow[]): Set<string> {
  const was = new Map(before.map((r, place) => [r.key, place]));
  const rows = after.filter((r) => was.has(r.key));
  const places = rows.map((r) => was.get(r.key)!);
  // The longest run of rows that stay in order: ends[n] is the row at which the best run of n + 1 ends.
  const [ends, previous]: [number[], number[]] = [[], []];
  places.forEach((place, i) => {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const mid = (low + high) >> 1;
      if (places[ends[mid]!]! < place) low = mid + 1; else high = mid;
    }
    previous[i] = low ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const keep = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i]!) keep.add(i);
  return new Set(rows.filter((_, i) => !keep.has(i)).map((r) => r.key));
}

/** At most `most` bands: the highest climbers first, newcomers by their rank. */
export function bands(rows: readonly BoardRow[], from: ReadonlyMap<string, Origin>, most = 3): string[] {
  const climb = (r: BoardRow) => { const o = from.get(r.key); return o ? climbed(o, r) ?? 0 : 0; };
  return [...rows].sort((a, b) => climb(b) - climb(a) || (a.rank ?? Infinity) - (b.rank ?? Infinity)).slice(0, most).map((r) => r.key);
}
