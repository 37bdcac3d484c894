// The offline shell, over https only. A new version waits until no sheet is open: it never takes over in the middle of one.
import { watch } from 'vue';
import { draftsWritten } from '../outbox/drafts';
import { unsaved } from '../outbox/unsaved';
import { route } from '../route/router';

const safePages = ['home', 'list', 'waiting', 'desk', 'panel', 'floor', 'clerk'];
const lookEvery = 10 * 60_000;
let taken = false;
let again: ReturnType<typeof setTimeout> | undefined;

export async function keepAppFresh(): Promise<void> {
  if (location.protocol !== 'https:' || !navigator.serviceWorker) return;
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The very first one only takes charge; a later one has brought a new version.
    taken ||= controlled;
    controlled = true;
    void takeOver();
  });
  const registration = await navigator.serviceWorker.register('/judge/sw.js', { scope: '/judge/' });
  const ready = () => void takeOver(registration.waiting);
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', ready));
  watch(() => route.value.page, ready, { immediate: true });
  setInterval(() => void registration.update().catch(() => undefined), lookEvery);
}

/** The worker that waits may start, or the page it has already taken may load anew, only where nothing is being marked. */
async function takeOver(waiting?: ServiceWorker | null): Promise<void> {
  const busy = () => !safePages.includes(route.value.page) || document.querySelector('dialog[open]') !== null || unsaved.value !== null;
  if (busy()) return;
  await draftsWritten();
  if (busy()) return;
  if (taken) location.reload();
  else if (waiting?.state === 'installed' && navigator.serviceWorker.controller) {
    waiting.postMessage({ type: 'SKIP_WAITING' });
    // A browser lets the old worker finish first, for minutes if it was at work just then; asked again, it looks again.
    clearTimeout(again);
    again = setTimeout(() => void takeOver(waiting), 3_000);
  }
}
