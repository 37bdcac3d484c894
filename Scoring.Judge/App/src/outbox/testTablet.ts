// A tablet and a hub for tests of what waits on the disk.
import type { SheetSubmission, SubmissionAnswer } from '@scoring/web/wire';
import { vi } from 'vitest';

export const owner = { competition: 'c', judge: 'J04', device: '01', seat: '4 号裁判' };
export const receipt = { sequence: 7, hash: 'ab'.repeat(32), shortHash: '', at: '2026-04-23T02:48:36Z' };

/** A hub with a ledger of its own: the same id is one entry and has one receipt. */
export class FakeHub {
  online = true;
  readonly ledger = new Map<string, SheetSubmission>();
  readonly calls: string[] = [];
  answer: (s: SheetSubmission) => SubmissionAnswer | Error | undefined = () => undefined;

  async send(submission: SheetSubmission): Promise<SubmissionAnswer> {
    this.calls.push(submission.code);
    const special = this.answer(submission);
    if (special instanceof Error) throw special;
    if (special) return special;
    this.ledger.set(submission.id, submission);
    return { outcome: 'accepted', receipt: { ...receipt, sequence: [...this.ledger.keys()].indexOf(submission.id) + 1 } };
  }
}

/** A tablet as it is after opening its page: all modules new, the store as it was left. */
export async function openTablet(hub: FakeHub, clock = { now: 0 }) {
  vi.resetModules();
  const [outbox, drafts, { Delivery }, { newSubmissionId }, { unsaved }] = await Promise.all([
    import('./outbox'), import('./drafts'), import('./delivery'), import('./submissionId'),
    import('./unsaved'),
  ]);
  await Promise.all([outbox.loadOutbox(), drafts.loadDrafts()]);
  const line = { owner: () => owner, online: () => hub.online, send: (s: SheetSubmission) => hub.send(s), card: () => undefined };
  const delivery = new Delivery(line, () => clock.now);
  const draftOf = (code: string) => ({
    key: drafts.draftKey(owner, { trade: 't', module: 'A', code }), owner, trade: 't', module: 'A', code, basedOn: 0,
    typed: { 'A1.1': '3.5' }, notes: {}, changes: [], changedAt: 1,
  });
  async function handIn(code: string) {
    const draft = draftOf(code);
    await drafts.saveDraft(draft);
    const sheet = { id: newSubmissionId(), trade: 't', module: 'A', code, basedOn: 0, marks: { 'A1.1': '3.5' } };
    return outbox.post(draft, sheet, '3.50', clock.now++);
  }
  return { outbox, drafts, unsaved, delivery, handIn, draftOf, newSubmissionId };
}
