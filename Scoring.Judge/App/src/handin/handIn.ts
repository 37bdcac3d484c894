// From the working sheet to the outbox. Nothing is handed in by a timer, only by the judge's own tap.
import type { SheetSubmission } from '@scoring/web/wire';
import { toRaw } from 'vue';
import { toWire } from '../kinds/kinds';
import { draftsWritten } from '../outbox/drafts';
import { post } from '../outbox/outbox';
import { newSubmissionId } from '../outbox/submissionId';
import type { WorkingSheet } from '../sheet/workingSheet';

/** Resolves when it is on this tablet's disk; from then on only a receipt takes it out. */
export async function handIn(sheet: WorkingSheet, signature: string | null): Promise<void> {
  const draft = toRaw(sheet.draft);
  const submission: SheetSubmission = {
    id: newSubmissionId(), trade: draft.trade, module: draft.module, code: draft.code, basedOn: draft.basedOn,
    marks: Object.fromEntries(sheet.aspects.map((a) => [a.id, toWire(a, draft.typed[a.id]!)])),
    ...(Object.keys(draft.notes).length ? { notes: { ...draft.notes } } : {}),
    ...(signature ? { signature } : {}),
    deviceTime: new Date().toISOString(),
  };
  await draftsWritten();
  await post(draft, submission, sheet.total.value.toFixed(2), Date.now());
}
