import { beforeEach, describe, expect, it } from 'vitest';
import { clocks, forget, heard, offBy, serverTime, since, skewNow, stamp } from './serverClock';

let steady = 0, wall = 1_000_000;
/** The server's clock is as much ahead. */
const ahead = 5_000;
const pass = (milliseconds: number) => { steady += milliseconds; wall += milliseconds; };

function ask(out: number, back: number): void {
  const asked = steady;
  pass(out);
  const server = wall + ahead;
  pass(back);
  heard({ server, asked, heard: steady });
}

beforeEach(() => { steady = 50; wall = 1_000_050; forget(); clocks.steady = () => steady; clocks.wall = () => wall; });

describe('the server’s time', () => {
  it('is the tablet’s own until the server has said', () => { expect(serverTime()).toBe(wall); expect(offBy()).toBeNull(); });

  it('comes from the middle of the way', () => {
    ask(1_500, 1_500);
    expect(skewNow()).toBe(ahead);
    expect(offBy()).toBe(1_500);
  });

  it('is off by no more than half the way, and says so', () => {
    ask(0, 3_000);
    expect(Math.abs(skewNow() - ahead)).toBeLessThanOrEqual(offBy()!);
  });

  it('keeps the best answer: a worse one never replaces a better one', () => {
    ask(0, 3_000);
    ask(10, 10);
    expect(skewNow()).toBe(ahead);
    ask(3_000, 0);
    expect(skewNow()).toBe(ahead);
    expect(offBy()).toBe(10);
  });

  it('goes on when the tablet’s clock is set', () => {
    ask(10, 10);
    const before = serverTime();
    wall += 300_000;
    pass(1_000);
    expect(serverTime()).toBe(before + 1_000);
  });

  it('is asked anew after a sleep in which the steady clock stood still', () => {
    ask(10, 10);
    wall += 60_000;
    ask(100, 100);
    expect(skewNow()).toBe(ahead);
  });
});

describe('between two taps', () => {
  it('the steady clock decides, whatever becomes known of the server’s in between', () => {
    ask(0, 3_000);
    const start = stamp();
    pass(3_600_000);
    ask(10, 10);
    pass(-20);
    expect(since(start)).toBe(3_600_000);
  });

  it('a clock that is set changes nothing', () => {
    ask(10, 10);
    const start = stamp();
    wall -= 300_000;
    pass(90_000);
    expect(since(start)).toBe(90_000);
  });

  it('sleep counts, once the server has said so', () => {
    ask(10, 10);
    const start = stamp();
    pass(30_000);
    wall += 60_000;
    ask(10, 10);
    expect(Math.abs(since(start) - 90_020)).toBeLessThan(1);
  });
});
