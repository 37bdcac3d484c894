// What a screen plays: trades one after another, each page for as long as the scene says.
import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from 'vue';

export interface Playlist {
  at: ComputedRef<number>; page: Ref<number>; pages: ComputedRef<number>; turns: Ref<number>;
  /** Shows this page for a whole turn. */
  go(page: number): void;
}

/** The step after page `page` of `pages` in item `at` of `items`. */
export function next(at: number, page: number, pages: number, items: number): { at: number; page: number } {
  if (page + 1 < pages) return { at, page: page + 1 };
  return { at: items ? (at + 1) % items : 0, page: 0 };
}

/** `keys`: what there is to play, by name, so that a change of the list does not change what is on. */
export function usePlaylist(keys: () => readonly string[], pagesOf: (key: string) => number, seconds: () => number): Playlist {
  const on = ref(keys()[0] ?? '');
  const page = ref(0);
  const turns = ref(0);
  const at = computed(() => Math.max(0, keys().indexOf(on.value)));
  const pages = computed(() => Math.max(1, pagesOf(keys()[at.value] ?? '')));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const to = next(at.value, page.value, pages.value, keys().length);
      on.value = keys()[to.at] ?? '';
      page.value = to.page;
      turns.value++;
      start();
    }, seconds() * 1000);
  };
  watch(pages, (n) => { if (page.value >= n) page.value = n - 1; });
  watch(seconds, start);
  start();
  onScopeDispose(() => clearTimeout(timer));
  const go = (to: number) => { page.value = to; turns.value++; start(); };
  return { at, page, pages, turns, go };
}
