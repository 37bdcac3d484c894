// From the working sheet to the outbox. Nothing is handed in by a timer, only by the judge's own tap.
import type { SheetSubmission } from '@scoring/web/wire';
import { toRaw } from 'vue';
import { toWire } from '../kinds/kinds';
import { draftsWritten } from '../outbox/drafts';
import { post } from '../outbox/outbox';
import { newSubmissionId } from '../outbox/submissionId';
import { runIn } from '../route/run';
import type { WorkingSheet } from '../sheet/workingSheet';

/** `entrant`, `refused`: the entrant's signature, or why there is none (R-K18). */
export interface Signed { own: string | null; entrant: string | null; refused: string }

/** Resolves when it is on this tablet's disk; from then on only a receipt takes it out. */
export async function handIn(sheet: WorkingSheet, { own, entrant, refused }: Signed): Promise<void> {
  const draft = toRaw(sheet.draft), { aspects, typed, total } = sheet.leaving();
  const submission: SheetSubmission = {
    id: newSubmissionId(), trade: draft.trade, module: draft.module, code: draft.code, basedOn: draft.basedOn,
    ...runIn(draft),
    marks: Object.fromEntries(aspects.map((a) => [a.id, toWire(a, typed[a.id]!)])),
    ...(Object.keys(draft.notes).length ? { notes: { ...draft.notes } } : {}),
    ...(own ? { signature: own } : {}),
    ...(entrant ? { entrantSignature: entrant } : refused.trim() ? { entrantRefused: refused.trim() } : {}),
    deviceTime: new Date().toISOString(),
  };
  await draftsWritten();
  await post(draft, submission, sheet.sum(total), Date.now());
}
