// Two tabs of one tablet see the same store: whoever changes it tells the other.
import type { Store } from './database';

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('scoring-tablet');

export const tellOtherTabs = (store: Store): void => channel?.postMessage(store);

export function onOtherTab(changed: (store: Store) => void): void {
  channel?.addEventListener('message', (event: MessageEvent<Store>) => changed(event.data));
}
