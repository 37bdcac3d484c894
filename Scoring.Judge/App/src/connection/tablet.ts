// Brings the tablet up: what is stored first, then the line to the server.
import { Delivery } from '../outbox/delivery';
import { loadDrafts } from '../outbox/drafts';
import { loadOutbox, newestReceipt } from '../outbox/outbox';
import { onOtherTab } from '../outbox/tabs';
import { unsaved } from '../outbox/unsaved';
import { contact } from '../session/contact';
import { unread, waitingCount } from '../session/counts';
import { showMessage, tellRead } from '../session/messages';
import { owner, restoreSession, takeCard } from '../session/session';
import { keepAppFresh } from './appUpdate';
import { keepConnected, sayRead, submitSheet, watchNetwork } from './hub';
import { until } from './until';

export const delivery = new Delivery({
  owner: () => owner.value,
  online: () => contact.state === 'online',
  send: submitSheet,
  card: takeCard,
});

/** Resolves once the server has answered, or nothing has. */
export async function startTablet(): Promise<void> {
  watchNetwork();
  addEventListener('beforeunload', (leaving) => { if (unsaved.value) leaving.preventDefault(); });
  void keepAppFresh().catch(() => undefined);
  onOtherTab((store) => void (store === 'drafts' ? loadDrafts() : loadOutbox()));
  connect();
  await until(() => contact.listed || contact.state === 'offline' || contact.state === 'unpaired');
  void navigator.storage?.persist?.().catch(() => false);
}

/** Resolves when what this tablet keeps has been read, once. The session comes last: no list is seen without what this tablet itself has handed in. */
export const stored: Promise<void> = Promise.allSettled([loadDrafts(), loadOutbox()]).then(restoreSession).catch(() => undefined);

/** After pairing, or at the start: there the line opens while the disk is read. */
export function connect(): void {
  contact.state = 'connecting';
  contact.revoked = false;
  tellRead(sayRead);
  const waiting = () => (unread.value ? null : waitingCount.value);
  void keepConnected({ stored, waiting, newest: () => newestReceipt(owner.value), opened: () => delivery.kickAll(), message: showMessage });
}
