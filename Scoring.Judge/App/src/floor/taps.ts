// Taps of a floor judge: on this tablet's disk before they show, sent in order with the moment they were made, once.
import type { Ask, Method } from '@scoring/web/hub';
import type { FloorHub } from '@scoring/web/wire';
import { ask } from '../connection/hub';
import { queueOf, type Queued } from '../office/queue';
import { texts } from '../office/texts';
import { serverNow } from '../session/contact';
import { since, stamp, type Stamp } from '../clock/serverClock';

export type TapKind = Exclude<Method<FloorHub>, typeof ask.OpenFloor>;
type CommandOf<K extends TapKind> = Ask<FloorHub, K>[0];
type TapOf<K extends TapKind> = Omit<Queued, 'kind' | 'command'> & { kind: K; command: CommandOf<K> };
export type Tap = { [K in TapKind]: TapOf<K> }[TapKind];

const t = texts.floor;
const verbs: Record<TapKind, string> = { RecordArrival: t.arrive, StartClock: t.start, StopClock: t.stop, ExtendClock: t.extend, ResetClock: t.reset };

export const taps = queueOf<Tap>({
  disk: ['scoring-floor', 'taps'],
  concerns: (tap) => [tap.command.trade, tap.command.code].join('\u0000'),
  words: (tap) => `${tap.command.code} ${verbs[tap.kind]}`,
});

/** The moment of a tap, by the server's clock. */
export const moment = (): string => serverNow().toISOString();

/** Starts tapped on this page, with both clocks. */
const starts = new Map<string, Stamp>();
interface Started { trade: string; code: string; module: string; at?: string }
const clockOf = (what: Started) => [what.trade, what.code, what.module].join('\u0000');

/** The moment of stopping a clock: for one this page has started, so much later than its start as the steady clock says. */
export function stopMoment(what: Started, startedAt: string | undefined): string {
  const start = starts.get(clockOf(what));
  return start && startedAt && new Date(startedAt).getTime() === Math.round(start.at) ? new Date(start.at + since(start)).toISOString() : moment();
}

/** Starts at the moment asked for; the steady clock is read now. */
function start(what: Started): string {
  const now = stamp(), at = what.at ? new Date(what.at).getTime() : Math.round(now.at);
  starts.set(clockOf(what), { ...now, at, steady: now.steady - (now.at - at) });
  return new Date(at).toISOString();
}

export const tap = <K extends TapKind>(kind: K, what: Omit<CommandOf<K>, 'id' | 'at'> & { at?: string }): Promise<void> =>
  taps.add({ kind, command: { at: moment(), ...what, ...(kind === ask.StartClock ? { at: start(what as unknown as Started) } : {}) } } as unknown as Parameters<typeof taps.add>[0]); // a kind and its command
