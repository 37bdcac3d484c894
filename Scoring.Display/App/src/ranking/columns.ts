// How wide each column of the ranking is: right edges of figures never move while a board is on.
import type { StageKind } from '../stage/stage';
import { ems } from '../text/ems';
import { widthOf } from '../text/measure';
import { membersOf } from '../text/setting';
import { short } from '../text/format';
import type { Board, BoardRow } from '@scoring/web/wire';

/** The room a ranking has: px of the design. */
export interface Frame { rows: number; rowHeight: number; /** tables side by side */ across: number; width: number; rank: number; move: number; part: [number, number]; total: number; padding: number; name: number; ruler: boolean }

export interface Table {
  rows: number; rowHeight: number; across: number; width: number;
  grid: string; named: boolean; organization: boolean; parts: string[]; /** px; 0: none */ ruler: number;
  nameWidth: number; organizationWidth: number; codeSize: number; /** of the row on its way */ bandSize: number; /** whether there is room for what moved */ move: boolean;
  decimals: number; /** right of a row */ padding: number;
}

export const frames: Record<StageKind, Frame> = {
  hall: { rows: 12, rowHeight: 72, across: 1, width: 1266, rank: 84, move: 132, part: [186, 196], total: 196, padding: 28, name: 250, ruler: true },
  wall: { rows: 9, rowHeight: 72, across: 2, width: 1115, rank: 84, move: 132, part: [160, 166], total: 196, padding: 28, name: 250, ruler: true },
  portrait: { rows: 13, rowHeight: 86, across: 1, width: 972, rank: 76, move: 118, part: [176, 186], total: 206, padding: 20, name: 236, ruler: false },
};

/** Forty and more stand in columns side by side: codes without their parts, names with their organization. */
export function frameFor(board: Board, kind: StageKind): Frame {
  const one = frames[kind];
  const f = kind === 'portrait' && board.mayMove ? { ...one, rows: one.rows - 1 } : one; // over the rows stands why they may still move
  if (board.rows.length < 40) return f;
  if (board.view === 'named') return kind === 'portrait' ? f : { ...f, ...denseNamed[kind] };
  return { ...f, ...dense[kind], ruler: false };
}

const dense = {
  hall: { across: 2, width: 597, rank: 96, move: 112, total: 160, padding: 12 }, wall: { across: 3, width: 719, rank: 96, move: 118, total: 170, padding: 20 },
  portrait: { across: 2, width: 450, rank: 94, move: 92, total: 148, padding: 4 },
};
const denseNamed = {
  hall: { across: 2, width: 597, rank: 80, move: 0, total: 132, padding: 4, name: 180 }, wall: { across: 3, width: 719, rank: 80, move: 0, total: 160, padding: 12, name: 230 },
};

/** One of two to four trades side by side (below each other in portrait). */
export function frameBeside(kind: StageKind, count: number): Frame & { height: number } {
  const stage = { hall: { width: 1728, height: 972, gap: 60 }, wall: { width: 2764, height: 777, gap: 72 }, portrait: { width: 972, height: 1728, gap: 0 } }[kind];
  const stacked = kind === 'portrait';
  const width = stacked ? stage.width : Math.floor((stage.width - stage.gap * (count - 1)) / count);
  const height = stacked ? Math.floor((stage.height - 60) / count) : stage.height - 60;
  const rowHeight = stacked ? 66 : 72;
  const tight = width < 560;
  return {
    rows: Math.max(2, Math.floor((height - headBeside - 50 - (stacked ? 24 : 0)) / rowHeight)), rowHeight, across: 1, width, height,
    rank: tight ? 62 : 76, move: width < 420 ? 0 : tight ? 96 : 110, part: [160, 166], total: tight ? 160 : 184, padding: 8, name: tight ? 180 : 230, ruler: width > 1300,
  };
}

export const headBeside = 156;
const provisional = 46; // 暂定 behind a total
const longestRuler = 330, shortestRuler = 200, codeInBand = 52, shortestOrganization = 300, narrowestOrganization = 200;

export function tableFor(board: Board, f: Frame): Table {
  const basic = { rows: f.rows, rowHeight: f.rowHeight, across: f.across, width: f.width, move: f.move > 0, decimals: board.decimals, padding: f.padding };
  const more = Math.max(0, board.decimals - 2); // frames are made for two decimals
  const total = f.total + more * 29 + (board.mayMove ? provisional : 0);
  const room = f.width - f.padding - f.rank - f.move - total;
  const names = board.columns.map((c) => c.name);
  if (board.view === 'named') {
    const widths = names.map((p) => Math.max(118 + more * 20, Math.ceil(ems(p) * 28) + 28));
    const organization = room - f.name >= narrowestOrganization;
    const shown = room - f.name - sum(widths) >= shortestOrganization;
    const free = room - (shown ? sum(widths) : 0);
    const name = organization ? Math.max(f.name, Math.min(nameRoom(board.rows), free - (shown ? shortestOrganization : narrowestOrganization))) : f.name;
    const left = free - name;
    return {
      ...basic, named: true, organization, parts: shown ? names : [], ruler: 0,
      nameWidth: (organization ? name : free) - 24, organizationWidth: left - 12, codeSize: 44, bandSize: codeInBand,
      grid: grid(f.rank, ...(f.move ? [f.move] : []), ...(organization ? [name, '1fr'] : ['1fr']), ...(shown ? widths : []), total),
    };
  }

  const weighted = board.columns.map((c) => c.weight === undefined ? c.name : `${c.name} ${short(c.weight)}%`);
  const longest = Math.max(1.8, ...board.rows.map((r) => ems(r.code) * 1.06));
  const code = Math.min(Math.ceil(longest * codeInBand) + 8, room);
  const widthsOf = (parts: string[]) => parts.map((p, i) => Math.max((parts.length > 2 ? 140 : f.part[i]!) + more * 20, Math.ceil(ems(p) * 28) + 34));
  const parts = [weighted, names].find((p) => code + sum(widthsOf(p)) <= room) ?? []; // with weights, else without, else none
  const widths = widthsOf(parts);
  const left = room - code - sum(widths);
  const ruler = !f.ruler || left < shortestRuler ? 0 : Math.min(left, longestRuler);
  return {
    ...basic, named: false, organization: false, parts, ruler, nameWidth: 0, organizationWidth: 0, codeSize: Math.min(44, Math.floor(room / longest)), bandSize: Math.min(codeInBand, Math.floor(room / longest)),
    grid: grid(f.rank, ...(f.move ? [f.move] : []), '1fr', ...widths, ...(ruler ? [ruler] : []), total),
  };
}

/** px that the longest name asks for on one line; of a team its members. */
export const nameRoom = (rows: readonly BoardRow[]): number => 24 + Math.ceil(Math.max(0, ...rows.map((r) => {
  const members = membersOf(r.name ?? '', r.members);
  return members.length ? Math.max(widthOf(r.name ?? '', 'font-bold') * 32, widthOf(members.join('　')) * 28) : widthOf(r.name ?? r.code, 'font-bold') * 42;
})));

const grid = (...columns: (number | string)[]): string => columns.map((c) => typeof c === 'number' ? `${c}px` : `minmax(0, ${c})`).join(' ');

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
