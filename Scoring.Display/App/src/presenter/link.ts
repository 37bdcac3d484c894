// The presenter's keys: each press names the step it was pressed at, so that a second press changes nothing.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { shallowReactive } from 'vue';
import type { PresenterView } from '../wire/types';

export interface Desk { view: PresenterView | null; state: 'connecting' | 'ready' | 'cut' | 'refused'; forward(): void; back(): void; go(step: number): void; close(): void }

export function openDesk(competition: string | null): Desk {
  const hub = new HubConnectionBuilder()
    .withUrl(new URL('presenter', document.baseURI).href, { transport: HttpTransportType.WebSockets }) // negotiates first: a refusal can be told from a cut
    .configureLogging(LogLevel.None).build();
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const desk: Desk = shallowReactive({
    view: null, state: 'connecting',
    forward: () => press('Forward'), back: () => press('Back'), go: (step) => press('Go', step),
    close: () => { closed = true; clearTimeout(again); void hub.stop(); },
  });

  function take(view: PresenterView | null) {
    if (view && view.version >= (desk.view?.version ?? 0)) desk.view = view;
  }

  function press(key: 'Forward' | 'Back' | 'Go', step = desk.view?.step) {
    if (!desk.view || desk.state !== 'ready') return;
    void hub.invoke<PresenterView | null>(key, desk.view.competition, step).then(take).catch(() => hub.stop());
  }

  async function run() {
    try {
      await hub.start();
      desk.view = null;
      take(await hub.invoke<PresenterView | null>('Open', competition));
      desk.state = 'ready';
    } catch (problem) {
      desk.state = /\b40[13]\b|Unexpected token/.test(String(problem)) ? 'refused' : 'cut';
      if (desk.state === 'cut' && !closed) again = setTimeout(() => void run(), 1000);
    }
  }

  hub.on('View', take);
  hub.onclose(() => { if (!closed) { desk.state = 'cut'; again = setTimeout(() => void run(), 1000); } });
  void run();
  return desk;
}
