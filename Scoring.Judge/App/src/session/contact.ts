// Whether the server can be reached, and since when not.
import { reactive, watch } from 'vue';
import { serverTime } from '../clock/serverClock';

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
  /** Server minus tablet, milliseconds, when the server last said. */
  skew: 0,
  /** How far the server's time may be off here, milliseconds; null: not known at all. */
  offBy: null as number | null,
  /** The list is as the server has it: nothing else is fetched before. */
  listed: false,
  /** Paired once and then turned away, as against never paired. */
  revoked: false,
});

watch(() => contact.last, (at) => { try { localStorage.setItem(key, String(at)); } catch { /* shown until the reload, then no more */ } });

/** The server's time as far as this tablet can tell. */
export const serverNow = (): Date => new Date(serverTime());
