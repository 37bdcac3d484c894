// Whether the server can be reached, and since when not.
import { reactive, watch } from 'vue';

export type ContactState = 'connecting' | 'online' | 'offline' | 'unpaired';

const key = 'scoring-last-contact';

/** Private windows may refuse even to be asked. */
function remembered(): number | null {
  try { return Number(localStorage.getItem(key)) || null; } catch { return null; }
}

export const contact = reactive({
  state: 'connecting' as ContactState,
  /** Tablet's clock, milliseconds; kept over a reload; null: never yet. */
  last: remembered(),
  /** Server minus tablet, milliseconds. */
  skew: 0,
  /** Paired once and then turned away, as against never paired. */
  revoked: false,
});

watch(() => contact.last, (at) => { try { localStorage.setItem(key, String(at)); } catch { /* shown until the reload, then no more */ } });

/** The server's time as far as this tablet can tell. */
export const serverNow = (): Date => new Date(Date.now() + contact.skew);
