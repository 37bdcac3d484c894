// What this tablet keeps by itself: drafts, the outbox, receipts, the last session. Works over plain http; every change is on disk before it counts.
import type { EntrantCard, Receipt, SheetSubmission, TabletSession } from '@scoring/web/wire';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Typed } from '../marking/kind';
import type { Watch } from '../marking/sheetAtHand';

/** Who stored it. Paired again as the same judge, a tablet goes on with it; it never sends another judge's sheets unasked. Device and seat are for people. */
export interface Owner { competition: string; judge: string; device: string; seat: string }
export const ownerKey = (o: Owner): string => [o.competition, o.judge].join('\u0000');

export interface Change { aspect: string; before: Typed | undefined; after: Typed | undefined }

export interface Draft {
  key: string; owner: Owner; trade: string; module: string; code: string; attempt?: number; basedOn: number;
  typed: Record<string, Typed>; notes: Record<string, string>; changes: Change[]; watch?: Watch; changedAt: number;
  /** What the server said was wrong with an aspect, until it is changed. */
  told?: Record<string, string>;
  /** How many aspects are right, for the list, which loads without the kinds; left out by drafts of before. */
  done?: number;
  /** 待合议: aspects that are marked anew (R-L6); the rest of the sheet stays as it was handed in. */
  agree?: string[];
}

export type PostState = 'waiting' | 'aside' | 'conflict';

/** A sheet on its way. `draft` is what it was made from, so that it can be opened again. */
export interface Post {
  id: string; owner: Owner; draft: Draft; submission: SheetSubmission; total: string; handedAt: number;
  /** The disk would not take it: in memory only, and on its way all the same. */
  unstored?: boolean;
  state: PostState; tries: number; message?: string; aspects?: Record<string, string>; theirs?: EntrantCard;
}

/** `card` is the entrant as the server answered: in the same transaction as the receipt, so that a tablet that dies here still knows the sheet is in. */
export interface KeptReceipt { key: string; owner: Owner; id: string; receipt: Receipt; signature?: string; card?: EntrantCard }
/** A version the judge decided not to use: kept, never sent. */
export interface Unused { id: string; owner: Owner; draft: Draft; total: string; at: number }

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: string; value: Post };
  receipts: { key: string; value: KeptReceipt };
  unused: { key: string; value: Unused };
  kept: { key: 'session'; value: TabletSession };
}

export type Store = 'drafts' | 'outbox' | 'receipts' | 'unused';
export type Database = IDBPDatabase<Schema>;
let opened: Promise<Database> | undefined;

export function database(): Promise<Database> {
  opened ??= openDB<Schema>('scoring-tablet', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'key' });
      db.createObjectStore('outbox', { keyPath: 'id' });
      db.createObjectStore('receipts', { keyPath: 'key' });
      db.createObjectStore('unused', { keyPath: 'id' });
      db.createObjectStore('kept');
    },
    // The browser closed it (cleared data, a crash of its own): open afresh on the next call.
    terminated() { opened = undefined; },
    blocking() { void opened?.then((db) => db.close()); opened = undefined; },
  });
  opened.catch(() => { opened = undefined; });
  return opened;
}

/** One transaction, on disk (not only in a buffer) when the promise resolves. */
export async function write(stores: Store[], change: (db: Writer) => void): Promise<void> {
  const db = await database();
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const failed: Promise<unknown>[] = [];
  change({
    put: (store, value) => void failed.push(tx.objectStore(store as never).put(value as never)),
    remove: (store, key) => void failed.push(tx.objectStore(store as never).delete(key)),
  });
  await Promise.all([...failed, tx.done]);
}

export interface Writer {
  put<S extends Store>(store: S, value: Schema[S]['value']): void;
  remove(store: Store, key: string): void;
}
