// How many names stand in a row, how large, and at which heights: LOOK of the tier scene.
import { widthOf } from '../../text/measure';
import type { StageKind } from '../../stage/stage';
import type { CeremonyWinner } from '@scoring/web/wire';

type Named = Pick<CeremonyWinner, 'name' | 'pinyin'>;

/** px of the design; `cell`: height of one winner. */
export interface TierFrame { columns: number; rows: number; width: number; cell: number; size: number; pinyin: number; organization: number; trade: number; award: number; awardSize: number; top: number }

export function tierFrame(count: number, kind: StageKind): TierFrame {
  const portrait = kind === 'portrait';
  const columns = portrait ? (count <= 3 ? 1 : 2) : count <= 3 ? Math.max(1, count) : count <= 6 ? 3 : 4;
  const rows = Math.max(1, Math.ceil(count / columns));
  const width = Math.floor((portrait ? 972 : 1728) / columns);
  const names = count <= 3 ? { size: 124, pinyin: 34, organization: 36 } : count <= 6 ? { size: 88, pinyin: 28, organization: 32 } : { size: 60, pinyin: 28, organization: 28 };
  const heights = portrait
    ? rows <= 3 ? { trade: 300, award: 400, awardSize: 232, top: 720, cell: 280 } : { trade: 190, award: 280, awardSize: 170, top: 510, cell: 180 }
    : rows === 1 ? { trade: 170, award: 262, awardSize: 232, top: 600, cell: 340 } : rows === 2 ? { trade: 170, award: 256, awardSize: 176, top: 478, cell: 238 } : { trade: 140, award: 212, awardSize: 150, top: 402, cell: 182 };
  return { columns, rows, width, ...names, ...heights };
}

/** Whether a name stands with its syllables, at this size: Chinese, and no wider than its place. */
export const fitsSpoken = (winner: Named, width: number, size: number): boolean =>
  syllables(winner).some((s) => s.syllable) && Math.max(3, widthOf(winner.name, 'serif')) * size <= width;

/** Where the winner is from: with the trade where several are honoured together. */
export function fromOf(winner: CeremonyWinner): { text: string; short?: string } {
  const before = winner.before ? `${winner.before} · ` : '';
  return { text: before + winner.organization, short: winner.shortName ? before + winner.shortName : undefined };
}

/** Characters with their syllable; a name without pinyin, or with another number of syllables, stands bare. */
export function syllables(winner: Named): { character: string; syllable: string }[] {
  const characters = [...winner.name];
  const spoken = winner.pinyin?.split(/\s+/).filter(Boolean) ?? [];
  const written = characters.filter((c) => /\p{L}/u.test(c)).length;
  if (spoken.length !== written) return characters.map((character) => ({ character, syllable: '' }));
  let i = 0;
  return characters.map((character) => ({ character, syllable: /\p{L}/u.test(character) ? spoken[i++]! : '' }));
}

export const metalOf = (tier: number): 'gold' | 'silver' | 'bronze' => tier === 0 ? 'gold' : tier === 1 ? 'silver' : 'bronze';
