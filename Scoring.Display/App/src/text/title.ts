// A competition's title breaks where it is spoken, never by width alone.
import { ems } from './ems';

const before = /^(暨|第[一二三四五六七八九十百\d]+届|“|—)/;
const after = /(年|省|市|区|县|届|”|竞赛|大赛|制造业|行业|集团|公司|总工会)$/;

/** Breaks into `count` lines of even width at spoken places; lines given by the organizer come first if their number fits. */
export function titleLines(name: string, given: readonly string[], count: number): string[] {
  if (given.length === count) return [...given];
  const chars = [...name];
  const cuts = chars.map((_, i) => i).filter((i) => i > 0 && (before.test(chars.slice(i).join('')) || after.test(chars.slice(0, i).join(''))));
  const ideal = ems(name) / count;
  // A break before 暨 is the best there is; others count as a little longer line.
  const cost = (line: string, next: string) => (ems(line) - ideal) ** 2 + (next === '' || next.startsWith('暨') ? 0 : before.test(next) ? 2 : 6);
  const best = (from: number, left: number): { cost: number; lines: string[] } => {
    const rest = chars.slice(from).join('');
    if (left === 1) return { cost: cost(rest, ''), lines: [rest] };
    let found = { cost: Infinity, lines: [rest] };
    for (const cut of cuts.filter((c) => c > from)) {
      const line = chars.slice(from, cut).join('');
      const tail = best(cut, left - 1);
      const sum = cost(line, chars.slice(cut).join('')) + tail.cost;
      if (sum < found.cost) found = { cost: sum, lines: [line, ...tail.lines] };
    }
    return found;
  };
  const lines = best(0, Math.min(count, cuts.length + 1)).lines;
  return given.length > 1 && lines.length < count ? [...given] : lines;
}
