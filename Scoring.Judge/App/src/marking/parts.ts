// An aspect that is typed as several figures, one after the other.
import type { Typed } from './kind';

/** One of them; empty: not typed yet. `part` undefined: the aspect is one figure. */
export const partOf = (typed: Typed | undefined, part: number | undefined): string =>
  (part === undefined ? (typeof typed === 'string' ? typed : '') : Array.isArray(typed) ? typed[part] ?? '' : '');

export function withPart(typed: Typed | undefined, part: number | undefined, text: string): Typed {
  if (part === undefined) return text;
  const all = Array.isArray(typed) ? [...typed] : [];
  while (all.length <= part) all.push(null);
  all[part] = text === '' ? null : text;
  return all;
}
