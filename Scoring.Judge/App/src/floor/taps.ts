// Taps of a floor judge: on this tablet's disk before they show, sent in order with the moment they were made, once.
import type { Ask } from '@scoring/web/hub';
import { ask, type TabletHub } from '../connection/hub';
import { entrantQueue, type TapKind } from '../office/entrantQueue';
import { serverNow } from '../session/contact';
import { since, stamp, type Stamp } from '../clock/serverClock';

type CommandOf<K extends TapKind> = Ask<TabletHub, K>[0];

/** The moment of a tap, by the server's clock. */
export const moment = (): string => serverNow().toISOString();

/** Starts tapped on this page, with both clocks. */
const starts = new Map<string, Stamp>();
interface Started { trade: string; code: string; module: string; attempt?: number; at?: string }
const clockOf = (what: Started) => [what.trade, what.code, what.module, what.attempt ?? 1].join('\u0000');

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

export const tap = <K extends TapKind>(kind: K, what: Omit<CommandOf<K>, 'id' | 'at'> & { at?: string }, words?: string): Promise<void> =>
  entrantQueue.add({
    kind, words, command: { at: moment(), ...what, ...(kind === ask.StartClock ? { at: start(what as unknown as Started) } : {}) },
  } as unknown as Parameters<typeof entrantQueue.add>[0]); // a kind and its command
