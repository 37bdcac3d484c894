// Final and named: rows by tier, with the heights of their tier, as many to a page as fit; those with an award on pages of their own first, where not all fit on one.
import { ems } from '../text/ems';
import { nameRoom } from '../ranking/columns';
import { widthOf } from '../text/measure';
import { membersOf } from '../text/setting';
import type { StageKind } from '../stage/stage';
import type { Board, BoardRow } from '@scoring/web/wire';
import { listed } from '../ranking/order';
import { explained } from './ties';

export const metals = ['gold', 'silver', 'bronze'] as const;
export type Metal = (typeof metals)[number];

/** `tier` null: no award. */
export interface Group { tier: number | null; name: string; metal: Metal | null; rows: BoardRow[] }

const gap = 18, twoLines = 68;
const heightOf = (tier: number | null): number => tier === null ? 52 : tier === 0 ? 106 : tier === 1 ? 72 : 68;

export interface FinalTable {
  across: number; width: number; height: number; label: number; grid: string; parts: string[]; organization: boolean; nameWidth: number; organizationWidth: number;
  /** everybody in one size, awards told by the medal */ packed: boolean; /** px of a row */ heightOf: (row: BoardRow) => number;
}

/** `first`: how many ranked rows of its part stand on pages before it. */
export interface FinalPage { table: FinalTable; columns: Group[][]; first: number }

const frame = {
  hall: { across: 1, width: 1286, height: 864, label: 140, rank: 100, name: 262, part: [112, 124], total: 192 },
  wall: { across: 2, width: 1125, height: 650, label: 140, rank: 100, name: 262, part: [112, 124], total: 192 },
  portrait: { across: 1, width: 972, height: 1096, label: 116, rank: 92, name: 250, part: [112, 124], total: 180 },
};
const dense = {
  hall: { across: 2, width: 607, rank: 66, name: 190, total: 148 }, wall: { across: 3, width: 726, rank: 70, name: 210, total: 150 }, portrait: { across: 1, width: 972, rank: 92, name: 250, total: 180 },
};

function tableFor(rows: readonly BoardRow[], board: Board, kind: StageKind, packed: boolean): FinalTable {
  const { columns, decimals } = board;
  const f = packed ? { ...frame[kind], ...dense[kind], label: 0 } : frame[kind];
  const more = Math.max(0, decimals - 2); // frames are made for two decimals
  const total = f.total + more * 28;
  const room = f.width - f.label - f.rank - total - 4;
  const widths = packed ? [] : columns.map((c, i) => Math.max(f.part[Math.min(i, 1)]! + more * 18, Math.ceil(ems(c.name) * 28) + 24));
  const tied = packed ? explained(board) : null;
  const left = room - widths.reduce((a, b) => a + b, 0);
  const shown = left - f.name >= 320 ? widths : [];
  const free = shown.length ? left : room;
  const name = packed ? f.name : Math.max(f.name, Math.min(nameRoom(rows), free - 320));
  const [nameWidth, organizationWidth] = [name - 26, free - name - 14];
  return {
    across: f.across, width: f.width, height: f.height, label: f.label, parts: shown.length ? columns.map((c) => c.name) : [], nameWidth, organizationWidth, organization: true, packed,
    grid: [f.rank, name, 'minmax(0, 1fr)', ...shown, total].map((w) => typeof w === 'number' ? `${w}px` : w).join(' '),
    heightOf: (row) => {
      const plain = heightOf(packed ? null : row.tier ?? null);
      const tall = membersOf(row.name ?? '', row.members).length > 0 || widthOf(row.name ?? row.code, 'font-bold') * 34 > nameWidth || widthOf(row.organization ?? '') * 28 > organizationWidth;
      return tall || tied?.has(row.key) ? Math.max(plain, twoLines) : plain;
    },
  };
}

/** Pages of a published board: those with an award first, largest; then all, packed. On one page where all fit. */
export function pagesOfFinal(board: Board, kind: StageKind): FinalPage[] {
  const rows = listed(board);
  const winners = rows.filter((r) => r.tier !== undefined);
  const whole = paged(board, rows, tableFor(rows, board, kind, false));
  if (whole.length <= 1 || winners.length === 0) return winners.length ? whole : paged(board, rows, tableFor(rows, board, kind, whole.length > 1));
  return [...paged(board, winners, tableFor(winners, board, kind, false)), ...paged(board, rows, tableFor(rows, board, kind, true))];
}

function paged(board: Board, rows: readonly BoardRow[], table: FinalTable): FinalPage[] {
  if (!rows.length) return [];
  const columns = columnsOf(board, rows, table);
  let first = 0;
  return Array.from({ length: Math.ceil(columns.length / table.across) }, (_, page) => {
    const own = { table, columns: columns.slice(page * table.across, (page + 1) * table.across), first };
    first += own.columns.flat().flatMap((g) => g.rows).filter((r) => r.rank !== undefined).length;
    return own;
  });
}

/** Columns of groups: each is one table high, `across` of them make a page. */
function columnsOf(board: Board, rows: readonly BoardRow[], table: FinalTable): Group[][] {
  const columns: Group[][] = [[]];
  let used = 0;
  for (const row of rows) {
    const tier = row.tier ?? null;
    const column = columns.at(-1)!;
    const group = column.at(-1);
    const fresh = !group || group.tier !== tier;
    const needs = table.heightOf(row) + (fresh && group ? gap : 0);
    if (used + needs > table.height && column.length) {
      columns.push([start(board, tier, row)]);
      used = table.heightOf(row);
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
