// Binding this tablet to one judge. The server keeps the proof in a cookie no script can read.
import type { PairedAs } from '@scoring/web/wire';
import { problemOf } from './problem';
import { texts } from './texts';

/** Characters a judge cannot mistake; the server makes codes of these only. */
export const codeCharacters = [...'34679ACDEFGHJKMNPQRTWXY'];
export const codeLength = 6;

export const cleanCode = (typed: string): string =>
  [...typed.normalize('NFKC').toUpperCase()].filter((c) => codeCharacters.includes(c)).join('').slice(0, codeLength);

/** Null: the server cannot be reached. An answer that never comes must not end the trying. */
export async function me(): Promise<PairedAs | 'unpaired' | null> {
  try {
    const answer = await fetch('/judge/api/me', { cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(20_000) });
    if (answer.status === 401) return 'unpaired';
    return answer.ok ? ((await answer.json()) as PairedAs) : null;
  } catch {
    return null;
  }
}

export type PairAnswer = { seat: string; deviceName: string } | { problem: string };

export async function pair(code: string): Promise<PairAnswer> {
  try {
    const answer = await fetch('/judge/api/pair', {
      method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }),
    });
    if (answer.ok) return (await answer.json()) as { seat: string; deviceName: string };
    if (answer.status === 429) return { problem: texts.tooMany };
    return { problem: await problemOf(answer) ?? texts.rejected };
  } catch {
    return { problem: texts.unreachable };
  }
}

export async function unpair(): Promise<boolean> {
  try {
    return (await fetch('/judge/api/unpair', { method: 'POST', credentials: 'same-origin' })).ok;
  } catch {
    return false;
  }
}
