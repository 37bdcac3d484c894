// A page of an official: opened whole from the server, again when something of its trade changed or the line came back. What is shown stays when the line is cut.
import type { Answer, Ask, Method } from '@scoring/web/hub';
import { onUnmounted, ref, shallowRef, watch } from 'vue';
import { ask, call, type TabletHub } from '../connection/hub';
import { changes } from '../session/changes';
import { contact } from '../session/contact';

const quiet = 250, patience = 60_000;

/** Whole snapshots by what was asked, so that going back shows at once. */
const seen = new Map<string, unknown>();

type Open = Exclude<Extract<Method<TabletHub>, `Open${string}`>, typeof ask.OpenSession>;
type Further<M extends Open> = Ask<TabletHub, M> extends [trade: string, ...further: infer A] ? A : never;

export function useLive<M extends Open>(trade: string, method: M, ...further: Further<M>) {
  type T = Answer<TabletHub, M>;
  const key = [method, trade, ...(further as string[])].join('\u0000');
  const data = shallowRef<T | null>((seen.get(key) as T | undefined) ?? null);
  const problem = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false, again = false, gone = false;

  async function load(): Promise<void> {
    if (running) { again = true; return; }
    running = true;
    try {
      const fresh = await call(patience, method, ...([trade, ...further] as unknown as Ask<TabletHub, M>));
      // Older than what is shown: an answer that overtook another.
      if (!gone && versionOf(data.value) <= versionOf(fresh)) {
        data.value = fresh;
        seen.set(key, fresh);
      }
      problem.value = '';
    } catch (error) {
      problem.value = contact.state === 'online' ? words(error) : '';
      if (contact.state === 'online') timer = setTimeout(() => void load(), 3_000);
    } finally {
      running = false;
      if (again && !gone) { again = false; soon(); }
    }
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void load(), quiet);
  }

  watch(() => changes.get(trade), soon);
  watch(() => contact.state, (state) => { if (state === 'online') void load(); });
  if (contact.state === 'online') void load();
  onUnmounted(() => { gone = true; clearTimeout(timer); });
  return { data, problem, load };
}

/** The server's own words, without what the library wraps around them. */
export function words(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /HubException: (.+)$/s.exec(text)?.[1] ?? '';
}

const versionOf = (snapshot: object | null): number => (snapshot as { version?: number } | null)?.version ?? 0;
