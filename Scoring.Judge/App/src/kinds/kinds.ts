// Every kind of aspect, and what the sheet asks of one. A kind of the wire that is missing here does not compile.
import type { Aspect, EntrantCard, Entry } from '@scoring/web/wire';
import { Decimal } from '../figures/decimal';
import { isBlank, type AspectKind, type AspectOf, type Band, type Kind, type Quick, type Typed, type Verdict } from '../marking/kind';
import { texts } from '../marking/texts';
import type { TypingRule } from '../marking/typing';
import { answerKey } from './answerKey/answerKey';
import { binary } from './binary/binary';
import { bonus } from './bonus/bonus';
import { count } from './count/count';
import { factor } from './factor/factor';
import { faults } from './faults/faults';
import { field } from './field/field';
import { judgement } from './judgement/judgement';
import { metric } from './metric/metric';
import { points } from './points/points';
import { timeBand } from './timeBand/timeBand';
import { tolerance } from './tolerance/tolerance';

export const kinds: { readonly [K in AspectKind]: Kind<K> } = {
  points, binary, faults, tolerance, count, timeBand, judgement, answerKey, metric, bonus, factor, field,
};

export const kindOf = <K extends AspectKind>(aspect: AspectOf<K>): Kind<K> => kinds[aspect.kind as K];

/** @param belowZero The module has no floor (R-K9). */
export function verdict(aspect: Aspect, typed: Typed | undefined, belowZero = false): Verdict {
  if (typed === undefined || isBlank(typed)) return { state: 'blank' };
  const found = kindOf(aspect).verdict(aspect, typed, belowZero);
  const stands = found.state !== 'ok' || !found.mark || belowZero || found.mark.compare(Decimal.zero) >= 0;
  return stands ? found : { ...found, mark: Decimal.zero };
}

/** The row's second line: how it is marked, or what became of what was typed. */
export const secondLine = (aspect: Aspect, found: Verdict): string =>
  (found.state === 'bad' || !found.because ? kindOf(aspect).how(aspect) : kindOf(aspect).because(aspect, found.because));

/** What was typed, in words. Empty for blanks, and for plain points, whose mark says it. */
export const entryWords = (aspect: Aspect, typed: Typed | undefined): string =>
  (typed === undefined || isBlank(typed) ? '' : kindOf(aspect).words(aspect, typed));

/** For the undo button. */
export const shortWords = (aspect: Aspect, typed: Typed | undefined): string =>
  (typed === undefined || isBlank(typed) ? texts.blank : entryWords(aspect, typed) || String(typed));

export const howMarked = (aspect: Aspect): string => kindOf(aspect).how(aspect);
export const bandsOf = (aspect: Aspect): Band[] => kindOf(aspect).bands(aspect);
export const quickValues = (aspect: Aspect): Quick => kindOf(aspect).quick(aspect);
export function keysOf(aspect: Aspect, belowZero = false): TypingRule | null {
  const { keys } = kindOf(aspect);
  return typeof keys === 'function' ? keys(aspect, belowZero) : keys;
}
export const partsOf = (aspect: Aspect): readonly string[] | null => kindOf(aspect).parts?.(aspect) ?? null;

/** Only for what `verdict` finds right. */
export const toWire = (aspect: Aspect, typed: Typed): Entry => kindOf(aspect).toWire(typed);
export const fromWire = (aspect: Aspect, entry: Entry): Typed => kindOf(aspect).fromWire(entry);

/** A card's marks as they were typed. */
export function typedMarks(aspects: readonly Aspect[], card: Pick<EntrantCard, 'marks'>): [string, Typed][] {
  return aspects.flatMap((a): [string, Typed][] => {
    const entry = card.marks?.[a.id];
    return entry === undefined ? [] : [[a.id, fromWire(a, entry)]];
  });
}
