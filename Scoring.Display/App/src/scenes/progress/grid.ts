// Where each trade stands on the progress wall: filled column by column in the order of the programme, and never anywhere else.
import type { StageKind } from '../../stage/stage';

export interface Grid {
  columns: number; rows: number; width: number; gap: number; height: number;
  /** px */ name: number; figure: number; of: number; ticks: number; line: number; /** smallest text */ least: number; pages: number; perPage: number;
}

const stages = {
  hall: { width: 1728, height: 972 - 112 - 28 - 64, small: 28 },
  wall: { width: 3456, height: 972 - 112 - 28 - 52, small: 36 },
  portrait: { width: 972, height: 1728 - 300 - 64, small: 28 },
};

// Largest first: the first one that holds all trades is taken; the last one turns pages.
const designs: Record<StageKind, { columns: number; rows: number; gap: number; name: number; figure: number }[]> = {
  hall: [{ columns: 1, rows: 3, gap: 0, name: 96, figure: 112 }, { columns: 2, rows: 3, gap: 96, name: 84, figure: 96 }, { columns: 2, rows: 4, gap: 96, name: 72, figure: 84 },
    { columns: 3, rows: 6, gap: 72, name: 56, figure: 64 }, { columns: 4, rows: 9, gap: 48, name: 36, figure: 42 }],
  wall: [{ columns: 3, rows: 2, gap: 96, name: 112, figure: 128 }, { columns: 4, rows: 4, gap: 72, name: 84, figure: 96 },
    { columns: 6, rows: 6, gap: 57.6, name: 56, figure: 64 }, { columns: 8, rows: 9, gap: 48, name: 42, figure: 48 }, { columns: 9, rows: 12, gap: 40, name: 36, figure: 40 }],
  portrait: [{ columns: 1, rows: 8, gap: 0, name: 72, figure: 84 }, { columns: 2, rows: 11, gap: 60, name: 48, figure: 54 }, { columns: 2, rows: 16, gap: 48, name: 36, figure: 42 }],
};

export function gridFor(trades: number, kind: StageKind): Grid {
  const all = designs[kind];
  const d = all.find((x) => x.columns * x.rows >= trades) ?? all.at(-1)!;
  const stage = stages[kind];
  const perPage = d.columns * d.rows;
  const height = Math.floor(stage.height / d.rows);
  const line = Math.round(d.figure * 1.16);
  return {
    columns: d.columns, rows: d.rows, gap: d.gap, width: (stage.width - d.gap * (d.columns - 1)) / d.columns, height,
    name: d.name, figure: d.figure, of: Math.max(stage.small, d.figure * 0.625), line,
    ticks: Math.max(12, Math.min(34, height - line - 20, d.figure * 0.42)), least: stage.small, pages: Math.max(1, Math.ceil(trades / perPage)), perPage,
  };
}
