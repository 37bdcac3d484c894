// Taps of a floor judge: on this tablet's disk before they show, sent in order with the moment they were made, once.
import type { Ask, Method } from '@scoring/web/hub';
import type { FloorHub } from '@scoring/web/wire';
import { ask } from '../connection/hub';
import { queueOf, type Queued } from '../office/queue';
import { texts } from '../office/texts';
import { serverNow } from '../session/contact';

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

export const tap = <K extends TapKind>(kind: K, what: Omit<CommandOf<K>, 'id' | 'at'> & { at?: string }): Promise<void> =>
  taps.add({ kind, command: { at: moment(), ...what } } as unknown as Parameters<typeof taps.add>[0]); // a kind and its command
