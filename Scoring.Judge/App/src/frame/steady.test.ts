import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';

let glass: EventTarget;
const press = (type: string) => glass.dispatchEvent(new Event(type));

describe('a bar that moves the page', () => {
  let steady: typeof import('./steady');
  const scope = effectScope();

  beforeEach(async () => {
    vi.useFakeTimers();
    glass = new EventTarget();
    vi.stubGlobal('addEventListener', glass.addEventListener.bind(glass));
    vi.resetModules();
    steady = await import('./steady');
  });
  afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

  const bar = () => {
    const wanted = ref(false);
    return { wanted, shown: scope.run(() => steady.steady(() => wanted.value))! };
  };

  it('shows at once under a hand that rests, and goes as soon', async () => {
    const { wanted, shown } = bar();
    wanted.value = true;
    await nextTick();
    expect(shown.value).toBe(true);
    wanted.value = false;
    await nextTick();
    expect(shown.value).toBe(false);
  });

  it('waits for a hand at work, but not for ever', async () => {
    const { wanted, shown } = bar();
    press('pointerdown');
    wanted.value = true;
    await nextTick();
    vi.advanceTimersByTime(steady.rest - 1);
    expect(shown.value).toBe(false);
    vi.advanceTimersByTime(1);
    expect(shown.value).toBe(true);

    wanted.value = false;
    for (let t = 0; t < steady.patience; t += 500) {
      expect(shown.value).toBe(true);
      press('keydown');
      await nextTick();
      vi.advanceTimersByTime(500);
    }
    expect(shown.value).toBe(false);
  });

  it('says nothing of what is over before the hand rests', async () => {
    const { wanted, shown } = bar();
    press('pointerdown');
    wanted.value = true;
    await nextTick();
    wanted.value = false;
    await nextTick();
    vi.advanceTimersByTime(steady.patience);
    expect(shown.value).toBe(false);
  });
});
