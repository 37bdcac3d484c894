// A mark that comes on a page that is not in view takes the screen there, so that the hall sees the row move.
import { changed, listed } from '../../ranking/order';
import type { StageKind } from '../../stage/stage';
import type { Board } from '@scoring/web/wire';
import { sizeOf } from './pages';

/** The page where something happened between two boards of one trade; null: nothing did, or it is in view. */
export function pageToSee(before: Board, after: Board, kind: StageKind, page: number): number | null {
  if (before.trade !== after.trade || before.view !== after.view || after.view === 'hidden' || after.final) return null;
  const own = new Set(changed(before, after).map((r) => r.key));
  const size = sizeOf(after, kind);
  const pages = listed(after).flatMap((r, place) => own.has(r.key) ? Math.floor(place / size) : []);
  return pages.length === 0 || pages.includes(page) ? null : pages[0]!; // the best of them
}
