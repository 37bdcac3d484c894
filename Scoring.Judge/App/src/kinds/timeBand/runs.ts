// How long a stopwatch has run, by both clocks of this page.
import { clocks, since, stamp, type Stamp } from '../../clock/serverClock';

/** Starts seen by this page; one from before a reload begins with what the wall clock says has passed. */
const seen = new Map<number, { stamp: Stamp; before: number }>();

/** @param startedAt On the wall clock, milliseconds. */
export function runs(startedAt: number): { steady: number; wall: number } {
  const wall = clocks.wall() - startedAt;
  const start = seen.get(startedAt) ?? { stamp: stamp(), before: Math.max(0, wall) };
  seen.set(startedAt, start);
  return { steady: start.before + since(start.stamp), wall };
}
