// The presenter's keys: each press names the step it was pressed at, so that a second press changes nothing.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { namesOf, type Speaks } from '@scoring/web/hub';
import type { PresenterView } from '@scoring/web/wire';
import type { PresenterClient, PresenterHub } from '@scoring/web/wireHubs';
import { shallowReactive } from 'vue';

const ask = namesOf<PresenterHub>(), told = namesOf<PresenterClient>();

export interface Desk { view: PresenterView | null; state: 'connecting' | 'ready' | 'cut' | 'refused'; forward(): void; back(): void; go(step: number): void; close(): void }

export function openDesk(competition: string | null): Desk {
  const hub: Speaks<PresenterHub, PresenterClient> = new HubConnectionBuilder()
    .withUrl(new URL('presenter', document.baseURI).href, { transport: HttpTransportType.WebSockets }) // negotiates first: a refusal can be told from a cut
    .configureLogging(LogLevel.None).build();
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const desk: Desk = shallowReactive({
    view: null, state: 'connecting',
    forward: () => press(ask.Forward), back: () => press(ask.Back), go: (step) => press(ask.Go, step),
    close: () => { closed = true; clearTimeout(again); void hub.stop(); },
  });

  function take(view: PresenterView | null) {
    if (view && view.version >= (desk.view?.version ?? 0)) desk.view = view;
  }

  function press(key: typeof ask.Forward | typeof ask.Back | typeof ask.Go, step = desk.view?.step) {
    if (!desk.view || step === undefined || desk.state !== 'ready') return;
    void hub.invoke(key, desk.view.competition, step).then(take).catch(() => hub.stop());
  }

  async function run() {
    try {
      await hub.start();
      desk.view = null;
      take(await hub.invoke(ask.Open, competition));
      desk.state = 'ready';
    } catch (problem) {
      desk.state = /\b40[13]\b|Unexpected token/.test(String(problem)) ? 'refused' : 'cut';
      if (desk.state === 'cut' && !closed) again = setTimeout(() => void run(), 1000);
    }
  }

  hub.on(told.View, take);
  hub.onclose(() => { if (!closed) { desk.state = 'cut'; again = setTimeout(() => void run(), 1000); } });
  void run();
  return desk;
}
