import { describe, expect, it } from 'vitest';
import { cleanCode } from '../connection/pairing';
import { toPath } from './signature';

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
