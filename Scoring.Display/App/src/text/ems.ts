// Widths without measuring: Chinese characters are one em wide.

/** Width in em, a little on the safe side. */
export function ems(text: string): number {
  let sum = 0;
  for (const c of text) sum += c.codePointAt(0)! > 0x2e80 || '·“”‘’—…'.includes(c) ? 1 : c === ' ' ? 0.28 : /[mwMW@%]/.test(c) ? 0.92 : /[A-Z]/.test(c) ? 0.68 : 0.58;
  return sum;
}
