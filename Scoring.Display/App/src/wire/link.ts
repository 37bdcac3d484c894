// The connection to DisplayHub: whole state on connect, newest boards after, back by itself for as long as it takes.
import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { namesOf, type Speaks } from '@scoring/web/hub';
import type { Board, CeremonyPicture, CompetitionCard, ScreenState } from '@scoring/web/wire';
import type { DisplayClient, DisplayHub } from '@scoring/web/wireHubs';
import { shallowReactive } from 'vue';
import { changed, withBoard, withState } from './boards';

export interface Live {
  /** starting: nothing was ever received. */
  link: 'starting' | 'connected' | 'cut';
  competition: CompetitionCard | null;
  boards: readonly Board[];
  /** True once the server has answered, even if it has no competition yet. */
  answered: boolean;
  /** What the console says this screen plays; null: not a named screen, or not told yet. */
  screen: ScreenState | null;
  ceremony: CeremonyPicture | null;
  /** False: the display this screen hangs on has lost its Api, and shows the last it knew. */
  upstream: boolean;
  /** Server's clock minus this one's, milliseconds. */
  ahead: number;
}

const asks = namesOf<DisplayHub>(), tells = namesOf<DisplayClient>();
const tryAgainAfter = [0, 500, 1000, 2000, 5000];
const silenceMeansCut = 15_000;
const askAgainEvery = 60_000; // a lost message, a new competition: heals within a minute

/** `screen`: the name of the one this is, asked again at every connection. `mirrors`: it only shows what that one shows. */
export function connect(competition: string | null, screen: () => string | null, mirrors: () => boolean): Live & { attach: () => void } {
  const live: Live = shallowReactive({ link: 'starting', competition: null, boards: [], answered: false, screen: null, ceremony: null, upstream: true, ahead: 0 });
  // What this connection was told; an answer that was on its way meanwhile may be older.
  const seen = new Map<string, Board>();
  // The last board of each trade that came by itself: what changes after it is about that one.
  const sent = new Map<string, Board>();
  let told: CeremonyPicture | null = null;
  let toldScreen: ScreenState | null = null;
  const hub: Speaks<DisplayHub, DisplayClient> = new HubConnectionBuilder()
    .withUrl(new URL('hub', document.baseURI).href, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
  hub.serverTimeoutInMilliseconds = silenceMeansCut;
  hub.keepAliveIntervalInMilliseconds = 5_000;

  function take(board: Board) {
    if (live.competition && board.competition !== live.competition.id) return;
    const known = seen.get(board.trade);
    if (!known || known.version < board.version) seen.set(board.trade, board);
    if (live.competition) live.boards = withBoard(live.boards, board);
  }

  hub.on(tells.Board, (board) => { sent.set(board.trade, board); take(board); });
  hub.on(tells.Rows, (change) => {
    const board = changed(sent.get(change.trade), change);
    if (!board) { void ask().catch(() => hub.stop()); return; } // the server starts anew with a whole one
    sent.set(board.trade, board);
    take(board);
  });
  hub.on(tells.Competition, (card) => {
    const another = !!live.competition && live.competition.id !== card.id;
    live.competition = card;
    if (!another) return;
    live.boards = []; // another contest came into use
    sent.clear();
    live.ceremony = null;
    void ask().catch(() => hub.stop());
  });
  hub.on(tells.Screen, (state) => { if (state.name === screen()) live.screen = toldScreen = state; });

  hub.on(tells.Upstream, (connected) => { live.upstream = connected; if (connected) void ask().catch(() => hub.stop()); });
  hub.on(tells.Ceremony, (picture) => {
    told = picture;
    if (picture.competition === live.competition?.id && picture.version > (live.ceremony?.version ?? 0)) live.ceremony = picture;
  });

  let attempt = 0;
  let asking: ReturnType<typeof setTimeout> | undefined;

  async function ask() {
    clearTimeout(asking);
    const state = await hub.invoke(asks.Watch, competition);
    live.answered = true;
    live.link = 'connected';
    attempt = 0;
    if (state) {
      live.upstream = !state.cut;
      live.ahead = Date.parse(state.serverTime) - Date.now();
      live.competition = state.competition;
      live.boards = withState(state.boards, seen);
      const picture = told?.competition === state.competition.id && told.version > (state.ceremony?.version ?? 0) ? told : state.ceremony ?? null;
      if (picture?.version !== live.ceremony?.version || !picture) live.ceremony = picture;
    } else if (!live.competition) live.boards = [];
    asking = setTimeout(() => void ask().catch(() => hub.stop()), state ? askAgainEvery : 5_000);
  }

  async function attach() {
    const name = screen();
    if (!name) live.screen = null;
    else if (hub.state === HubConnectionState.Connected) {
      const answer = await hub.invoke(mirrors() ? asks.Mirror : asks.Attach, name);
      live.screen = toldScreen?.name === name && toldScreen.version > (answer?.version ?? 0) ? toldScreen : answer;
    }
  }

  async function run() {
    seen.clear();
    sent.clear();
    told = toldScreen = null;
    try {
      await hub.start();
      await attach();
      await ask();
    } catch {
      if (hub.state === HubConnectionState.Disconnected) lost();
      else await hub.stop(); // its close handler goes on
    }
  }

  function lost() {
    clearTimeout(asking);
    if (live.link === 'connected' || attempt > 1) live.link = 'cut';
    const wait = tryAgainAfter[Math.min(attempt++, tryAgainAfter.length - 1)]!;
    setTimeout(() => void run(), wait + Math.random() * wait / 4); // a hall of screens does not come back in one moment
  }

  hub.onclose(lost);
  addEventListener('online', () => { attempt = 0; });
  void run();
  return Object.assign(live, { attach: () => void attach().catch(() => hub.stop()) });
}
