// Sets a text into its box: on one line as large as wished, a little smaller, else by its short name, else on more lines, else cut in its middle.
import { widthOf, type Face } from './measure';

export interface Box {
  width: number; /** px wished */ size: number; /** px of all lines together; as many as `lines` need if left out */ height?: number;
  /** 2 if left out */ lines?: number; /** smallest px, 28 if left out */ least?: number; face?: Face; /** a person's: breaks only after · or a space while that fits */ name?: boolean;
}

export interface Setting { lines: string[]; size: number; /** part of it is not shown */ cut: boolean }

export const leading = 1.14;
const smallest = 28, shrinksTo = 0.8;
const closing = /[。，、；：？！）》」』”’·%\]）]/u;
const opening = /[（《「『“‘[]/u;
const word = /[\p{L}\p{N}'.&]/u;
const wide = (c: string): boolean => c.codePointAt(0)! > 0x2e80;

const whole = /(公司|集团|学院|大学|学校|中心|总厂|工厂|、|）)$/u;

/** Where lines may end: after a whole name (公司, 学院), where a reader pauses, or anywhere that no rule forbids. */
type Places = 'whole' | 'spoken' | 'any';

function breaks(chars: readonly string[], places: Places): number[] {
  const found: number[] = [];
  for (let i = 1; i < chars.length; i++) {
    const [a, b] = [chars[i - 1]!, chars[i]!];
    if (b === ' ' || b === '　' || closing.test(b) || opening.test(a)) continue;
    if (places === 'whole' && !whole.test(chars.slice(Math.max(0, i - 2), i).join(''))) continue;
    if (places === 'whole' || a === ' ' || a === '　' || a === '·' || a === '-' || a === '、' || b === '（' || a === '）') found.push(i);
    else if (places === 'any' && (wide(a) || wide(b) || !(word.test(a) && word.test(b)))) found.push(i);
  }
  return found;
}

/** The lines whose longest is as short as can be, `count` of them or fewer; null: it cannot be broken so. */
function even(text: string, count: number, face: Face, places: Places): { lines: string[]; longest: number } | null {
  if (count === 1) return { lines: [text], longest: widthOf(text, face) };
  const chars = [...text];
  const ends = [...breaks(chars, places), chars.length];
  const until = [0];
  for (const c of chars) until.push(until.at(-1)! + widthOf(c, face));
  // Filled line by line into `limit`; the smallest limit that needs no more lines than there are is found by halving.
  const fill = (limit: number): number[] | null => {
    const filled: number[] = [];
    for (let from = 0, next = 0; from < chars.length;) {
      let to = -1;
      while (next < ends.length && until[ends[next]!]! - until[from]! <= limit) to = ends[next++]!;
      if (to < 0 || filled.length === count) return null;
      filled.push(to);
      from = to;
    }
    return filled;
  };
  let [low, high] = [until.at(-1)! / count, until.at(-1)!];
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (fill(middle)) high = middle; else low = middle;
  }
  const filled = fill(high)!; // all in one line is always possible
  if (filled.length === 1) return null;
  const lines = filled.map((end, n) => chars.slice(n ? filled[n - 1] : 0, end).join('').trim());
  return { lines, longest: Math.max(...lines.map((l) => widthOf(l, face))) };
}

function at(text: string, count: number, box: Box, places: Places): Setting | null {
  const broken = even(text, count, box.face ?? 'font', places);
  if (!broken) return null;
  const high = box.height === undefined ? box.size : box.height / count / (count === 1 ? 1 : leading);
  return { lines: broken.lines, size: Math.floor(Math.min(box.size, high, box.width / Math.max(broken.longest, 0.1)) * 2) / 2, cut: false };
}

/** The largest setting on two or more lines that is not below the least. */
function folded(text: string, box: Box): Setting | null {
  const least = box.least ?? smallest;
  for (const places of box.name ? ['spoken', 'any'] as const : ['whole', 'any'] as const) {
    let best: Setting | null = null;
    for (let count = 2; count <= (box.lines ?? 2); count++) {
      const found = at(text, count, box, places);
      if (found && found.size >= least && (!best || found.size > best.size * 1.1)) best = found;
    }
    if (best) return best;
  }
  return null;
}

export function setText(text: string, box: Box, short?: string): Setting {
  const least = box.least ?? smallest;
  const line = at(text, 1, box, 'any')!; // one line is always possible
  if (line.size >= Math.max(least, Math.min(box.size, box.height ?? box.size) * shrinksTo)) return line;
  const brief = short && short !== text ? at(short, 1, box, 'any') : null;
  if (brief && brief.size >= least) return brief;
  const more = folded(text, box);
  if (more && more.size >= line.size * 0.9) return more;
  if (line.size >= least) return line;
  const said = brief ? short! : text;
  return more ?? (brief ? folded(short!, box) : null) ?? cutMiddle(said, { ...box, size: least, least });
}

/** As much of its beginning and end as fits at the smallest size. */
function cutMiddle(text: string, box: Box): Setting {
  const chars = [...text];
  const folds = (box.lines ?? 2) > 1 && (box.height ?? Infinity) >= box.size * leading * 2 - 1;
  const keeping = (keep: number): Setting | null => {
    const head = Math.ceil(keep * 0.55);
    const kept = `${chars.slice(0, head).join('').trimEnd()}…${chars.slice(chars.length - (keep - head)).join('').trimStart()}`;
    const set = (folds ? folded(kept, { ...box, name: false }) : null) ?? at(kept, 1, box, 'any')!;
    return set.size >= box.size ? { ...set, cut: true } : null;
  };
  let best: Setting = { lines: ['…'], size: box.size, cut: true };
  for (let low = 2, high = chars.length - 1; low <= high;) {
    const middle = (low + high) >> 1;
    const set = keeping(middle);
    if (set) { best = set; low = middle + 1; } else high = middle - 1;
  }
  return best;
}

/** Members of a team on one line: as many as fit, then how many there are. */
export function crew(members: readonly string[], width: number, size: number): string {
  const all = members.join('　');
  if (widthOf(all) * size <= width) return all;
  for (let n = members.length - 1; n > 0; n--) {
    const some = `${members.slice(0, n).join('　')} 等${members.length}人`;
    if (widthOf(some) * size <= width) return some;
  }
  return `${members.length}人`;
}

/** The members, if the name does not say them already. */
export function membersOf(name: string, members: readonly string[] | undefined): readonly string[] {
  return members?.length && !members.every((m) => name.includes(m)) ? members : [];
}

/** How a trade's name stands in the rail: 168 for two characters, then smaller, then on up to three lines. */
export function tradeLines(name: string, width = 390): Setting {
  const n = [...name].length;
  if (n <= 5 && widthOf(name, 'font-bold') <= 5.1) return { lines: [name], size: n <= 2 ? 168 : n <= 3 ? 128 : n <= 4 ? 96 : 78, cut: false };
  return setText(name, { width, size: 78, height: 190, lines: 3, least: 40, face: 'font-bold' });
}
