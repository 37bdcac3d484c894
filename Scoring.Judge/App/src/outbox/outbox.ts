// Sheets handed in, on their way to the ledger. Kept until there is a receipt; tried for ever; none holds up another.
import type { EntrantCard, Receipt, SheetSubmission, SubmissionAnswer } from '@scoring/web/wire';
import { computed, shallowReactive } from 'vue';
import { database, ownerKey, write, type Draft, type KeptReceipt, type Owner, type Post, type Unused, type Writer } from './database';
import { drafts, forgetDraft } from './drafts';
import { tellOtherTabs } from './tabs';
import { failed, wrote } from './unsaved';

export const posts = shallowReactive(new Map<string, Post>());
export const receipts = shallowReactive(new Map<string, KeptReceipt>());
export const unused = shallowReactive(new Map<string, Unused>());

export interface Sender {
  owner(): Owner | null;
  online(): boolean;
  send(submission: SheetSubmission): Promise<SubmissionAnswer>;
  /** The card as the server has it after a submission. */
  card(card: EntrantCard): void;
}

export const isMine = (post: { owner: Owner }, owner: Owner | null): boolean => owner !== null && ownerKey(post.owner) === ownerKey(owner);

/** By the ledger's order. */
export const newestReceipt = (owner: Owner | null): Receipt | undefined =>
  [...receipts.values()].filter((r) => isMine(r, owner)).map((r) => r.receipt).sort((a, b) => b.sequence - a.sequence)[0];

export async function loadOutbox(): Promise<void> {
  const db = await database();
  const [waiting, received, left] = await Promise.all([db.getAll('outbox'), db.getAll('receipts'), db.getAll('unused')]);
  replace(posts, waiting, (p) => p.id);
  replace(receipts, received, (r) => r.key);
  replace(unused, left, (u) => u.id);
}

function replace<T>(map: Map<string, T>, values: T[], key: (value: T) => string): void {
  const fresh = new Map(values.map((v) => [key(v), v]));
  for (const old of [...map.keys()]) if (!fresh.has(old)) map.delete(old);
  for (const [k, v] of fresh) map.set(k, v);
}

/** Changes the disk has refused so far (it is full), in order. They stand in memory; the banner says so; they are tried again until they hold. */
const owed: ((db: Writer) => void)[] = [];

function keep(change: (db: Writer) => void): Promise<boolean> {
  owed.push(change);
  return payOff();
}

let retry: ReturnType<typeof setTimeout> | undefined;

async function payOff(): Promise<boolean> {
  const paying = [...owed];
  try {
    await write(['drafts', 'outbox', 'receipts', 'unused'], (db) => paying.forEach((each) => each(db)));
    for (const each of paying) if (owed.includes(each)) owed.splice(owed.indexOf(each), 1);
    wrote('outbox');
    return true;
  } catch (error) {
    failed('outbox', error);
    clearTimeout(retry);
    retry = setTimeout(() => { if (owed.length) void payOff(); }, 2_000);
    return false;
  }
}

/** Moves a draft into the outbox in one transaction: it is in exactly one of the two whatever happens. On a full disk it goes its way from memory. */
export async function post(draft: Draft, submission: SheetSubmission, total: string, now: number): Promise<Post> {
  const entry: Post = {
    id: submission.id, owner: draft.owner, draft: structuredClone(draft), submission, total, handedAt: now, state: 'waiting', tries: 0,
  };
  const stored = await keep((db) => {
    db.put('outbox', entry);
    db.remove('drafts', draft.key);
    db.remove('receipts', draft.key);
  });
  posts.set(entry.id, stored ? entry : { ...entry, unstored: true });
  receipts.delete(draft.key);
  forgetDraft(draft.key);
  tell();
  return entry;
}

/** A sheet put aside, or in conflict, becomes a draft again. `basedOn` is the version the judge has now seen. */
export async function reopen(entry: Post, changes: Partial<Pick<Draft, 'typed' | 'basedOn'>> = {}): Promise<Draft> {
  const draft: Draft = { ...structuredClone(entry.draft), told: entry.aspects, ...changes };
  await keep((db) => { db.put('drafts', draft); db.remove('outbox', entry.id); });
  posts.delete(entry.id);
  drafts.set(draft.key, draft);
  tell();
  return draft;
}

/** The judge keeps the server's version: this one is kept on the tablet and never sent. */
export async function setAside(id: string, draft: Draft, total: string, now: number): Promise<void> {
  const left: Unused = { id, owner: draft.owner, draft: structuredClone(draft), total, at: now };
  await keep((db) => { db.put('unused', left); db.remove('outbox', id); db.remove('drafts', draft.key); });
  posts.delete(id);
  forgetDraft(draft.key);
  unused.set(id, left);
  tell();
}

/** A draft that another version of its sheet has overtaken: kept on the tablet and never sent. The draft that takes its place overwrites it on the disk. */
export function keepUnused(draft: Draft, total: string): void {
  const left: Unused = { id: [draft.key, draft.basedOn].join('\u0000'), owner: draft.owner, draft: structuredClone(draft), total, at: draft.changedAt };
  drafts.delete(draft.key);
  unused.set(left.id, left);
  void keep((db) => db.put('unused', left)).then(tell);
}

/** Sheets stored under an earlier pairing become this judge's, by the judge's own word. */
export async function adopt(entry: Post, owner: Owner): Promise<void> {
  await update({ ...entry, owner, draft: { ...entry.draft, owner }, state: 'waiting' });
}

export async function tryAgain(entry: Post): Promise<void> { await update({ ...entry, state: 'waiting', message: undefined }); }

async function update(entry: Post): Promise<void> {
  const { unstored: _, ...plain } = entry;
  const stored = await keep((db) => db.put('outbox', plain));
  posts.set(entry.id, stored ? plain : { ...entry, unstored: true });
  tell();
}

const tell = () => tellOtherTabs('outbox');

/** What became of one answer, on disk before it shows. */
export async function settle(entry: Post, answer: SubmissionAnswer): Promise<void> {
  if (answer.outcome === 'accepted' && answer.receipt) {
    const kept: KeptReceipt = { key: entry.draft.key, owner: entry.owner, id: entry.id, receipt: answer.receipt, signature: entry.submission.signature, card: answer.card };
    await keep((db) => { db.put('receipts', kept); db.remove('outbox', entry.id); if (entry.unstored) db.remove('drafts', entry.draft.key); });
    receipts.set(kept.key, kept);
    posts.delete(entry.id);
    tell();
    return;
  }
  const state = answer.outcome === 'conflict' ? 'conflict' : answer.outcome === 'refused' ? 'aside' : 'waiting';
  await update({ ...entry, state, tries: entry.tries + 1, message: answer.message, aspects: answer.aspects, theirs: answer.card ?? entry.theirs });
}

export const waitingOf = (owner: () => Owner | null) => computed(() => [...posts.values()].filter((p) => p.state === 'waiting' && isMine(p, owner())));
