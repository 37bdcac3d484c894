import type { Board } from '@scoring/web/wire';

export interface Honours { trades: number; tiers: string[]; rows: { name: string; shortName?: string; entrants: number; tiers: number[]; awards: number }[] }

/** Most of the best award first, then of the next, as medals are counted; equals by name. */
export function honoursOf(boards: readonly Board[]): Honours {
  const published = boards.filter((b) => b.final && b.view === 'named');
  const tiers = [...new Set(published.flatMap((b) => b.tiers))];
  const found = new Map<string, { name: string; shortName?: string; entrants: number; tiers: number[]; awards: number }>();
  for (const board of published) {
    for (const row of board.rows) {
      if (!row.organization) continue;
      const own = found.get(row.organization) ?? { name: row.organization, shortName: row.shortName, entrants: 0, tiers: tiers.map(() => 0), awards: 0 };
      found.set(row.organization, own);
      own.entrants++;
      const tier = row.tier === undefined ? undefined : board.tiers[row.tier];
      if (tier === undefined) continue;
      own.tiers[tiers.indexOf(tier)]!++;
      own.awards++;
    }
  }
  const by = (a: number[], b: number[]) => a.reduce((sign, n, i) => sign || b[i]! - n, 0);
  return { trades: published.length, tiers, rows: [...found.values()].sort((a, b) => by(a.tiers, b.tiers) || a.name.localeCompare(b.name, 'zh-CN')) };
}
