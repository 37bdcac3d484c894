// Final and named: rows by tier, with the heights of their tier, as many to a page as fit.
import type { Board, BoardRow } from '@scoring/web/wire';
import { listed } from '../ranking/order';
import type { StageKind } from '../stage/stage';
import { ems } from '../text/fit';

export const metals = ['gold', 'silver', 'bronze'] as const;
export type Metal = (typeof metals)[number];

/** `tier` null: no award. */
export interface Group { tier: number | null; name: string; metal: Metal | null; rows: BoardRow[] }

const gap = 18;
export const heightOf = (tier: number | null): number => tier === null ? 52 : tier === 0 ? 106 : tier === 1 ? 72 : 64;

export interface FinalTable { across: number; width: number; height: number; label: number; grid: string; parts: string[]; nameWidth: number; organizationWidth: number }

const frame = {
  hall: { across: 1, width: 1286, height: 864, label: 140, rank: 100, name: 262, part: [112, 124], total: 192 },
  wall: { across: 2, width: 1125, height: 650, label: 140, rank: 100, name: 262, part: [112, 124], total: 192 },
  portrait: { across: 1, width: 972, height: 1096, label: 116, rank: 92, name: 250, part: [112, 124], total: 180 },
};

export function finalTableFor(board: Board, kind: StageKind): FinalTable {
  const f = frame[kind];
  const room = f.width - f.label - f.rank - f.name - f.total - 4;
  const widths = board.columns.map((c, i) => Math.max(f.part[Math.min(i, 1)]!, Math.ceil(ems(c.name) * 28) + 24));
  const left = room - widths.reduce((a, b) => a + b, 0);
  const shown = left >= 320 ? widths : [];
  return {
    across: f.across, width: f.width, height: f.height, label: f.label, parts: shown.length ? board.columns.map((c) => c.name) : [],
    nameWidth: f.name - 22, organizationWidth: (shown.length ? left : room) - 14,
    grid: [f.rank, f.name, 'minmax(0, 1fr)', ...shown, f.total].map((w) => typeof w === 'number' ? `${w}px` : w).join(' '),
  };
}

/** Columns of groups: each is one table high, `across` of them make a page. */
export function columnsOf(board: Board, height: number): Group[][] {
  const columns: Group[][] = [[]];
  let used = 0;
  for (const row of listed(board)) {
    const tier = row.tier ?? null;
    const column = columns.at(-1)!;
    const group = column.at(-1);
    const fresh = !group || group.tier !== tier;
    const needs = heightOf(tier) + (fresh && group ? gap : 0);
    if (used + needs > height && column.length) {
      columns.push([start(board, tier, row)]);
      used = heightOf(tier);
      continue;
    }
    if (fresh) column.push(start(board, tier, row));
    else group.rows.push(row);
    used += needs;
  }
  return columns;
}

const start = (board: Board, tier: number | null, row: BoardRow): Group =>
  ({ tier, name: tier === null ? '' : board.tiers[tier] ?? '', metal: tier === null ? null : metals[tier] ?? null, rows: [row] });
