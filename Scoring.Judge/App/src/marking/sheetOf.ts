// A module's sheet laid out for the glass: criteria in order, each with its lines, sub-criteria flattened under their heads.
import type { Aspect, Criterion, EntrantCard, TabletModule } from '@scoring/web/wire';
import { Decimal } from '../figures/decimal';

export interface Part { id: string; name: string; aspects: Aspect[]; full: Decimal }
export interface Section extends Part { parts: Part[] }

export function sectionsOf(sheet: Criterion[]): Section[] {
  return sheet.map(({ id, name, aspects: own = [], parts: inner = [] }) => {
    const parts = inner.map((p) => part(p.id, p.name, aspectsOf([p])));
    const whole = part(id, name, [...own, ...parts.flatMap((p) => p.aspects)]);
    return { ...whole, parts: own.length && parts.length ? [part('', '', own), ...parts] : parts };
  });
}

function part(id: string, name: string, aspects: Aspect[]): Part {
  return { id, name, aspects, full: Decimal.sum(aspects.map((a) => Decimal.of(a.fullMark))) };
}

export function aspectsOf(sheet: Criterion[]): Aspect[] {
  return sheet.flatMap((c) => [...(c.aspects ?? []), ...aspectsOf(c.parts ?? [])]);
}

export interface CardKey { trade: string; module: string; code: string }

/** Codes may hold any character but NUL. */
export const cardKey = (card: CardKey): string => [card.trade, card.module, card.code].join('\u0000');

export const moduleKey = (module: Pick<TabletModule, 'trade' | 'module'>): string => [module.trade, module.module].join('\u0000');

/** A08 before A10, 2 before 10. */
const collator = new Intl.Collator('zh-CN', { numeric: true });
export const byCode = (a: EntrantCard, b: EntrantCard): number => collator.compare(a.code, b.code);
export const byStation = (a: EntrantCard, b: EntrantCard): number =>
  collator.compare(a.station ?? '\uffff', b.station ?? '\uffff') || byCode(a, b);
