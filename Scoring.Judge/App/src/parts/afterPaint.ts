// Counts and sums beside the figure that is typed: they follow when the figure itself is on the glass, so that a slow tablet
// paints the digit first.
import { onScopeDispose, ReactiveEffect, shallowRef, type ShallowRef } from 'vue';

const later = 80; // ms: a frame of a slow tablet, and less than an eye minds

let waiting: (() => void)[] = [];

/** What is asked for meanwhile is done with it. */
function soon(work: () => void): void {
  waiting.push(work);
  if (waiting.length > 1) return;
  setTimeout(() => {
    const all = waiting;
    waiting = [];
    for (const each of all) each();
  }, later);
}

/** `value`, a frame late. */
export function afterPaint<T>(value: () => T): Readonly<ShallowRef<T>> {
  const effect = new ReactiveEffect(value);
  const shown = shallowRef(effect.run()) as ShallowRef<T>;
  let asked = false, over = false;
  effect.scheduler = () => {
    if (asked) return;
    asked = true;
    soon(() => {
      asked = false;
      if (!over && effect.dirty) shown.value = effect.run();
    });
  };
  onScopeDispose(() => { over = true; effect.stop(); });
  return shown;
}
