// A sheet's sum in figures. Apart from total.ts, so that the list of entrants loads without it.
import type { Decimal } from '../figures/decimal';

const mostShown = 4;

/** With the decimals of the trade (R-K2), and what a sum has beyond them. */
export const sumWords = (sum: Decimal, { decimals = 2 }: { decimals?: number }): string => {
  const exact = sum.round(mostShown);
  return exact.toFixed(Math.max(decimals, exact.places()));
};
