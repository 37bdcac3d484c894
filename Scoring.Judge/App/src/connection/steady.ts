// Bars that come and go move everything below them: they wait until the hand rests, and a finger that was already on its way is not taken.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

/** In milliseconds. A hand that has done nothing for so long rests; a bar is not held back longer than this; a finger takes so long to land. */
export const rest = 800, patience = 5_000, landing = 300;

let worked = -Infinity, moved = -Infinity, stray = false;

addEventListener('keydown', () => { worked = performance.now(); stray = false; }, true);
addEventListener('pointerdown', (event) => {
  worked = performance.now();
  stray = event.pointerType !== 'mouse' && worked - moved < landing;
}, true);
addEventListener('click', (event) => {
  if (!stray) return;
  stray = false;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

/** Follows what is wanted, but moves the page only under a hand that rests. */
export function steady<T>(wanted: () => T): Readonly<Ref<T>> {
  const shown = shallowRef(wanted()) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined, since = 0;
  function follow() {
    clearTimeout(timer);
    timer = undefined;
    if (Object.is(wanted(), shown.value)) return;
    const wait = Math.min(worked + rest, since + patience) - performance.now();
    if (wait > 0) { timer = setTimeout(follow, wait); return; }
    shown.value = wanted();
    moved = performance.now();
  }
  watch(wanted, () => {
    if (timer === undefined) since = performance.now();
    follow();
  });
  onScopeDispose(() => clearTimeout(timer));
  return shown;
}
