// The sheet under the judge's hand: what was typed, what it means, undo. Every change is on its way to disk before this returns.
import type { Aspect, Criterion, EntrantCard, TabletModule } from '@scoring/web/wire';
import { computed, inject, provide, reactive, ref, watch as watchFor, type ComputedRef, type InjectionKey } from 'vue';
import { Decimal } from '../figures/decimal';
import { typedMarks, verdict } from '../kinds/kinds';
import { type Typed, type Verdict, isBlank } from '../marking/kind';
import { sheetAtHand, type Watch } from '../marking/sheetAtHand';
import { aspectsOf, nameOf, runOf, sectionsOf, shareOf, type Part } from '../marking/sheetOf';
import { sumWords } from '../marking/sum';
import { sheetTotal } from '../marking/total';
import type { Draft, Owner } from '../outbox/database';
import { draftKey, drafts, dropDraft, saveDraft } from '../outbox/drafts';
import { keepUnused } from '../outbox/outbox';
import { runIn } from '../route/run';

const undoDepth = 60;
const same = (a: Typed | undefined, b: Typed | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** The sheet as it is to be marked: of one that waits for agreement only those aspects (R-L6). */
function atHand(whole: TabletModule, { state, agree }: EntrantCard): TabletModule {
  if (state !== 'submitted' || !agree) return whole;
  const aspects = aspectsOf(whole.sheet).filter((a) => agree.includes(a.id));
  return { ...whole, fullMark: Number(Decimal.sum(aspects.map(shareOf))), sheet: only(whole.sheet, agree) };
}

const only = (criteria: Criterion[], wanted: readonly string[]): Criterion[] => criteria
  .map((c) => ({ ...c, aspects: c.aspects?.filter((a) => wanted.includes(a.id)), parts: c.parts && only(c.parts, wanted) }))
  .filter((c) => aspectsOf([c]).length > 0);

export function workOn(whole: TabletModule, card: EntrantCard, owner: Owner) {
  const module = atHand(whole, card), agreeing = module !== whole;
  const aspects = aspectsOf(module.sheet);
  const byId = new Map(aspects.map((a) => [a.id, a]));
  const old = new Map(card.state === 'returned' || agreeing ? typedMarks(aspects, card) : []);
  const kept = drafts.get(draftKey(owner, card));
  const stray = kept !== undefined && (card.state === 'returned' || agreeing) && kept.basedOn < card.version;
  const draft: Draft = reactive(structuredClone(kept && !stray ? kept : blankDraft(module, card, owner, agreeing ? new Map() : old)));
  if (agreeing) draft.agree = aspects.map((a) => a.id);
  const judged = (a: Aspect, typed: Typed | undefined) => verdict(a, typed, module.belowZero);
  // A returned sheet begins with the marks it was handed in with; what was begun beside them stays on the tablet, unused.
  if (stray) keepUnused(kept, sumWords(sheetTotal(aspects, (a) => judged(a, kept.typed[a.id]), module), module));
  const found = new Map(aspects.map((a) => [a.id, computed(() => judged(a, draft.typed[a.id]))]));
  const verdictOf = (id: string): Verdict => found.get(id)?.value ?? { state: 'blank' };
  const active = ref<string | null>(null);
  /** The next digit begins anew. */
  const fresh = ref(true);
  /** Which figure of the aspect that is on, where it is typed as several. */
  const part = ref(0);
  let visit = false;

  // Another tab of this tablet went on with the same sheet.
  watchFor(() => drafts.get(draft.key), (stored) => {
    if (stored && stored.basedOn >= draft.basedOn && stored.changedAt > draft.changedAt) Object.assign(draft, structuredClone(stored));
  });

  function store(): void {
    draft.changedAt = Date.now();
    draft.done = done.value.length;
    // A sheet taken back to nothing is no draft; one of a returned sheet stays.
    if ((old.size === 0 || agreeing) && draft.changes.length === 0 && nothingTyped(draft)) void dropDraft(draft.key);
    else void saveDraft(draft);
  }

  function put(id: string, typed: Typed | undefined): void {
    if (isBlank(typed)) delete draft.typed[id]; else draft.typed[id] = typed!;
  }

  function type(id: string, typed: Typed | undefined): void {
    const before = draft.typed[id];
    const after = isBlank(typed) ? undefined : typed;
    if (same(before, after)) return;
    const last = draft.changes.at(-1);
    if (visit && last?.aspect === id) last.after = after;
    else draft.changes.push({ aspect: id, before, after });
    if (same(draft.changes.at(-1)!.before, after)) draft.changes.pop();
    if (draft.changes.length > undoDepth) draft.changes.shift();
    visit = true;
    if (draft.told) delete draft.told[id];
    put(id, after);
    store();
  }

  function activate(id: string | null): void {
    if (active.value === id) return;
    active.value = id;
    part.value = 0;
    fresh.value = true;
    visit = false;
  }

  function undo(): void {
    const last = draft.changes.pop();
    if (!last) return;
    put(last.aspect, last.before);
    active.value = null;
    activate(last.aspect);
    store();
  }

  function note(id: string, text: string): void {
    if (text.trim()) draft.notes[id] = text; else delete draft.notes[id];
    store();
  }

  function watch(change: Watch | undefined): void {
    draft.watch = change;
    store();
  }

  const inState = (state: Verdict['state']) => computed(() => aspects.filter((a) => verdictOf(a.id).state === state));
  const blanks = inState('blank'), wrong = inState('bad'), done = inState('ok');
  const sumOf = (list: readonly Aspect[]): Decimal => Decimal.sum(list.map((a) => markOf(verdictOf(a.id))));
  const total = computed(() => sheetTotal(aspects, (a) => verdictOf(a.id), module));
  const byServer = computed(() => done.value.filter((a) => { const v = verdictOf(a.id); return v.state === 'ok' && !v.mark && !v.factor; }).length);
  /** The whole sheet as it leaves: what waits for agreement anew, the rest as it was handed in. */
  const leaving = (): { aspects: readonly Aspect[]; typed: Readonly<Record<string, Typed>>; total: Decimal } => {
    const all = aspectsOf(whole.sheet), typed = { ...Object.fromEntries(agreeing ? typedMarks(all, card) : []), ...draft.typed };
    return { aspects: all, typed, total: sheetTotal(all, (a) => judged(a, typed[a.id]), module) };
  };

  /** Where 下一项 leads: the next in order; after the last the first that is open; null: to handing in. */
  const following: ComputedRef<Aspect | null> = computed(() => {
    const at = aspects.findIndex((a) => a.id === active.value);
    return aspects[at + 1] ?? blanks.value[0] ?? wrong.value[0] ?? null;
  });
  const neighbour = (by: 1 | -1): Aspect | undefined => aspects[aspects.findIndex((a) => a.id === active.value) + by];

  return {
    module, card, draft, agreeing, leaving, part, run: runOf(module, card), name: nameOf(module, card), sum: (d: Decimal) => sumWords(d, module), aspects, sections: sectionsOf(module.sheet), full: Decimal.of(module.fullMark), old,
    active, fresh, activeAspect: computed(() => byId.get(active.value ?? '') ?? null), aspect: (id: string) => byId.get(id),
    verdictOf, blanks, wrong, done, total, byServer, sumOf, following, neighbour,
    partState: (part: Part) => computed(() => ({
      done: part.aspects.filter((a) => verdictOf(a.id).state === 'ok').length,
      wrong: part.aspects.some((a) => verdictOf(a.id).state === 'bad'),
      sum: sumOf(part.aspects),
    })),
    toldOf: (id: string): string | undefined => draft.told?.[id],
    type, activate, undo, note, watch,
  };
}

export type WorkingSheet = ReturnType<typeof workOn>;

const markOf = (v: Verdict): Decimal => (v.state === 'ok' && v.mark ? v.mark : Decimal.zero);

function blankDraft(module: TabletModule, card: EntrantCard, owner: Owner, old: Map<string, Typed>): Draft {
  return {
    key: draftKey(owner, card), owner, trade: module.trade, module: module.module, code: card.code,
    ...runIn(card), basedOn: card.version,
    typed: Object.fromEntries(old), notes: {}, changes: [], changedAt: 0,
  };
}

const nothingTyped = (draft: Draft) => Object.keys(draft.typed).length === 0 && Object.keys(draft.notes).length === 0 && !draft.watch;

const theSheet: InjectionKey<WorkingSheet> = Symbol('sheet');
export const useSheet = (): WorkingSheet => inject(theSheet)!;

/** For everything below: rows and keypad, and the controls of the kinds. */
export function provideSheet(sheet: WorkingSheet): void {
  provide(theSheet, sheet);
  provide(sheetAtHand, sheet);
}
