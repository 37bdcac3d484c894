// How many names stand in a row, and how large: LOOK of the tier scene.
import type { CeremonyWinner } from '@scoring/web/wire';
import { ems } from '../../text/fit';

export interface NameGrid { columns: number; size: number; pinyin: number; organization: number; width: number }

export function nameGrid(winners: readonly CeremonyWinner[], portrait = false): NameGrid {
  const n = winners.length;
  const columns = portrait ? (n <= 3 ? 1 : 2) : n <= 3 ? Math.max(1, n) : n <= 6 ? 3 : 4;
  const width = Math.floor((portrait ? 972 : 1728) / columns);
  const wished = n <= 3 ? 124 : n <= 6 ? 88 : 60;
  const longest = Math.max(3, ...winners.map((w) => ems(w.name)));
  const size = Math.min(wished, Math.floor((width - 48) / longest));
  return { columns, width, size, pinyin: n <= 3 ? 34 : 28, organization: n <= 3 ? 36 : n <= 6 ? 32 : 28 };
}

/** Characters with their syllable; a name without pinyin, or with another number of syllables, stands bare. */
export function syllables(winner: CeremonyWinner): { character: string; syllable: string }[] {
  const characters = [...winner.name];
  const spoken = winner.pinyin?.split(/\s+/).filter(Boolean) ?? [];
  const written = characters.filter((c) => /\p{L}/u.test(c)).length;
  if (spoken.length !== written) return characters.map((character) => ({ character, syllable: '' }));
  let i = 0;
  return characters.map((character) => ({ character, syllable: /\p{L}/u.test(character) ? spoken[i++]! : '' }));
}

export const metalOf = (tier: number): 'gold' | 'silver' | 'bronze' => tier === 0 ? 'gold' : tier === 1 ? 'silver' : 'bronze';
