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
  return { id, name, aspects, full: Decimal.sum(aspects.map(shareOf)) };
}

/** What an aspect adds to its module's full mark: bonus and factor stand outside (R-K9). */
export const shareOf = (aspect: Aspect): Decimal =>
  (aspect.kind === 'bonus' || aspect.kind === 'factor' ? Decimal.zero : Decimal.of(aspect.fullMark));

export function aspectsOf(sheet: Criterion[]): Aspect[] {
  return sheet.flatMap((c) => [...(c.aspects ?? []), ...aspectsOf(c.parts ?? [])]);
}

/** `attempt`: which run or member, from 1; left out: the first or only one. */
export interface CardKey { trade: string; module: string; code: string; attempt?: number }

/** Codes may hold any character but NUL. */
export const cardKey = ({ trade, module, code, attempt = 1 }: CardKey): string =>
  [trade, module, code, ...(attempt > 1 ? [attempt] : [])].join('\u0000');

/** 第 2 次, 第 2 人; empty: the module has one sheet an entrant. */
export const runOf = (module: Pick<TabletModule, 'runs'>, { attempt }: Pick<CardKey, 'attempt'>): string =>
  (!module.runs || attempt === undefined ? ''
    : module.runs === 'member' ? `第 ${attempt} 人` : `第 ${attempt} 次`);

/** The code, and which run or member of it. */
export const nameOf = (module: Pick<TabletModule, 'runs'>, card: CardKey): string =>
  [card.code, runOf(module, card)].filter(Boolean).join(' ');

export const moduleKey = (module: Pick<TabletModule, 'trade' | 'module'>): string => [module.trade, module.module].join('\u0000');

/** A08 before A10, 2 before 10. */
const collator = new Intl.Collator('zh-CN', { numeric: true });
export const byCode = (a: EntrantCard, b: EntrantCard): number =>
  collator.compare(a.code, b.code) || (a.attempt ?? 1) - (b.attempt ?? 1);
export const byStation = (a: EntrantCard, b: EntrantCard): number =>
  collator.compare(a.station ?? '\uffff', b.station ?? '\uffff') || byCode(a, b);
