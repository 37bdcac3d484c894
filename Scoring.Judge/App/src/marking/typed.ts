// From what was typed to what is sent and back. Typed text stays as typed until the judge changes it.
import type { Aspect, WireEntry } from '../wire';
import { Decimal } from './decimal';
import { clock, secondsOf } from './time';

/** Text of a figure; or one text per answer field, null: not touched yet. */
export type Typed = string | (string | null)[];

/** Only for what `verdict` finds right. */
export function toWire(aspect: Aspect, typed: Typed): WireEntry {
  if (Array.isArray(typed)) return typed.map((answer) => answer ?? '');
  return aspect.kind === 'timeBand' ? String(secondsOf(typed)) : Decimal.parse(typed)!.toString();
}

export function fromWire(aspect: Aspect, entry: WireEntry): Typed {
  if (Array.isArray(entry)) return entry;
  return aspect.kind === 'timeBand' ? clock(Number(entry)) : Decimal.of(entry).toString();
}

export function isBlank(typed: Typed | undefined): boolean {
  return typed === undefined || (Array.isArray(typed) ? typed.every((answer) => answer === null) : typed.trim() === '');
}
