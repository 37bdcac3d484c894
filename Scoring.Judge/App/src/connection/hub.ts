// The line to ScoringHub: connects, notices silence, and tries again for ever.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { namesOf, type Answer, type Ask, type Method, type Speaks } from '@scoring/web/hub';
import type { Receipt, SheetSubmission, SubmissionAnswer } from '@scoring/web/wire';
import type { ClerkHub, FloorHub, HeadJudgeHub, OfficialHub, ScoringClient, ScoringHub } from '@scoring/web/wireHubs';
import { tradeChanged } from '../session/changes';
import { contact } from '../session/contact';
import { clocks, heard as heardTime, offBy, skewNow } from '../clock/serverClock';
import { digest, session, takeCard } from '../session/session';
import { takeStage } from '../session/stage';
import { fetchLists } from './lists';
import { me } from './pairing';

export type TabletHub = ScoringHub & OfficialHub & HeadJudgeHub & FloorHub & ClerkHub;
type Connection = Speaks<TabletHub, ScoringClient>;
/** What a tablet may ask, by name. */
export const ask = namesOf<TabletHub>();
const told = namesOf<ScoringClient>();

const heartbeatEvery = 5_000, submitPatience = 30_000, startPatience = 25_000;
/** A clock that is known better than this is not asked for any more. */
const closeEnough = 100;
const pauses = [300, 1_000, 2_000, 3_000, 5_000];

export interface Line {
  /** What this tablet keeps has been read: nothing the server says shows before. */
  stored: Promise<void>;
  /** How much waits here, for the console; null: not known yet. */
  waiting(): number | null;
  /** The last receipt this tablet has of the contest it is in. */
  newest(): Receipt | undefined;
  /** Connected: now send what waits. Resolves when nothing more can be sent now. */
  opened(): Promise<void>;
  message(text: string, at: string, id: string): void;
}

let connection: Connection | null = null;
/** Counts up with every start and stop, so that an old loop knows that it is over. */
let turn = 0;
let wake: (() => void) | null = null;
/** Straight to a WebSocket saves a round trip on a bad line; where none gets through, every other try asks the server what else there is. */
let straight = true;

export async function keepConnected(line: Line): Promise<void> {
  const mine = ++turn;
  let opened = false;
  for (let failures = 0; mine === turn; failures++) {
    const hub = build(line);
    const closed = new Promise<void>((resolve) => hub.onclose(() => resolve()));
    connection = hub;
    let started = false;
    try {
      await within(Promise.all([hub.start(), line.stored]), startPatience);
      started = true;
      // Whose tablet this is now: what waits is sent before anything is fetched, and never as somebody else's.
      const own = await greet();
      if (own) {
        contact.state = 'online';
        opened = true;
        await line.opened();
      }
      await refresh(own);
      contact.listed = true;
      failures = 0;
      contact.state = 'online';
      opened = true;
      const beat = setInterval(() => void heartbeat(hub, line), heartbeatEvery);
      void heartbeat(hub, line);
      showReceipt(line.newest());
      void line.opened();
      await closed;
      clearInterval(beat);
    } catch {
      void hub.stop();
    }
    if (mine !== turn) return;
    if (!started) straight = !straight;
    contact.state = opened ? 'offline' : 'connecting';
    const [who] = await Promise.all([me(), line.stored]);
    if (mine !== turn) return;
    if (who === 'unpaired') {
      contact.revoked = session.value !== null;
      contact.state = 'unpaired';
      return;
    }
    if (failures > 0) contact.state = 'offline'; // one quick second try before a word is said
    await pause(pauses[Math.min(failures, pauses.length - 1)]! * (0.7 + Math.random() * 0.6));
  }
}

export async function disconnect(): Promise<void> {
  turn++;
  wake?.();
  await connection?.stop();
}

