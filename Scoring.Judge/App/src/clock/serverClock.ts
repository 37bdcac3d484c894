// What time it is at the server, as well as this tablet can know: from the middle of a question's way, the best answer kept. The tablet's
// steady clock carries it on, so that its other clock may be set while it runs.

export interface Sample { server: number; asked: number; heard: number }

/** `half`: how far it may be off, milliseconds. */
interface Known { ahead: number; half: number }

let known: Known | null = null;
/** Both clocks of the page, replaced by tests. */
export const clocks = { steady: () => performance.now(), wall: () => Date.now() };

/** A worse answer never replaces a better one, unless the two cannot both be true: then the steady clock stood still while the tablet slept. */
export function heard({ server, asked, heard: at }: Sample): void {
  const half = (at - asked) / 2, ahead = server - (asked + at) / 2;
  if (!Number.isFinite(ahead)) return;
  if (known && half > known.half && Math.abs(ahead - known.ahead) <= half + known.half) return;
  known = { ahead, half };
}

/** Milliseconds the time may be off by; null: the server has never said. */
export const offBy = (): number | null => known && known.half;

export const forget = (): void => { known = null; };

/** Without an answer the tablet's own time. */
export const serverTime = (): number => (known ? clocks.steady() + known.ahead : clocks.wall());

/** Server minus tablet. */
export const skewNow = (): number => serverTime() - clocks.wall();

export interface Stamp { at: number; steady: number; half: number }

export const stamp = (): Stamp => ({ at: serverTime(), steady: clocks.steady(), half: known?.half ?? Infinity });

/** What lies between two taps of one page is the steady clock's word, however well the server's time was known at each of them. Only a
 * difference that no answer's way explains is sleep, in which the steady clock stood still. */
export function since(first: Stamp): number {
  const steady = clocks.steady() - first.steady, said = serverTime() - first.at;
  return Math.abs(said - steady) > first.half + (known?.half ?? Infinity) + 1_000 ? said : steady;
}
