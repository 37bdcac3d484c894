import { describe, expect, it } from 'vitest';
import { cleanCode } from '../connection/pairing';
import { fitted, toPath } from './signature';

describe('a signature', () => {
  const wave = Array.from({ length: 40 }, (_, n) => ({ x: 100 + n * 8, y: 300 + Math.sin(n / 4) * 60 }));
  it('fits its box whatever the size of the glass', () => {
    const numbers = toPath([wave])!.match(/[\d.]+/g)!.map(Number);
    expect(Math.max(...numbers.filter((_, n) => n % 2 === 0))).toBeLessThanOrEqual(260);
    expect(Math.max(...numbers.filter((_, n) => n % 2 === 1))).toBeLessThanOrEqual(90);
  });
  it('is more than a tap', () => {
    expect(toPath([])).toBeNull();
    expect(toPath([[{ x: 5, y: 5 }]])).toBeNull();
    expect(toPath([Array.from({ length: 10 }, () => ({ x: 5, y: 5 }))])).toBeNull();
  });
});

describe('a pairing code', () => {
  it('is taken however it is typed', () => expect(cleanCode(' ａcd-34 7x')).toBe('ACD347'));
  it('holds only characters the server uses', () => expect(cleanCode('O0I1L8B5S2ZUV')).toBe(''));
});

it('fits whole on a glass that was turned, and goes back to where it was', () => {
  const upright = { width: 400, height: 190 }, lying = { width: 300, height: 150 };
  const { scale, dx, dy } = fitted(upright, lying);
  for (const [x, y] of [[0, 0], [400, 190]] as const) {
    expect(x * scale + dx).toBeGreaterThanOrEqual(0);
    expect(x * scale + dx).toBeLessThanOrEqual(lying.width);
    expect(y * scale + dy).toBeGreaterThanOrEqual(0);
    expect(y * scale + dy).toBeLessThanOrEqual(lying.height);
  }
  expect(fitted(upright, upright)).toEqual({ scale: 1, dx: 0, dy: 0 });
});
