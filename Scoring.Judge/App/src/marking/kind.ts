// What every kind of aspect says of itself. One folder a kind, found through kinds/kinds.ts; the server's figure is the one that counts.
import type { Aspect, Entry } from '@scoring/web/wire';
import type { Decimal } from '../figures/decimal';
import type { TypingRule } from './typing';

export type AspectKind = Aspect['kind'];
export type AspectOf<K extends AspectKind> = Extract<Aspect, { kind: K }>;

/** Text of a figure; or one text per answer field, null: not touched yet. Stays as typed until the judge changes it. */
export type Typed = string | (string | null)[];

export type Verdict =
  /** because: begun, and what is still open. */
  | { state: 'blank'; because?: string }
  /** mark null: only the server can tell (answer keys never reach a tablet), or it is a factor of the whole.
   * band: index into the kind's bands. */
  | { state: 'ok'; mark: Decimal | null; factor?: Decimal; because?: string; band?: number }
  | { state: 'bad'; brief: string; message: string };

/** Where a band ends and what it gives. */
export interface Band { edge: string; mark: string }

/** Values one tap away: every legal one up to the full mark, or the usual counts. */
export interface Quick { values: readonly string[]; all: boolean }

export interface Kind<K extends AspectKind> {
  /** What is typed, and not blank, means (R-B5, R-J5). `belowZero`: the module has no floor (R-K9). */
  verdict(aspect: AspectOf<K>, typed: Typed, belowZero: boolean): Verdict;
  /** How it is marked, e.g. 步长 0.5. */
  how(aspect: AspectOf<K>): string;
  /** The row's second line once the verdict gives a reason. */
  because(aspect: AspectOf<K>, reason: string): string;
  /** What was typed, in words: 2 处, 实测 8.3 A, 是. Empty: its mark says it. */
  words(aspect: AspectOf<K>, typed: Typed): string;
  /** Only for what `verdict` finds right. */
  toWire(typed: Typed): Entry;
  fromWire(entry: Entry): Typed;
  /** Which keys it takes; null: it is not typed by keys. */
  keys: TypingRule | null | ((aspect: AspectOf<K>, belowZero: boolean) => TypingRule);
  /** Figures it is typed as, one after the other, by name; left out: one. */
  parts?(aspect: AspectOf<K>): readonly string[] | null;
  /** What the display above the keys says beside the figure. */
  display: { label(aspect: AspectOf<K>): string; unit(aspect: AspectOf<K>): string; shown(typed: string): string };
  /** As they are shown, the last one being what lies beyond; empty: it has none. */
  bands(aspect: AspectOf<K>): Band[];
  quick(aspect: AspectOf<K>): Quick;
}

export function isBlank(typed: Typed | undefined): boolean {
  return typed === undefined || (Array.isArray(typed) ? typed.every((answer) => answer === null) : typed.trim() === '');
}
