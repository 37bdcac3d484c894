// The bands of an aspect as they are shown: where they end and what they give, the last one being what lies beyond.
import { texts } from '../texts';
import type { Aspect } from '../wire';
import { Decimal } from './decimal';
import { clock } from './time';

export interface Band { edge: string; mark: string }

export function bandsOf(aspect: Aspect): Band[] {
  const mark = (m: number) => texts.marks(Decimal.of(m).toString());
  const rest = (edge: string): Band => ({ edge, mark: mark(0) });
  switch (aspect.kind) {
    case 'tolerance':
      return [...aspect.bands.map((b) => ({ edge: `≤ ${decimals(b.within, aspect.bands.map((x) => x.within))} ${aspect.unit}`, mark: mark(b.mark) })), rest(texts.bands.larger)];
    case 'timeBand':
      return [...aspect.bands.map((b) => ({ edge: `≤ ${clock(b.upToSeconds)}`, mark: mark(b.mark) })), rest(texts.bands.longer)];
    case 'metric': {
      if (!aspect.steps) return [];
      const { better, edges } = aspect.steps;
      const sign = better === 'higher' ? '≥' : '≤';
      return [...edges.map((e) => ({ edge: `${sign} ${Decimal.of(e.value)}`, mark: mark(e.mark) })), rest(better === 'higher' ? texts.bands.smaller : texts.bands.larger)];
    }
    default: return [];
  }
}

/** Edges of one strip share their decimals: 0.2, 0.5, 1.0. */
function decimals(value: number, all: number[]): string {
  return Decimal.of(value).toFixed(Math.max(...all.map((v) => Decimal.of(v).places())));
}

/** Values one tap away: every step of a points aspect, the full mark last; none where there would be more than 21. */
export function legalValues(aspect: Aspect): string[] {
  const full = Decimal.of(aspect.fullMark);
  switch (aspect.kind) {
    case 'points': return steps(Decimal.of(aspect.step), full);
    case 'faults': return tally(full, Decimal.of(aspect.deduction));
    case 'count': return tally(full, Decimal.of(aspect.pointsEach));
    default: return [];
  }
}

const most = 21;

function steps(step: Decimal, full: Decimal): string[] {
  const values: string[] = [];
  for (let v = Decimal.zero; v.compare(full) < 0; v = v.plus(step)) {
    if (values.length >= most) return [];
    values.push(v.toString());
  }
  return [...values, full.toString()];
}

/** 0, 1, 2 … as many as still change the mark, at most 0 to 9. */
function tally(full: Decimal, each: Decimal): string[] {
  const values: string[] = ['0'];
  for (let n = 1, used = each; n < 10; n++, used = used.plus(each)) {
    values.push(String(n));
    if (used.compare(full) >= 0) break;
  }
  return values;
}
