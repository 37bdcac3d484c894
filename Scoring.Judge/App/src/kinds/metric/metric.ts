import { Decimal } from '../../figures/decimal';
import { asFigure, bad, band, banded, noQuick, notFigure, ok, plain, plainReason, textOf, tooManyPlaces } from '../../marking/figure';
import type { AspectOf, Kind, Typed, Verdict } from '../../marking/kind';
import { texts } from '../../marking/texts';

export const words = { result: '结果', base: '基数' } as const;
const mostDecimals = 6;
const hundred = Decimal.of(100);

type Metric = AspectOf<'metric'>;
/** The base is entered beside each result (R-K8). */
const asksBase = (aspect: Metric): boolean => aspect.base !== undefined && aspect.base.value === undefined;
const wrong = (text: string): Verdict | null => notFigure(text) ?? tooManyPlaces(Decimal.parse(text)!, text, mostDecimals);
const figures = (typed: Typed): [string, string] => (Array.isArray(typed) ? [typed[0] ?? '', typed[1] ?? ''] : [typed, '']);

/** A result such as orders or kWh/t, or its difference from a base, by a line through points or by steps (R-B5, R-J5, R-K8). */
export const metric: Kind<'metric'> = {
  ...plainReason, ...noQuick,
  verdict(aspect, typed) {
    const [result, base] = asksBase(aspect) ? figures(typed) : [textOf(typed), String(aspect.base?.value ?? '')];
    const missing = [...(result.trim() ? [] : [words.result]), ...(asksBase(aspect) && !base.trim() ? [words.base] : [])];
    if (missing.length) return { state: 'blank', because: `还差${missing.join('、')}` };
    const found = wrong(result) ?? (asksBase(aspect) ? wrong(base) : null);
    if (found) return found;
    if (asksBase(aspect) && Decimal.parse(base)!.equals(Decimal.zero)) return bad('基数为 0', '基数不能是 0，请核对。');
    const value = taken(aspect, Decimal.parse(result)!, Decimal.parse(base));
    return aspect.steps ? bySteps(aspect.steps, value, Decimal.of(aspect.fullMark)) : byLine(aspect, value, Decimal.of(aspect.fullMark));
  },
  how(aspect) {
    const { base, steps } = aspect;
    const from = base && (base.value === undefined ? words.base : `${words.base} ${plain(base.value)} `);
    const what = base ? (base.take === 'percent' ? `比${from}增减的百分比` : `与${from}的差`)
      : steps ? words.result : `${words.result}（${aspect.unit}）`;
    return steps ? `按${what}分 ${steps.edges.length + 1} 档` : `按${what}线性换算`;
  },
  words(aspect, typed) {
    const [result, base] = asksBase(aspect) ? figures(typed) : [textOf(typed), ''];
    return `${words.result} ${result} ${aspect.unit}${base ? `，${words.base} ${base}` : ''}`;
  },
  toWire: (typed) => (Array.isArray(typed) ? typed.map((t) => Decimal.parse(t ?? '')?.toString() ?? '') : asFigure.toWire(typed)),
  fromWire: asFigure.fromWire,
  keys: { point: true, minus: true, colon: false },
  parts: (aspect) => (asksBase(aspect) ? [words.result, words.base] : null),
  display: { label: () => words.result, unit: (aspect) => aspect.unit, shown: (typed) => typed },
  bands({ steps }) {
    if (!steps) return [];
    const higher = steps.better === 'higher';
    const beyond = band(higher ? texts.bands.smaller : texts.bands.larger, 0);
    return [...steps.edges.map((e) => band(`${higher ? '≥' : '≤'} ${plain(e.value)}`, e.mark)), beyond];
  },
};

/** What is mapped, as top ÷ bottom: never rounded before the mark is. */
interface Taken { top: Decimal; bottom: Decimal }

function taken({ base }: Metric, own: Decimal, from: Decimal | null): Taken {
  if (!base || !from) return { top: own, bottom: Decimal.one };
  const top = own.minus(from);
  if (base.take === 'difference') return { top, bottom: Decimal.one };
  const negative = from.compare(Decimal.zero) < 0;
  return { top: (negative ? top.negated() : top).times(hundred), bottom: from.abs() };
}

const compare = ({ top, bottom }: Taken, value: number): number => top.compare(Decimal.of(value).times(bottom));

function bySteps({ better, edges }: NonNullable<Metric['steps']>, value: Taken, full: Decimal): Verdict {
  const sign = better === 'higher' ? 1 : -1;
  const hit = edges.findIndex((e) => compare(value, e.value) * sign >= 0);
  return banded(edges, hit, full, (n) => (n === null ? texts.verdict.beyond : texts.verdict.inBand(n)));
}

function byLine(aspect: Metric, value: Taken, full: Decimal): Verdict {
  const line = aspect.line ?? [];
  // The segment that holds the value; the first and the last go on beyond their ends (R-J5).
  let i = line.findIndex((p, n) => n > 0 && compare(value, p.value) <= 0);
  if (i < 0) i = line.length - 1;
  const a = line[i - 1], b = line[i];
  if (!a || !b) return { state: 'ok', mark: null };
  const rise = Decimal.of(b.mark).minus(Decimal.of(a.mark));
  const run = Decimal.of(b.value).minus(Decimal.of(a.value)).times(value.bottom);
  const beyond = value.top.minus(Decimal.of(a.value).times(value.bottom));
  return ok(Decimal.of(a.mark).times(run).plus(beyond.times(rise)).timesOver(Decimal.one, run, 2), full);
}
