// Sheets being marked. Every key is written at once; keys that come while a write is under way share the next one.
import { shallowReactive, toRaw } from 'vue';
import { cardKey, type CardKey } from '../marking/sheetOf';
import { afterPaint } from './afterPaint';
import { database, ownerKey, write, type Draft, type Owner } from './database';
import { tellOtherTabs } from './tabs';
import { failed, wrote } from './unsaved';

/** All drafts of this tablet by key, also those of an earlier pairing. */
export const drafts = shallowReactive(new Map<string, Draft>());

export const draftKey = (owner: Owner, card: CardKey): string => ownerKey(owner) + '\u0000' + cardKey(card);

export async function loadDrafts(): Promise<void> {
  const stored = await (await database()).getAll('drafts');
  for (const key of [...drafts.keys()]) if (!queued.has(key)) drafts.delete(key);
  for (const draft of stored) if (!queued.has(draft.key)) drafts.set(draft.key, draft);
}

const queued = new Map<string, Draft | null>();
let writing: Promise<void> | null = null;

/** Resolves when it is on disk, or has failed and `unsaved` says why. */
export function saveDraft(draft: Draft): Promise<void> {
  const copy = structuredClone(toRaw(draft));
  drafts.set(copy.key, copy);
  return enqueue(copy.key, copy);
}

export function dropDraft(key: string): Promise<void> {
  drafts.delete(key);
  return enqueue(key, null);
}

/** Forgets queued writes of a draft that has just left for the outbox. */
export function forgetDraft(key: string): void {
  queued.delete(key);
  drafts.delete(key);
  if (queued.size === 0 && !writing) wrote('drafts');
}

function enqueue(key: string, draft: Draft | null): Promise<void> {
  queued.set(key, draft);
  writing ??= afterPaint().then(flush).finally(() => { writing = null; });
  return writing;
}

// A tab that is closed does not wait for a picture.
if (typeof addEventListener === 'function') addEventListener('pagehide', () => void flush());

async function flush(): Promise<void> {
  while (queued.size > 0) {
    const batch = [...queued]; // stays queued until it is on the disk: what is read meanwhile is older
    try {
      await write(['drafts'], (db) => {
        for (const [key, draft] of batch) if (draft) db.put('drafts', draft); else db.remove('drafts', key);
      });
      for (const [key, draft] of batch) if (queued.get(key) === draft) queued.delete(key);
      wrote('drafts');
      tellOtherTabs('drafts');
    } catch (error) {
      failed('drafts', error);
      setTimeout(() => { if (queued.size > 0 && !writing) writing = flush().finally(() => { writing = null; }); }, 2000);
      return;
    }
  }
}

/** What is still to be written before a sheet may leave. */
export const draftsWritten = (): Promise<void> => writing ?? Promise.resolve();

/** A draft stored under an earlier pairing becomes this judge's, unless there is one already. */
export async function adoptDraft(draft: Draft, owner: Owner): Promise<void> {
  const key = draftKey(owner, draft);
  if (drafts.has(key)) return;
  await saveDraft({ ...draft, key, owner });
  await dropDraft(draft.key);
}
