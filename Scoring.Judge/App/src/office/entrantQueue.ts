// What officials do to one entrant, in one queue: a start, a stop and an absence reach the ledger in the order they were made, also
// when they were made without a network. No dialog waits for an answer: what is typed next is the next thing.
import type { Ask, Method } from '@scoring/web/hub';
import type { FloorHub } from '@scoring/web/wireHubs';
import { computed } from 'vue';
import { ask, type TabletHub } from '../connection/hub';
import { sayDone } from './command';
import { queueOf, type Queued } from './queue';
import { texts } from './texts';

export type TapKind = Exclude<Method<FloorHub>, typeof ask.OpenFloor>;
const decisions = [
  ask.ChangeStatus, ask.RecordViolation, ask.WithdrawViolation, ask.ReturnSheet, ask.ConfirmSpread, ask.ResolveDoubleEntry,
] as const;
export type DecisionKind = (typeof decisions)[number];
type Kind = TapKind | DecisionKind;

/** `words`: what it is, for the list of what waits; `done`: said once it is in; `at`: address of the page it was made on. */
interface Said { words?: string; done?: string; at?: string }
type ItemOf<K extends Kind> = Omit<Queued, 'kind' | 'command'> & Said & { kind: K; command: Ask<TabletHub, K>[0] };
export type Item = { [K in Kind]: ItemOf<K> }[Kind];
export type Tap = { [K in TapKind]: ItemOf<K> }[TapKind];

const t = texts.floor;
const verbs: Partial<Record<Kind, string>> = {
  RecordArrival: t.arrive, StartClock: t.start, StopClock: t.stop, ExtendClock: t.extend, ResetClock: t.reset, CallEntrants: t.call,
  WaiveAttempt: t.waive.attempt,
};

/** Whom it is about: the code, or the entrant of a clerk, who knows no codes. */
export const whom = ({ command: c }: Item): string => ('code' in c ? c.code : 'entrant' in c ? c.entrant : '');
const isDecision = (item: Item): boolean => (decisions as readonly string[]).includes(item.kind);
export const isTap = (item: Item): item is Tap => !isDecision(item);

export const entrantQueue = queueOf<Item>({
  disk: ['scoring-floor', 'taps'],
  concerns: (item) => [item.command.trade, whom(item)].join('\u0000'),
  words: (item) => item.words ?? `${whom(item)} ${verbs[item.kind] ?? ''}`.trim(),
  taken: (item) => { if (item.done) sayDone(item.done); },
  rebased: (item, seen) => (item.kind === ask.ChangeStatus ? { ...item, command: { ...item.command, seen } } : item),
});

/** Everything of a trade that is on its way, or back. */
export const itemsOf = (trade: string): Item[] => entrantQueue.items.value.filter((item) => item.command.trade === trade);
export const refusedOf = (trade: string): Item[] => itemsOf(trade).filter((item) => item.why !== undefined);
export const refusedWords = (item: Item): string => (item.words ?? whom(item)) + '：' + (item.why ?? '');

/** The page shows everything up to here. Taps stay until the floor's page has them. */
export const seenDecisions = (trade: string, version: number): void =>
  entrantQueue.seenUpTo(version, (item) => isDecision(item) && item.command.trade === trade);

const under = (trade: string, who: string) => itemsOf(trade).filter((item) => item.why === undefined && whom(item) === who);

/** Decided here and not on the page yet, whichever comes first, page or receipt. */
export const pendingOf = (trade: string, code: () => string, shown: () => number) =>
  computed(() => under(trade, code()).filter((item) => isDecision(item) && (item.sequence === undefined || item.sequence > shown())));

/** @param seen Version of the page it is decided on. */
export function decide<K extends DecisionKind>(
  kind: K, command: Omit<Ask<TabletHub, K>[0], 'id'>, said: Required<Said>, seen?: number,
): void {
  const made = { kind, command, ...said } as Item;
  // A status on top of one that is still on its way stands on that one.
  const before = kind === ask.ChangeStatus ? under(made.command.trade, whom(made)).filter((item) => item.kind === kind).at(-1) : undefined;
  const known = Math.max(seen ?? 0, before?.sequence ?? 0);
  void entrantQueue.add({
    ...made, after: before && before.sequence === undefined ? before.id : undefined,
    command: { ...command, ...(seen === undefined ? {} : { seen: known }) },
  } as unknown as Parameters<typeof entrantQueue.add>[0]); // a kind and its command
}
