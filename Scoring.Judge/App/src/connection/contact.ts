// Whether the server can be reached, and since when not.
import { reactive } from 'vue';

export type ContactState = 'connecting' | 'online' | 'offline' | 'unpaired';

export const contact = reactive({
  state: 'connecting' as ContactState,
  /** Tablet's clock, milliseconds; null: not once since this page was opened. */
  last: null as number | null,
  /** Server minus tablet, milliseconds. */
  skew: 0,
  /** Paired once and then turned away, as against never paired. */
  revoked: false,
});

/** The server's time as far as this tablet can tell. */
export const serverNow = (): Date => new Date(Date.now() + contact.skew);
