// Where the rows of a resolver stand: as many as fit around the one in the jaws.
import type { ResolverPicture, ResolverRow } from '@scoring/web/wire';

export const rowHeight = 66, focusHeight = 200, pauseBeforeRise = 1500;

/** 120 ms a place, at most a second and a half. */
export const riseTime = (climbed: number | undefined): number => Math.min(1500, Math.max(600, Math.abs(climbed ?? 0) * 120));

/** `shown`: within the window; the others wait beyond its edges. */
export interface Place { row: ResolverRow; place: number; y: number; height: number; focus: boolean; shown: boolean }

/** Every row at its height from the window's top. `most`: rows that fit beside the high one; without a high one two more fit in its place. */
export function arrange(picture: ResolverPicture, most: number): Place[] {
  const at = picture.rows.findIndex((r) => r.key === picture.focus);
  const size = at < 0 ? most + 2 : most;
  const first = Math.max(0, Math.min(at < 0 ? 0 : at - Math.floor(most / 2), picture.rows.length - size));
  let y = 0 - first * rowHeight;
  return picture.rows.map((row, i) => {
    const focus = i === at;
    const place = { row, place: i, y, height: focus ? focusHeight : rowHeight, focus, shown: i >= first && i < first + size };
    y += place.height;
    return place;
  });
}
