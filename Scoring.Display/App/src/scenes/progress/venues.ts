// The wall by place, where trades are held at several: each place under its name, in the order of the programme.
import type { Board } from '@scoring/web/wire';

export type Item = { board: Board; venue?: undefined } | { board?: undefined; venue: string };

/** `elsewhere`: what trades without a place stand under. */
export function byVenue(boards: readonly Board[], elsewhere: string): Item[] {
  const venues = [...new Set(boards.map((b) => b.venue ?? ''))];
  if (venues.length < 2) return boards.map((board) => ({ board }));
  const named = venues.filter((v) => v !== '');
  return [...named, ''].flatMap((venue) => {
    const here = boards.filter((b) => (b.venue ?? '') === venue);
    return here.length ? [{ venue: venue || elsewhere }, ...here.map((board) => ({ board }))] : [];
  });
}
