// What kinds that are typed as one figure have in common.
import type { Aspect, Entry } from '@scoring/web/wire';
import { Decimal } from '../figures/decimal';
import type { Band, Quick, Typed, Verdict } from './kind';
import { texts } from './texts';

const t = texts.verdict;
const largest = Decimal.of(1_000_000_000);

export const bad = (brief: string, why: string): Verdict => ({ state: 'bad', brief, message: why + t.kept });

/** Not above the full mark; whether it may be below 0 is the module's (R-K9), and `verdict` of kinds.ts sees to it. */
export const ok = (mark: Decimal, full: Decimal, more: { because?: string; band?: number } = {}): Verdict =>
  ({ state: 'ok', mark: (mark.compare(full) > 0 ? full : mark).round(2), ...more });

export const plain = (n: number): string => Decimal.of(n).toString();

type Meaning<A> = (aspect: A, value: Decimal, text: string, full: Decimal, belowZero: boolean) => Verdict;

/** What is wrong with a figure before anybody asks what it means; null: nothing. */
export function notFigure(text: string): Verdict | null {
  const value = Decimal.parse(text);
  if (!value) return bad(t.notNumberBrief, t.notNumber(text));
  return value.abs().compare(largest) > 0 ? bad(t.tooLargeBrief, t.tooLarge(text)) : null;
}

/** Reads the figure; what it means is the kind's. `text`: as typed, for the words. */
export const figure = <A extends Aspect>(mean: Meaning<A>) => (aspect: A, typed: Typed, belowZero: boolean): Verdict => {
  const text = textOf(typed);
  return notFigure(text) ?? mean(aspect, Decimal.parse(text)!, text, Decimal.of(aspect.fullMark), belowZero);
};

export const textOf = (typed: Typed): string => (Array.isArray(typed) ? typed.join(' ') : typed);

/** A figure goes as it was typed, without what says nothing (4. is 4). */
export const asFigure = {
  toWire: (typed: Typed): Entry => Decimal.parse(textOf(typed))!.toString(),
  fromWire: (entry: Entry): Typed => (Array.isArray(entry) ? entry : Decimal.of(entry).toString()),
};

export const plainReason = { because: (_: Aspect, reason: string): string => reason };
export const noBands = { bands: (): Band[] => [] };
export const noQuick = { quick: (): Quick => ({ values: [], all: false }) };

/** Null: a whole number from 0. */
export function notWhole(value: Decimal, text: string): Verdict | null {
  return value.compare(Decimal.zero) >= 0 && value.isWhole() ? null : bad(t.notWholeBrief, t.notWhole(text));
}

const mostCounted = Decimal.of(10_000);

/** Null: a whole number from 0 that somebody can have counted (R-L5). */
export const notCounted = (value: Decimal, text: string): Verdict | null =>
  notWhole(value, text) ?? (value.compare(mostCounted) > 0 ? bad(t.tooLargeBrief, t.tooLarge(text)) : null);

export const tooManyPlaces = (value: Decimal, text: string, most: number): Verdict | null =>
  value.places() > most ? bad(t.decimalsBrief, t.decimals(text, most)) : null;

/** The band that holds gives its mark; beyond them all it is 0. */
export function banded(bands: readonly { mark: number }[], hit: number, full: Decimal, because: (band: number | null) => string): Verdict {
  const band = bands[hit];
  return band
    ? ok(Decimal.of(band.mark), full, { band: hit, because: because(hit + 1) })
    : ok(Decimal.zero, full, { band: bands.length, because: because(null) });
}

export const band = (edge: string, mark: number): Band => ({ edge, mark: texts.marks(plain(mark)) });

const mostTallied = 20;

/** 0, 1, 2 … as many as still change the mark, at most 0 to 20. */
export function tally(full: Decimal, each: Decimal): Quick {
  const values: string[] = ['0'];
  for (let n = 1, used = each; n <= mostTallied; n++, used = used.plus(each)) {
    values.push(String(n));
    if (used.compare(full) >= 0) break;
  }
  return { values, all: false };
}

const mostStepped = 21;

/** Every value from 0 to the full mark by its step, if they are few enough to be touched. */
export function stepped(fullMark: number, by: number): Quick {
  const full = Decimal.of(fullMark), step = Decimal.of(by), values: string[] = [];
  for (let v = Decimal.zero; v.compare(full) < 0; v = v.plus(step)) {
    if (values.length >= mostStepped) return { values: [], all: true };
    values.push(v.toString());
  }
  return { values: [...values, full.toString()], all: true };
}
