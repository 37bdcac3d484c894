// Taps of a floor judge: on this tablet's disk before they show, sent in order with the moment they were made, once.
import type { Ask, Method } from '@scoring/web/hub';
import type { FloorHub } from '@scoring/web/wire';
import { openDB, type IDBPDatabase } from 'idb';
import { ref, shallowRef, watch } from 'vue';
import { ask, call } from '../connection/hub';
import { ownerKey } from '../outbox/database';
import { newSubmissionId } from '../outbox/submissionId';
import { contact, serverNow } from '../session/contact';
import { waitingTaps } from '../session/counts';
import { owner } from '../session/session';

export type TapKind = Exclude<Method<FloorHub>, typeof ask.OpenFloor>;
type Command<K extends TapKind> = Ask<FloorHub, K>[0];
interface TapOf<K extends TapKind> { id: string; owner: string; kind: K; command: Command<K>; madeAt: number; order: number; sequence?: number }
export type Tap = { [K in TapKind]: TapOf<K> }[TapKind];
export interface RefusedTap { tap: Tap; why: string }

const patience = 20_000;
export const taps = shallowRef<readonly Tap[]>([]);
export const refused = ref<RefusedTap[]>([]);

let opened: Promise<IDBPDatabase> | undefined;
const database = () => opened ??= openDB('scoring-floor', 1, { upgrade(db) { db.createObjectStore('taps', { keyPath: 'id' }); } });
const mine = () => (owner.value ? ownerKey(owner.value) : '');
const unsent = () => taps.value.filter((t) => t.sequence === undefined);
const recount = () => { waitingTaps.value = unsent().length; };

export async function loadTaps(): Promise<void> {
  const stored = (await (await database()).getAll('taps')) as Tap[];
  const known = new Set(taps.value.map((t) => t.id));
  taps.value = [...taps.value, ...stored.filter((t) => t.owner === mine() && !known.has(t.id))].sort((a, b) => a.order - b.order);
  recount();
  void sendTaps();
}

/** The moment of a tap, by the server's clock. */
export const moment = (): string => serverNow().toISOString();

let counter = 0;
export async function tap<K extends TapKind>(kind: K, what: Omit<Command<K>, 'id' | 'at'> & { at?: string }): Promise<void> {
  const id = newSubmissionId();
  const command = { at: moment(), ...what, id };
  const made = { id, owner: mine(), kind, command, madeAt: Date.now(), order: Date.now() * 1000 + (counter++ % 1000) } as unknown as Tap; // a kind and its command
  taps.value = [...taps.value, made];
  recount();
  await (await database()).put('taps', made).catch(() => undefined);
  void sendTaps();
}

let sending = false;
export async function sendTaps(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let next = unsent()[0]; next && contact.state === 'online'; next = unsent()[0]) {
      const answer = await call(patience, next.kind, ...([next.command] as Ask<FloorHub, TapKind>));
      if (answer.outcome === 'retry') break;
      const sent = next;
      await (await database()).delete('taps', sent.id).catch(() => undefined);
      if (answer.outcome === 'refused') {
        refused.value = [...refused.value, { tap: sent, why: answer.message ?? '' }];
        taps.value = taps.value.filter((t) => t.id !== sent.id);
      } else {
        taps.value = taps.value.map((t) => (t.id === sent.id ? { ...t, sequence: answer.receipt?.sequence ?? 0 } : t));
      }
      recount();
    }
  } catch { /* cut in the middle: the same ids go again */ } finally {
    sending = false;
    if (unsent().length && contact.state === 'online') setTimeout(() => void sendTaps(), 2_000);
  }
}

/** What the server now shows needs no copy here. */
export function seenUpTo(version: number): void {
  const left = taps.value.filter((t) => t.sequence === undefined || t.sequence > version);
  if (left.length !== taps.value.length) taps.value = left;
}

watch(() => contact.state, (state) => { if (state === 'online') void sendTaps(); });
