// Bars that come and go move everything below them: they wait until the hand rests, so that no finger lands beside what it was meant for.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

/** In milliseconds. A hand that has done nothing for so long rests; a bar is not held back longer than this. */
export const rest = 800, patience = 5_000;

let worked = -Infinity;
const work = () => { worked = performance.now(); };
addEventListener('keydown', work, true);
addEventListener('pointerdown', work, true);

/** Follows what is wanted, but moves the page only under a hand that rests. */
export function steady<T>(wanted: () => T): Readonly<Ref<T>> {
  const shown = shallowRef(wanted()) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined, since = 0;
  function follow() {
    clearTimeout(timer);
    timer = undefined;
    const wait = Math.min(worked + rest, since + patience) - performance.now();
    if (wait > 0 && !Object.is(wanted(), shown.value)) timer = setTimeout(follow, wait);
    else shown.value = wanted();
  }
  watch(wanted, () => {
    if (timer === undefined) since = performance.now();
    follow();
  });
  onScopeDispose(() => clearTimeout(timer));
  return shown;
}
