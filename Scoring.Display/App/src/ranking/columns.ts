// How wide each column of the ranking is: right edges of figures never move while a board is on.
import { ems } from '../text/fit';
import type { StageKind } from '../stage/stage';
import type { Board } from '../wire/types';
import { short } from '../text/format';

export interface Table {
  rows: number; rowHeight: number; /** tables side by side */ across: number; width: number;
  grid: string; named: boolean; parts: string[]; /** px; 0: none */ ruler: number;
  nameWidth: number; organizationWidth: number; codeSize: number;
}

const frame = {
  hall: { rows: 12, rowHeight: 72, across: 1, width: 1266, rank: 84, move: 132, part: [186, 196], total: 196, padding: 28, name: 250 },
  wall: { rows: 9, rowHeight: 72, across: 2, width: 1115, rank: 84, move: 132, part: [160, 166], total: 196, padding: 28, name: 250 },
  portrait: { rows: 13, rowHeight: 86, across: 1, width: 972, rank: 76, move: 118, part: [176, 186], total: 206, padding: 20, name: 236 },
};
const longestRuler = 330, shortestRuler = 200, codeInBand = 52;

export function tableFor(board: Board, kind: StageKind): Table {
  const f = frame[kind];
  const room = f.width - f.padding - f.rank - f.move - f.total;
  const basic = { rows: f.rows, rowHeight: f.rowHeight, across: f.across, width: f.width };
  if (board.view === 'named') {
    const parts = board.columns.map((c) => c.name);
    const widths = parts.map((p) => Math.max(118, Math.ceil(ems(p) * 28) + 28));
    const withParts = room - f.name - sum(widths);
    const shown = withParts >= 300 ? parts : [];
    const organizationWidth = shown.length ? withParts : room - f.name;
    return {
      ...basic, named: true, parts: shown, ruler: 0, nameWidth: f.name - 24, organizationWidth: organizationWidth - 12, codeSize: 44,
      grid: grid(f.rank, f.move, f.name, '1fr', ...(shown.length ? widths : []), f.total),
    };
  }

  const parts = board.columns.map((c) => c.weight === undefined ? c.name : `${c.name} ${short(c.weight)}%`);
  const widths = parts.map((p, i) => Math.max(parts.length > 2 ? 150 : f.part[i]!, Math.ceil(ems(p) * 28) + 34));
  const longest = Math.max(1.8, ...board.rows.map((r) => ems(r.code) * 1.06));
  const code = Math.min(Math.ceil(longest * codeInBand) + 8, room);
  const shown = room - code - sum(widths) >= 0 ? parts : [];
  const left = room - code - (shown.length ? sum(widths) : 0);
  const ruler = kind === 'portrait' || left < shortestRuler ? 0 : Math.min(left, longestRuler);
  return {
    ...basic, named: false, parts: shown, ruler, nameWidth: 0, organizationWidth: 0,
    codeSize: Math.min(44, Math.floor(room / longest)),
    grid: grid(f.rank, f.move, '1fr', ...(shown.length ? widths : []), ...(ruler ? [ruler] : []), f.total),
  };
}

const grid = (...columns: (number | string)[]): string => columns.map((c) => typeof c === 'number' ? `${c}px` : `minmax(0, ${c})`).join(' ');

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
