// The judge's list in parts: heads, then cards by module, compressed, and only what changed since this tablet last asked.
import type { EntrantCard, TabletCards, TabletHeads } from '@scoring/web/wire';
import { cardKey, moduleKey } from '../marking/sheetOf';
import { cardsOf, meanwhile, session, takeSession, type KeptSession, type Tags } from '../session/session';
import { arriving } from './arriving';

const has = 'Tablet-Has';

/** @param own Whether what this tablet holds is this judge's. */
export const fetchLists = (own: boolean): Promise<void> => meanwhile(async (came) => {
  const held = own ? session.value : null, tags: Tags = { ...held?.tags };
  const heads = await ask<TabletHeads>(`/judge/api/session${tags['session'] && held ? `?tag=${tags['session']}` : ''}`);
  const fresh: KeptSession | null = heads ? heads.session : held;
  if (!fresh) throw new Error('no session');
  const next: Tags = { session: heads ? heads.tag : tags['session']! };
  const lists = new Map(await Promise.all(fresh.modules.map(async (module): Promise<[string, EntrantCard[]]> => {
    const key = moduleKey(module), before = held?.modules.find((m) => moduleKey(m) === key);
    const list = await ask<TabletCards>(`/judge/api/cards/${encodeURIComponent(module.trade)}/${encodeURIComponent(module.module)}`,
      before && tags[key] ? { [has]: tags[key] } : {});
    next[key] = list!.tag;
    return [key, list!.whole || !before ? list!.cards : merged(cardsOf(before), list!.cards)];
  })));
  takeSession({ ...fresh, modules: fresh.modules.map((m) => ({ ...m, cards: lists.get(moduleKey(m))! })), tags: next }, came);
});

function merged(before: readonly EntrantCard[], changed: readonly EntrantCard[]): EntrantCard[] {
  const byKey = new Map(changed.map((card) => [cardKey(card), card]));
  return before.map((card) => byKey.get(cardKey(card)) ?? card);
}

async function ask<T>(url: string, headers: Record<string, string> = {}): Promise<T | null> {
  const { status, text } = await arriving(url, headers);
  if (status === 204) return null;
  if (status !== 200) throw new Error(`${status}`);
  return JSON.parse(text) as T;
}
