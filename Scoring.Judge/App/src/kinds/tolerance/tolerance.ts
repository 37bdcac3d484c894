import { Decimal } from '../../figures/decimal';
import { asFigure, band, banded, figure, noQuick, textOf, tooManyPlaces } from '../../marking/figure';
import type { AspectOf, Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

export const words = { measured: '实测' } as const;

/** A measured value: bands on its distance from the nominal one, edge included. */
export const tolerance: Kind<'tolerance'> = {
  ...asFigure, ...noQuick,
  verdict: figure((aspect, value, text, full) => {
    const deviation = value.minus(Decimal.of(aspect.nominal)).abs();
    const hit = aspect.bands.findIndex((b) => deviation.compare(Decimal.of(b.within)) <= 0);
    const because = (n: number | null) => `偏差 ${deviation} ${aspect.unit}，${n === null ? texts.verdict.beyond : texts.verdict.inBand(n)}`;
    return tooManyPlaces(value, text, aspect.decimals) ?? banded(aspect.bands, hit, full, because);
  }),
  how: (aspect) => `标称 ${nominal(aspect)} ${aspect.unit}，按偏差分 ${aspect.bands.length + 1} 档`,
  because: (aspect, reason) => `标称 ${nominal(aspect)} ${aspect.unit}，${reason}`,
  words: (aspect, typed) => `${words.measured} ${textOf(typed)} ${aspect.unit}`,
  keys: { point: true, minus: true, colon: false },
  display: { label: () => words.measured, unit: (aspect) => aspect.unit, shown: (typed) => typed },
  bands: (aspect) => [
    ...aspect.bands.map((b) => band(`≤ ${Decimal.of(b.within).toFixed(places(aspect))} ${aspect.unit}`, b.mark)), band(texts.bands.larger, 0),
  ],
};

/** Edges of one strip share their decimals: 0.2, 0.5, 1.0. */
const places = (aspect: AspectOf<'tolerance'>) => Math.max(...aspect.bands.map((b) => Decimal.of(b.within).places()));

/** The nominal value to the decimals its bands are written in: 8.0 A. */
const nominal = (aspect: AspectOf<'tolerance'>) =>
  Decimal.of(aspect.nominal).toFixed(Math.max(places(aspect), Decimal.of(aspect.nominal).places()));
