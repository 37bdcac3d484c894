import { Decimal } from '../../figures/decimal';
import { asFigure, band, banded, figure, noQuick, ok, plain, plainReason, textOf, tooManyPlaces } from '../../marking/figure';
import type { AspectOf, Kind, Verdict } from '../../marking/kind';
import { texts } from '../../marking/texts';

export const words = { result: '结果' } as const;
const mostDecimals = 6;

/** A result such as orders or kWh/t, by a line through points or by steps (R-B5, R-J5). */
export const metric: Kind<'metric'> = {
  ...asFigure, ...plainReason, ...noQuick,
  verdict: figure((aspect, value, text, full) => tooManyPlaces(value, text, mostDecimals)
    ?? (aspect.steps ? bySteps(aspect.steps, value, full) : byLine(aspect, value, full))),
  how: (aspect) => (aspect.steps ? `按结果分 ${aspect.steps.edges.length + 1} 档` : `按 ${aspect.unit} 线性换算`),
  words: (aspect, typed) => `${words.result} ${textOf(typed)} ${aspect.unit}`,
  keys: { point: true, minus: true, colon: false },
  display: { label: () => words.result, unit: (aspect) => aspect.unit, shown: (typed) => typed },
  bands({ steps }) {
    if (!steps) return [];
    const higher = steps.better === 'higher';
    const beyond = band(higher ? texts.bands.smaller : texts.bands.larger, 0);
    return [...steps.edges.map((e) => band(`${higher ? '≥' : '≤'} ${plain(e.value)}`, e.mark)), beyond];
  },
};

function bySteps({ better, edges }: NonNullable<AspectOf<'metric'>['steps']>, value: Decimal, full: Decimal): Verdict {
  const sign = better === 'higher' ? 1 : -1;
  const hit = edges.findIndex((e) => value.compare(Decimal.of(e.value)) * sign >= 0);
  return banded(edges, hit, full, (n) => (n === null ? texts.verdict.beyond : texts.verdict.inBand(n)));
}

function byLine(aspect: AspectOf<'metric'>, value: Decimal, full: Decimal): Verdict {
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
