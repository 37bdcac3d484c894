// Whose marks came last, of each trade: so that a page that is not in view is heard of.
// Only what the boards say, nothing from behind a freeze.
import { ref, watch, type Ref } from 'vue';
import type { Board } from '@scoring/web/wire';
import { changed } from './order';

const most = 3;

/** Keys of the rows whose marks came last, newest first; of those that came together the best first. */
export function recent(known: readonly string[], before: Board | undefined, after: Board): readonly string[] {
  if (!before || before.competition !== after.competition || before.view !== after.view || after.final) return [];
  const fresh = changed(before, after).filter((r) => r.rank !== undefined).sort((a, b) => a.rank! - b.rank!).map((r) => r.key);
  const there = new Set(after.rows.map((r) => r.key));
  return fresh.length || known.some((k) => !there.has(k))
    ? [...fresh, ...known.filter((k) => !fresh.includes(k) && there.has(k))].slice(0, most) : known;
}

/** By trade. What came before this screen was on is not known. */
export function useRecent(boards: () => readonly Board[]): Ref<ReadonlyMap<string, readonly string[]>> {
  const found = ref<ReadonlyMap<string, readonly string[]>>(new Map());
  watch(boards, (now, before) => {
    const was = new Map(before.map((b) => [b.trade, b]));
    found.value = new Map(now.map((b) => {
      const [old, keys] = [was.get(b.trade), found.value.get(b.trade) ?? []];
      return [b.trade, old === b ? keys : recent(keys, old, b)];
    }));
  });
  return found;
}
