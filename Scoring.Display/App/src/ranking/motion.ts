// What moves when, in milliseconds: the figure counts up, the band appears, the row slides while the others make way, the marks stay, then fade.
import { nextTick, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Board } from '@scoring/web/wire';
import { bands, changed, listed, movers, origins, type Origin } from './order';

export const timing = { count: 400, band: 240, slide: 600, stay: 8000, fade: 600 };

export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Once everything under `root` that was sent on its way has arrived there. A busy machine starts its transitions late: a clock would call them home before they are. */
export async function landed(root: Element | null | undefined): Promise<void> {
  await nextTick();
  if (!root?.getAnimations) return new Promise((done) => setTimeout(done, timing.slide)); // browsers older than this question
  const ways = root.getAnimations({ subtree: true }).filter((a) => a instanceof CSSTransition && ['translate', 'height'].includes(a.transitionProperty));
  await Promise.allSettled(ways.map((a) => a.finished));
}

export type Stage = 'rest' | 'count' | 'band' | 'slide';

export interface Motion {
  /** Ranks and places come from here … */
  layout: ShallowRef<Board>;
  /** … and figures from here, which is ahead while they count. */
  figures: ShallowRef<Board>;
  stage: ShallowRef<Stage>;
  origins: ShallowRef<ReadonlyMap<string, Origin>>;
  bands: ShallowRef<readonly string[]>;
  fading: ShallowRef<boolean>;
  /** On their way over the others. */
  over: ShallowRef<ReadonlySet<string>>;
}

/** `crosses`: whether a row that goes from one place to another leaves its column; `arrived`: when the rows that were sent off stand where they belong. */
export function useMotion(newest: () => Board, crosses: (from: number, to: number) => boolean, arrived: () => Promise<void>): Motion {
  const layout = shallowRef(newest());
  const figures = shallowRef(newest());
  const stage = shallowRef<Stage>('rest');
  const from = shallowRef<ReadonlyMap<string, Origin>>(new Map());
  const banded = shallowRef<readonly string[]>([]);
  const fading = shallowRef(false);
  const over = shallowRef<ReadonlySet<string>>(new Set());
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let running = false;
  let turn = 0; // a play that was stopped while its rows were under way must not go on
  let clearing: ReturnType<typeof setTimeout> | undefined;

  const after = (ms: number, then: () => void) => {
    const timer = setTimeout(() => { timers.delete(timer); then(); }, ms);
    timers.add(timer);
    return timer;
  };
  const wait = (ms: number) => new Promise<void>((done) => after(ms, done));

  function passing(before: Board, next: Board): Set<string> {
    const set = movers(listed(before), listed(next));
    const was = new Map(listed(before).map((r, place) => [r.key, place]));
    listed(next).forEach((r, place) => { if (crosses(was.get(r.key) ?? place, place)) set.add(r.key); });
    return set;
  }

  function show(board: Board) {
    layout.value = board;
    figures.value = board;
  }

  function clear() {
    fading.value = true;
    clearing = after(timing.fade, () => { fading.value = false; from.value = new Map(); banded.value = []; });
  }

  function stop() {
    timers.forEach(clearTimeout);
    timers.clear();
    turn++;
  }

  // Changes that come while rows are under way wait and travel together.
  async function play() {
    running = true;
    const mine = turn;
    while (layout.value !== newest()) {
      const next = newest();
      const before = layout.value;
      const own = changed(before, next);
      if (own.length === 0 && next.rows.length === before.rows.length) {
        const moved = origins(before, next, from.value);
        over.value = passing(before, next);
        show(next);
        from.value = moved;
        if (over.value.size) await arrived();
        if (mine !== turn) return;
        over.value = new Set();
        continue;
      }
      if (clearing) { clearTimeout(clearing); timers.delete(clearing); }
      fading.value = false;
      const moved = origins(before, next, from.value);
      const fresh = bands(own, moved);
      stage.value = 'count';
      figures.value = next;
      await wait(timing.count);
      stage.value = 'band';
      banded.value = [...new Set([...fresh, ...banded.value])].slice(0, 3);
      await wait(timing.band);
      stage.value = 'slide';
      over.value = passing(before, next);
      layout.value = next;
      from.value = moved;
      await arrived();
      if (mine !== turn) return;
      stage.value = 'rest';
      over.value = new Set();
      clearing = after(timing.stay, clear);
    }
    running = false;
  }

  watch(newest, (next, before) => {
    if (next.trade !== before.trade || next.competition !== before.competition || next.view !== before.view || still()) {
      stop();
      running = false;
      stage.value = 'rest';
      from.value = new Map();
      banded.value = [];
      over.value = new Set();
      fading.value = false;
      show(next);
      return;
    }
    if (!running) void play();
  });
  onScopeDispose(stop);
  return { layout, figures, stage, origins: from, bands: banded, fading, over };
}