function build(line: Line): Connection {
  const hub: Connection = new HubConnectionBuilder()
    .withUrl('/hub/scoring', straight
      ? { transport: HttpTransportType.WebSockets, skipNegotiation: true }
      : { transport: HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling })
    .configureLogging(LogLevel.None)
    .withServerTimeout(30_000)
    .withKeepAliveInterval(5_000)
    .build();
  const heard = <A extends unknown[]>(act: (...args: A) => void) => (...args: A) => { contact.last = Date.now(); act(...args); };
  hub.on(told.CardChanged, heard(takeCard));
  hub.on(told.SessionChanged, heard(() => void refresh().catch(() => hub.stop())));
  hub.on(told.TradeChanged, heard(tradeChanged));
  hub.on(told.Message, heard(line.message));
  hub.on(told.OnStage, heard(takeStage));
  return hub;
}

/** The server's clock, and whether what this tablet holds is still its judge's. How long it took says how patient to be with this line. */
async function greet(): Promise<boolean> {
  const asked = clocks.steady(), answer = await call(startPatience, ask.Greet), at = clocks.steady();
  way = at - asked;
  if (!answer) return false;
  heardTime({ server: new Date(answer.serverTime).getTime(), asked, heard: at });
  [contact.skew, contact.offBy] = [skewNow(), offBy()];
  return session.value?.competition === answer.competition && session.value.judge === answer.judge;
}

const refresh = (own = true): Promise<void> => fetchLists(own);

/** Out and back, when last measured. */
let way = 0;
/** Calls that wait for their answer: a long one holds up a short one. */
let pending = 0;

/** Heartbeats in a row in which the server had something else than this tablet shows. */
let differences = 0;
let beating = false;

async function heartbeat(hub: Connection, line: Line): Promise<void> {
  const waiting = line.waiting();
  if (beating || waiting === null) return;
  beating = true;
  const asked = clocks.steady();
  try {
    const server = await call(Math.min(30_000, 6_000 + 4 * way), ask.Heartbeat, waiting);
    way = Math.max(way / 2, clocks.steady() - asked);
    if ((offBy() ?? Infinity) > closeEnough) void greet().catch(() => undefined);
    // Once may be a message still under way; twice, one was lost.
    differences = server === null || server === digest() ? 0 : differences + 1;
    if (differences > 1) { differences = 0; await refresh(); }
  } catch {
    // No answer: the line is dead even if the socket does not know it yet. A long answer under way is no silence.
    if (hub === connection && pending === 0) await hub.stop();
  } finally {
    beating = false;
  }
}

/** The ledger must have it; if not, the server tells both sides. A cut line is no answer: it is shown again with the next connect. */
function showReceipt(newest: Receipt | undefined): void {
  if (newest) void call(15_000, ask.ShowReceipt, newest.sequence, newest.hash).catch(() => undefined);
}

/** If the line is cut the message comes again with the next connect, and is answered then. */
export const sayRead = (id: string): void => void call(15_000, ask.MessageRead, id).catch(() => undefined);

export const submitSheet = (submission: SheetSubmission): Promise<SubmissionAnswer> => call(submitPatience, ask.SubmitSheet, submission);

export async function call<M extends Method<TabletHub>>(patience: number, method: M, ...asked: Ask<TabletHub, M>): Promise<Answer<TabletHub, M>> {
  if (!connection) throw new Error('not connected');
  if (method !== ask.Heartbeat) pending++;
  try {
    const answer = await within(connection.invoke(method, ...asked), patience);
    contact.last = Date.now();
    return answer;
  } finally {
    if (method !== ask.Heartbeat) pending--;
  }
}

function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() { clearTimeout(timer); wake = null; resolve(); }
    wake = done;
  });
}

/** The browser knows of some cuts and returns at once; what it does not know the heartbeat finds out. */
export function watchNetwork(): void {
  addEventListener('offline', () => void connection?.stop());
  addEventListener('online', () => wake?.());
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') wake?.(); });
}
