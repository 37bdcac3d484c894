// Commands of an official on their way, as sheets of a judge are: on this tablet's disk before they show, each in the ledger once, what
// concerns the same one in the order it was made. Several go at once, so that a line of seconds keeps up with quick hands.
import { openDB, type IDBPDatabase } from 'idb';
import { computed, shallowRef, watch } from 'vue';
import { call, type TabletHub } from '../connection/hub';
import { ownerKey } from '../outbox/database';
import { newSubmissionId } from '../outbox/submissionId';
import { failed, wrote } from '../outbox/unsaved';
import { contact } from '../session/contact';
import { commands, queuesRead } from '../session/counts';
import { owner } from '../session/session';
import type { Ask } from '@scoring/web/hub';
import type { Command } from './command';
import { words } from './live';

/** `sequence`: it is in the ledger, and stays until the page shows that. `why`: it was not taken, and stays until somebody has seen to it. */
export interface Queued {
  id: string; owner: string; kind: Command; command: { id: string }; madeAt: number; order: number; sequence?: number; why?: string;
  /** The command before it on the same figure: what it is based on is known with that one's receipt. */
  after?: string;
}

/** What the queue adds is left out. */
type New<Q extends Queued> = Omit<Q, 'id' | 'owner' | 'madeAt' | 'order' | 'command'> & { command: Omit<Q['command'], 'id'> };

export interface Rules<Q extends Queued> {
  /** The disk's name and its store's. */
  disk: [name: string, store: string];
  /** What must keep its order among each other. */
  concerns(item: Q): string;
  words(item: Q): string;
  /** Has its receipt. */
  taken?(item: Q): void;
  /** A later command on the same figure, now that the one before it is in. */
  rebased?(item: Q, sequence: number): Q;
}

const patience = 20_000, pause = 2_000, atOnce = 16;

export function queueOf<Q extends Queued>(rules: Rules<Q>) {
  const [name, store] = rules.disk;
  const everybodys = shallowRef<readonly Q[]>([]);
  const mine = computed(() => (owner.value ? everybodys.value.filter((q) => q.owner === ownerKey(owner.value!)) : []));
  const waiting = computed(() => mine.value.filter((q) => q.sequence === undefined && q.why === undefined));
  const refused = computed(() => mine.value.filter((q) => q.why !== undefined));
  const flying = new Set<string>();
  let opened: Promise<IDBPDatabase> | undefined;
  const database = () => opened ??= openDB(name, 1, { upgrade(db) { db.createObjectStore(store, { keyPath: 'id' }); } });

  const told = (q: Q) => ({ id: q.id, words: rules.words(q), why: q.why });
  watch([waiting, refused], () => commands.set(name, [...refused.value, ...waiting.value].map(told)), { immediate: true });
  watch(() => contact.state, (state) => { if (state === 'online') send(); });
  watch(owner, () => send());

  async function load(): Promise<void> {
    const stored = (await (await database()).getAll(store)) as Q[];
    const known = new Set(everybodys.value.map((q) => q.id));
    everybodys.value = [...everybodys.value, ...stored.filter((q) => !known.has(q.id))].sort((a, b) => a.order - b.order);
    send();
  }

  /** Both on the disk or neither. A full disk is said; the command goes its way from memory. */
  async function keep(put: readonly Q[], remove: readonly string[] = []): Promise<void> {
    try {
      const tx = (await database()).transaction(store, 'readwrite', { durability: 'strict' });
      await Promise.all([...put.map((q) => tx.store.put(q)), ...remove.map((id) => tx.store.delete(id)), tx.done]);
      wrote(name);
    } catch (error) {
      failed(name, error);
    }
  }

  let counter = 0;
  async function add(item: New<Q>): Promise<void> {
    const id = newSubmissionId(), madeAt = Date.now(), order = madeAt * 1000 + (counter++ % 1000);
    const made = { ...item, command: { ...item.command, id }, id, owner: owner.value ? ownerKey(owner.value) : '', madeAt, order } as unknown as Q;
    everybodys.value = [...everybodys.value, made];
    await keep([made]);
    send();
  }

  let resting = false;
  function send(): void {
    if (resting || contact.state !== 'online') return;
    const taken = new Set<string>();
    for (const item of waiting.value) {
      const about = rules.concerns(item);
      if (taken.has(about)) continue;
      taken.add(about);
      if (flying.has(item.id)) continue;
      if (flying.size >= atOnce) return;
      void deliver(item);
    }
  }

  async function deliver(item: Q): Promise<void> {
    flying.add(item.id);
    try {
      const answer = await call(patience, item.kind, ...([item.command] as unknown as Ask<TabletHub, Command>));
      if (answer.outcome === 'retry') rest();
      else if (answer.outcome === 'refused') await settle({ ...item, why: answer.message ?? '' });
      else await settle({ ...item, sequence: answer.receipt?.sequence ?? 0 });
    } catch (error) {
      // Said by the hub itself, not by the line: the same again would hear the same.
      const why = words(error);
      if (why) await settle({ ...item, why }); else rest();
    } finally {
      flying.delete(item.id);
      send();
    }
  }

  /** Cut in the middle, or not now: the same ids go again. */
  function rest(): void {
    if (resting) return;
    resting = true;
    setTimeout(() => { resting = false; send(); }, pause);
  }

  async function settle(item: Q): Promise<void> {
    const rebased = item.sequence === undefined || !rules.rebased ? []
      : everybodys.value.filter((q) => q.after === item.id).map((q) => ({ ...rules.rebased!(q, item.sequence!), after: undefined }));
    const fresh = new Map([item, ...rebased].map((q) => [q.id, q]));
    everybodys.value = everybodys.value.map((q) => fresh.get(q.id) ?? q);
    if (item.sequence === undefined) await keep([item]);
    else await keep(rebased, [item.id]);
    if (item.sequence !== undefined) rules.taken?.(item);
  }

  /** Somebody has seen to it. */
  async function drop(ids: readonly string[]): Promise<void> {
    everybodys.value = everybodys.value.filter((q) => !ids.includes(q.id));
    if (ids.length) await keep([], ids);
  }

  /** What the server now shows needs no copy here. */
  function seenUpTo(version: number, of: (item: Q) => boolean = () => true): void {
    const left = everybodys.value.filter((q) => q.sequence === undefined || q.sequence > version || !of(q));
    if (left.length !== everybodys.value.length) everybodys.value = left;
  }

  void load().catch(() => undefined).finally(() => queuesRead.add(name));
  return { items: mine, refused, add, drop, seenUpTo };
}
