// Which sheet and which aspect make a spread. Words for people; the server decides what counts.
import type { ComparedAspect, SheetComparison } from '@scoring/web/wire';

/** Index of the sheet farthest from the middle of the others; -1: fewer than three, so nobody is the odd one. */
export function farthest(view: SheetComparison): number {
  const handed = view.sheets.map((s, n) => ({ n, total: s.state === 'handed' && !s.trainee ? s.total : undefined })).filter((s) => s.total !== undefined) as { n: number; total: number }[];
  if (handed.length < 3) return -1;
  const sorted = handed.map((s) => s.total).sort((a, b) => a - b);
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
  return handed.reduce((far, s) => (Math.abs(s.total - middle) > Math.abs(far.total - middle) ? s : far)).n;
}

export function difference(marks: readonly (number | null)[]): number {
  const given = marks.filter((m): m is number => m !== null);
  return given.length > 1 ? Math.round((Math.max(...given) - Math.min(...given)) * 100) / 100 : 0;
}

/** The aspect whose marks lie farthest apart; undefined: all alike. */
export function widest(view: SheetComparison): ComparedAspect | undefined {
  return view.criteria.flatMap((c) => c.aspects).reduce<ComparedAspect | undefined>(
    (most, a) => (difference(a.marks) > (most ? difference(most.marks) : 0) ? a : most), undefined);
}

export interface Dot { number: number; total: number; odd: boolean }
export interface Mark { numbers: number[]; total: number; odd: boolean }

/** Dots that would cover each other become one mark with all their numbers; `room`: how wide a dot is, in points. */
export function together(dots: readonly Dot[], room: number): Mark[] {
  const marks: (Mark & { last: number })[] = [];
  for (const dot of [...dots].sort((a, b) => a.total - b.total || a.number - b.number)) {
    const before = marks.at(-1);
    if (before && dot.total - before.last < room) {
      before.numbers.push(dot.number);
      before.last = dot.total;
      before.odd ||= dot.odd;
    } else {
      marks.push({ numbers: [dot.number], total: dot.total, last: dot.total, odd: dot.odd });
    }
  }
  return marks.map(({ numbers, total, last, odd }) => ({ numbers, odd, total: (total + last) / 2 }));
}
