// Brings the tablet up: what is stored first, then the line to the server.
import { contact } from './connection/contact';
import { keepAppFresh } from './connection/appUpdate';
import { keepConnected, sayRead, submitSheet, watchNetwork } from './connection/hub';
import { showMessage, tellRead } from './connection/messages';
import { owner, restoreSession, session, takeCard } from './connection/session';
import { waitingCount } from './outbox/counts';
import { Delivery } from './outbox/delivery';
import { loadDrafts } from './outbox/drafts';
import { loadOutbox } from './outbox/outbox';
import { onOtherTab } from './outbox/tabs';
import { unsaved } from './outbox/unsaved';
import { me } from './pairing/pairing';

export const delivery = new Delivery({
  owner: () => owner.value,
  online: () => contact.state === 'online',
  send: submitSheet,
  card: takeCard,
});

export async function startTablet(): Promise<void> {
  watchNetwork();
  addEventListener('beforeunload', (leaving) => { if (unsaved.value) leaving.preventDefault(); });
  void keepAppFresh().catch(() => undefined);
  onOtherTab((store) => void (store === 'drafts' ? loadDrafts() : loadOutbox()));
  await Promise.allSettled([loadDrafts(), loadOutbox()]);
  await restoreSession().catch(() => undefined); // last: no list is seen without what this tablet itself has handed in
  void navigator.storage?.persist?.().catch(() => false);
  const who = await me();
  if (who === 'unpaired') {
    contact.state = 'unpaired';
    contact.revoked = session.value !== null;
    return;
  }
  connect();
}

/** After pairing, or at the start. */
export function connect(): void {
  contact.state = 'connecting';
  contact.revoked = false;
  tellRead(sayRead);
  void keepConnected({ waiting: () => waitingCount.value, opened: () => void delivery.kickAll(), message: showMessage });
}
