// Widths without measuring: Chinese characters are one em wide, so a size can be chosen before anything is drawn.

/** Width in em, a little on the safe side. */
export function ems(text: string): number {
  let sum = 0;
  for (const c of text) sum += c.codePointAt(0)! > 0x2e80 || '·“”‘’—…'.includes(c) ? 1 : c === ' ' ? 0.28 : /[mwMW@%]/.test(c) ? 0.92 : /[A-Z]/.test(c) ? 0.68 : 0.58;
  return sum;
}

/** The size that fits `width`, not below `floor` of the wished one. */
export const fit = (text: string, width: number, size: number, floor = 0.6): number =>
  Math.max(size * floor, Math.min(size, Math.floor(width / Math.max(ems(text), 0.5))));

/** How a trade's name stands in the rail: 168 for two characters, then smaller, then two lines. */
export function tradeLines(name: string): { lines: string[]; size: number } {
  const n = ems(name);
  if (n <= 5) return { lines: [name], size: n <= 2 ? 168 : n <= 3 ? 128 : n <= 4 ? 96 : 78 };
  const chars = [...name];
  const half = Math.ceil(chars.length / 2);
  const lines = [chars.slice(0, half).join(''), chars.slice(half).join('')];
  return { lines, size: Math.min(78, Math.floor(390 / Math.max(...lines.map(ems)))) };
}
