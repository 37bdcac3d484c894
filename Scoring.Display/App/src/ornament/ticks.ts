// Graduations: the fine ticks of a caliper, on a line or around a circle.

export interface Tick { x: number; y: number; width: number; height: number; on: boolean }

/** One tick is one entrant, every fifth is longer. */
export function lineTicks(count: number, done: number, width: number, height: number): Tick[] {
  const w = Math.min(8, (width / Math.max(count, 1)) * 0.417);
  const step = count > 1 ? (width - w) / (count - 1) : 0;
  const low = height * 0.62;
  return Array.from({ length: count }, (_, i) => {
    const tall = (i + 1) % 5 === 0;
    return { x: round(i * step), y: tall ? 0 : round(height - low), width: round(w), height: tall ? height : round(low), on: i < done };
  });
}

/** `count` strokes of `width` around a circle of radius `r`, as a dash pattern. */
export function dial(r: number, count: number, width: number): { r: number; 'stroke-dasharray': string; 'stroke-dashoffset': number } {
  return { r, 'stroke-dasharray': `${width} ${((2 * Math.PI * r) / count - width).toFixed(4)}`, 'stroke-dashoffset': width / 2 };
}

/** 机刻花纹: one line of a rose lathe, r(θ) = mean + amp·cos(petals·θ), as cubic curves. */
export function rose(mean: number, amp: number, petals: number, pieces = 6): string {
  const steps = petals * pieces;
  const h = (2 * Math.PI) / steps;
  const point = (t: number) => {
    const r = mean + amp * Math.cos(petals * t);
    const dr = -amp * petals * Math.sin(petals * t);
    const [c, s] = [Math.cos(t), Math.sin(t)];
    return { x: r * c, y: r * s, dx: ((dr * c - r * s) * h) / 3, dy: ((dr * s + r * c) * h) / 3 };
  };
  let path = '';
  let a = point(0);
  path += `M${round(a.x)} ${round(a.y)}`;
  for (let i = 1; i <= steps; i++) {
    const b = point(i * h);
    path += `C${round(a.x + a.dx)} ${round(a.y + a.dy)} ${round(b.x - b.dx)} ${round(b.y - b.dy)} ${round(b.x)} ${round(b.y)}`;
    a = b;
  }
  return `${path}Z`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
