// What a typed entry means for its aspect (R-B5, R-J5): blank, right with its mark, or wrong with the reason in words.
// A preview for the judge's own sheet; the server's figure is the one that counts.
import { texts } from '../texts';
import type { Aspect, AnswerKeyAspect, MetricAspect, PointsAspect, TimeBandAspect, ToleranceAspect } from '../wire';
import { Decimal } from './decimal';
import { secondsOf } from './time';
import { isBlank, type Typed } from './typed';

export type Verdict =
  /** because: begun, and what is still open. */
  | { state: 'blank'; because?: string }
  /** mark null: only the server can tell (answer keys never reach a tablet). band: index into `bandsOf`. */
  | { state: 'ok'; mark: Decimal | null; because?: string; band?: number }
  | { state: 'bad'; brief: string; message: string };

const t = texts.verdict;
const largest = Decimal.of(1_000_000_000), metricDecimals = 6;
const bad = (brief: string, why: string): Verdict => ({ state: 'bad', brief, message: why + t.kept });
const ok = (mark: Decimal, full: Decimal, more: { because?: string; band?: number } = {}): Verdict =>
  ({ state: 'ok', mark: mark.clamp(Decimal.zero, full).round(2), ...more });

export function verdict(aspect: Aspect, typed: Typed | undefined): Verdict {
  if (typed === undefined || isBlank(typed)) return { state: 'blank' };
  if (aspect.kind === 'answerKey') return answers(aspect, typed);
  const text = typed as string;
  if (aspect.kind === 'timeBand') return time(aspect, text);
  const value = Decimal.parse(text);
  if (!value) return bad(t.notNumberBrief, t.notNumber(text));
  if (value.abs().compare(largest) > 0) return bad(t.tooLargeBrief, t.tooLarge(text));
  const full = Decimal.of(aspect.fullMark);
  switch (aspect.kind) {
    case 'points': return points(aspect, value, full, text);
    case 'binary': return value.equals(Decimal.one) ? ok(full, full) : value.equals(Decimal.zero) ? ok(Decimal.zero, full) : bad(t.yesNoBrief, t.yesNo(text));
    case 'faults': return whole(value, text) ?? ok(full.minus(value.times(Decimal.of(aspect.deduction))), full);
    case 'count': return whole(value, text) ?? ok(value.times(Decimal.of(aspect.pointsEach)), full);
    case 'judgement': return judgement(value, full, text);
    case 'tolerance': return tolerance(aspect, value, full, text);
    case 'metric': return value.places() > metricDecimals ? bad(t.decimalsBrief, t.decimals(text, metricDecimals)) : metric(aspect, value, full);
  }
}

function points(aspect: PointsAspect, value: Decimal, full: Decimal, text: string): Verdict {
  if (value.compare(Decimal.zero) < 0) return bad(t.belowZeroBrief, t.belowZero(text, full.toString()));
  if (value.compare(full) > 0) return bad(t.aboveFullBrief, t.aboveFull(text, full.toString()));
  const step = Decimal.of(aspect.step);
  if (value.isMultipleOf(step) || value.equals(full)) return ok(value, full);
  const below = value.timesOver(Decimal.one, step, 0).times(step);
  const low = below.compare(value) > 0 ? below.minus(step) : below;
  return bad(t.offStepBrief, t.offStep(text, step.toString(), low.toString(), low.plus(step).clamp(low, full).toString()));
}

function whole(value: Decimal, text: string): Verdict | null {
  if (value.compare(Decimal.zero) >= 0 && value.isWhole()) return null;
  return bad(t.notWholeBrief, t.notWhole(text));
}

/** R-G2: one judge's part of full × sum ÷ 9 is full × n ÷ 3. */
function judgement(value: Decimal, full: Decimal, text: string): Verdict {
  if (!value.isWhole() || value.compare(Decimal.zero) < 0 || value.compare(Decimal.of(3)) > 0) return bad(t.zeroToThreeBrief, t.zeroToThree(text));
  return ok(full.timesOver(value, Decimal.of(3), 2), full);
}

function tolerance(aspect: ToleranceAspect, value: Decimal, full: Decimal, text: string): Verdict {
  if (value.places() > aspect.decimals) return bad(t.decimalsBrief, t.decimals(text, aspect.decimals));
  const deviation = value.minus(Decimal.of(aspect.nominal)).abs();
  const band = aspect.bands.findIndex((b) => deviation.compare(Decimal.of(b.within)) <= 0);
  const hit = aspect.bands[band];
  return hit
    ? ok(Decimal.of(hit.mark), full, { band, because: t.inBand(deviation.toString(), aspect.unit, band + 1) })
    : ok(Decimal.zero, full, { band: aspect.bands.length, because: t.outsideBands(deviation.toString(), aspect.unit) });
}

function time(aspect: TimeBandAspect, text: string): Verdict {
  const seconds = secondsOf(text);
  if (seconds === null) return bad(t.notTimeBrief, t.notTime(text));
  const band = aspect.bands.findIndex((b) => seconds <= b.upToSeconds);
  const hit = aspect.bands[band];
  const full = Decimal.of(aspect.fullMark);
  return hit ? ok(Decimal.of(hit.mark), full, { band, because: t.timeBand(band + 1) }) : ok(Decimal.zero, full, { band: aspect.bands.length, because: t.timeBeyond });
}

function metric(aspect: MetricAspect, value: Decimal, full: Decimal): Verdict {
  if (aspect.steps) {
    const { better, edges } = aspect.steps;
    const band = edges.findIndex((e) => (better === 'higher' ? value.compare(Decimal.of(e.value)) >= 0 : value.compare(Decimal.of(e.value)) <= 0));
    const hit = edges[band];
    return hit ? ok(Decimal.of(hit.mark), full, { band, because: t.timeBand(band + 1) }) : ok(Decimal.zero, full, { band: edges.length, because: t.timeBeyond });
  }
  const line = aspect.line ?? [];
  // The segment that holds the value; the first and the last go on beyond their ends (R-J5).
  let i = line.findIndex((p, n) => n > 0 && value.compare(Decimal.of(p.value)) <= 0);
  if (i < 0) i = line.length - 1;
  const a = line[i - 1], b = line[i];
  if (!a || !b) return { state: 'ok', mark: null };
  const rise = Decimal.of(b.mark).minus(Decimal.of(a.mark));
  const run = Decimal.of(b.value).minus(Decimal.of(a.value));
  return ok(Decimal.of(a.mark).times(run).plus(value.minus(Decimal.of(a.value)).times(rise)).timesOver(Decimal.one, run, 2), full);
}

function answers(aspect: AnswerKeyAspect, typed: Typed): Verdict {
  const open = aspect.fields.filter((_, i) => !Array.isArray(typed) || (typed[i] ?? null) === null);
  return open.length === 0 ? { state: 'ok', mark: null } : { state: 'blank', because: t.fieldsOpen(open.map((f) => f.name)) };
}
