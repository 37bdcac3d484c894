// An aspect and its entry in words: the second line of a row, the summary, the undo button.
import { texts } from '../texts';
import type { Aspect } from '../wire';
import { Decimal } from './decimal';
import { colons } from './time';
import { isBlank, type Typed } from './typed';
import type { Verdict } from './verdict';

const s = texts.sheet;
const plain = (n: number) => Decimal.of(n).toString();

/** How the aspect is marked, e.g. 步长 0.5. */
export function howMarked(aspect: Aspect): string {
  switch (aspect.kind) {
    case 'points': return s.step(plain(aspect.step));
    case 'binary': return s.yesNo(plain(aspect.fullMark));
    case 'faults': return s.perUnit(aspect.unit, plain(aspect.deduction));
    case 'count': return s.each(aspect.unit, plain(aspect.pointsEach));
    case 'tolerance': return s.nominal(nominal(aspect), aspect.unit, aspect.bands.length + 1);
    case 'timeBand': return s.byTime(aspect.bands.length + 1);
    case 'judgement': return s.byBenchmark;
    case 'answerKey': return s.byKey(aspect.fields.length);
    case 'metric': return aspect.steps ? s.bySteps(aspect.steps.edges.length + 1) : s.byLine(aspect.unit);
  }
}

/** The row's second line: how it is marked, or what became of what was typed. */
export function secondLine(aspect: Aspect, found: Verdict): string {
  if (found.state === 'bad' || !found.because) return howMarked(aspect);
  return aspect.kind === 'tolerance' ? s.nominalBecause(nominal(aspect), aspect.unit, found.because) : found.because;
}

/** The nominal value to the decimals its bands are written in: 8.0 A. */
function nominal(aspect: Aspect & { kind: 'tolerance' }): string {
  const places = Math.max(...aspect.bands.map((b) => Decimal.of(b.within).places()), Decimal.of(aspect.nominal).places());
  return Decimal.of(aspect.nominal).toFixed(places);
}

/** What was typed, in words: 2 处, 实测 8.3 A, 是. Empty for plain points, whose mark says it. */
export function entryWords(aspect: Aspect, typed: Typed | undefined): string {
  if (typed === undefined || isBlank(typed)) return '';
  if (Array.isArray(typed)) return typed.map((answer) => answer || texts.keypad.unanswered).join('，');
  switch (aspect.kind) {
    case 'points': return '';
    case 'binary': return typed === '1' ? texts.yes : typed === '0' ? texts.no : typed;
    case 'faults': case 'count': return `${typed} ${aspect.unit}`;
    case 'tolerance': return `${s.measured} ${typed} ${aspect.unit}`;
    case 'metric': return `${s.result} ${typed} ${aspect.unit}`;
    case 'timeBand': return `${s.used} ${colons(typed)}`;
    default: return typed;
  }
}

/** For the undo button. */
export const shortWords = (aspect: Aspect, typed: Typed | undefined): string =>
  isBlank(typed) ? texts.blank : aspect.kind === 'points' ? String(typed) : entryWords(aspect, typed);
