// Binding this tablet to one judge. The server keeps the proof in a cookie no script can read.
import { texts } from '../texts';
import type { Me, Problem } from '../wire';

/** Characters a judge cannot mistake; the server makes codes of these only. */
export const codeCharacters = [...'34679ACDEFGHJKMNPQRTWXY'];
export const codeLength = 6;

export const cleanCode = (typed: string): string =>
  [...typed.normalize('NFKC').toUpperCase()].filter((c) => codeCharacters.includes(c)).join('').slice(0, codeLength);

/** Null: the server cannot be reached. An answer that never comes must not end the trying. */
export async function me(): Promise<Me | 'unpaired' | null> {
  try {
    const answer = await fetch('/judge/api/me', { cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(10_000) });
    if (answer.status === 401) return 'unpaired';
    return answer.ok ? ((await answer.json()) as Me) : null;
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
    if (answer.status === 429) return { problem: texts.pairing.tooMany };
    const problem = (await answer.json().catch(() => ({}))) as Problem;
    return { problem: problem.detail ?? problem.title ?? texts.pairing.rejected };
  } catch {
    return { problem: texts.pairing.unreachable };
  }
}

export async function unpair(): Promise<boolean> {
  try {
    return (await fetch('/judge/api/unpair', { method: 'POST', credentials: 'same-origin' })).ok;
  } catch {
    return false;
  }
}
