import { beforeEach, describe, expect, it, vi } from 'vitest';

let steady = 0, wall = 0;
const pass = (seconds: number) => { steady += seconds * 1000; wall += seconds * 1000; };

/** As a page has it that was just loaded. */
async function page() {
  vi.resetModules();
  const { clocks } = await import('../../clock/serverClock');
  clocks.steady = () => steady;
  clocks.wall = () => wall;
  return (await import('./runs')).runs;
}

describe('a stopwatch', () => {
  beforeEach(() => { steady = 100; wall = 1_777_000_000_000; });

  it.each([300, -300])('keeps on when the tablet’s clock jumps by %i s, and knows of it', async (jump) => {
    const runs = await page(), startedAt = wall;
    runs(startedAt);
    pass(60);
    wall += jump * 1000;
    pass(30);
    expect(runs(startedAt)).toEqual({ steady: 90_000, wall: (90 + jump) * 1000 });
  });

  it('survives a reload, by the wall clock', async () => {
    const startedAt = wall;
    (await page())(startedAt);
    pass(40);
    steady = 0;
    const runs = await page();
    expect(runs(startedAt).steady).toBe(40_000);
    pass(20);
    wall += 300_000;
    expect(runs(startedAt).steady).toBe(60_000);
  });

  it('never runs backwards over a reload', async () => {
    const startedAt = wall;
    (await page())(startedAt);
    wall -= 60_000;
    expect((await page())(startedAt).steady).toBe(0);
  });
});
