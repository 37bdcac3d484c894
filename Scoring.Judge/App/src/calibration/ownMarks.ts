import { Decimal } from '../figures/decimal';

export interface OwnMark { code: string; mark: Decimal; draft: boolean }

/** Mean, highest and lowest with two decimals. */
export function compareMarks(marks: readonly OwnMark[]): { mean: string; high: string; low: string } {
  const sorted = marks.map((m) => m.mark).sort((a, b) => a.compare(b));
  const [low = Decimal.zero] = sorted, high = sorted.at(-1) ?? Decimal.zero;
  const mean = Decimal.sum(sorted).timesOver(Decimal.one, Decimal.of(Math.max(1, sorted.length)), 2);
  return { mean: mean.toFixed(2), high: high.toFixed(2), low: low.toFixed(2) };
}
