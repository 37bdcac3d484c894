// Everything this judge may see, as the server last said it; kept on the tablet so that marking goes on without a network.
import type { EntrantCard, TabletModule, TabletSession } from '@scoring/web/wire';
import { computed, shallowReactive, shallowRef } from 'vue';
import { byCode, cardKey, moduleKey } from '../marking/sheetOf';
import { afterPaint } from '../outbox/afterPaint';
import { database, type Owner } from '../outbox/database';
import { isMine, receipts } from '../outbox/outbox';

export const session = shallowRef<KeptSession | null>(null);
export const cards = shallowReactive(new Map<string, EntrantCard>());

export const owner = computed<Owner | null>(() => session.value && {
  competition: session.value.competition, judge: session.value.judge, device: session.value.deviceName, seat: session.value.seat,
});

export const moduleOf = (trade: string, module: string): TabletModule | undefined =>
  session.value?.modules.find((m) => m.trade === trade && m.module === module);

/** Cards of each module by code, kept sorted once per session; a changed card keeps its place. */
const order = computed(() => new Map((session.value?.modules ?? []).map((m) => [moduleKey(m), [...m.cards].sort(byCode).map(cardKey)])));

export function cardsOf(module: TabletModule): EntrantCard[] {
  return (order.value.get(moduleKey(module)) ?? []).flatMap((key) => cards.get(key) ?? []);
}

/** What the server said of each part, to be said again with the next question. */
export type Tags = Record<string, string>;
export type KeptSession = TabletSession & { tags?: Tags };

/** Cards that came by themselves while a list was on its way: the list may be older than they are. */
const underWay = new Set<Set<string>>();

export async function meanwhile<T>(work: (came: Set<string>) => Promise<T>): Promise<T> {
  const came = new Set<string>();
  underWay.add(came);
  try { return await work(came); } finally { underWay.delete(came); }
}

/** What the server says: shown at once, on the disk right after. `came`: cards that are newer already. */
export function takeSession(fresh: KeptSession, came: ReadonlySet<string> = new Set()): void {
  const newer = [...came].flatMap((key) => cards.get(key) ?? []);
  show(fresh);
  for (const card of newer) if (cards.has(cardKey(card))) cards.set(cardKey(card), card);
  void afterPaint().then(keep);
}

function show(fresh: KeptSession): void {
  cards.clear();
  for (const card of fresh.modules.flatMap((m) => m.cards)) cards.set(cardKey(card), card);
  session.value = fresh;
}

/** A card that is older than the one held, or of somebody else's list, is ignored. */
export function takeCard(card: EntrantCard): void {
  const held = cards.get(cardKey(card));
  if (!held || card.version < held.version) return;
  cards.set(cardKey(card), card);
  for (const came of underWay) came.add(cardKey(card));
  keepSoon();
}

/** What this tablet shows, in figures; the server says the same with every heartbeat, so that a lost message is noticed. */
export function digest(): string {
  let versions = 0, returned = 0, out = 0, agree = 0;
  for (const card of cards.values()) {
    versions += card.version;
    if (card.state === 'returned') returned++;
    if (card.status !== 'normal' || card.waived !== undefined) out++;
    if (card.agree) agree++;
  }
  return [session.value?.modules.filter((m) => m.open).length ?? 0, cards.size, versions, returned, out, agree].join(' ');
}

export function forgetSession(): void {
  session.value = null;
  cards.clear();
}

export async function restoreSession(): Promise<void> {
  const kept = await (await database()).get('kept', 'session');
  if (!kept || session.value) return;
  show(kept);
  // A sheet whose receipt came in the tab's last moment is in, whatever the list of before says.
  for (const { card, owner: whose } of receipts.values()) if (card && isMine({ owner: whose }, owner.value)) takeCard(card);
}

let timer: ReturnType<typeof setTimeout> | undefined;
function keepSoon(): void {
  timer ??= setTimeout(() => void keep(), 500);
}

async function keep(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const current = session.value;
  if (!current) return;
  const modules = current.modules.map((m) => ({ ...m, cards: cardsOf(m) }));
  // Losing this copy costs a reload without network, never a mark.
  await (await database()).put('kept', { ...current, modules }, 'session').catch(() => undefined);
}
