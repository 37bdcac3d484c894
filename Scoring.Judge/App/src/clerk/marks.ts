// Figures a clerk has entered, on their way: what is typed goes on at once, however long the server takes.
import type { MarkCommand, MarkRow } from '@scoring/web/wire';
import { ask } from '../connection/hub';
import { sayDone } from '../office/command';
import { queueOf, type Queued } from '../office/queue';
import { texts } from '../office/texts';
import { runIn } from '../route/run';

const t = texts.clerk.marks;

/** `typed`: as the clerk wrote it; `before`: the figure it takes the place of, as text. */
export type EnteredMark = Omit<Queued, 'kind' | 'command'> & {
  kind: typeof ask.EnterMark; command: MarkCommand; number: string; typed: string; before?: string;
};

export const marks = queueOf<EnteredMark>({
  disk: ['scoring-clerk', 'marks'],
  concerns: ({ command: c }) => [c.trade, c.module, keyOf(c)].join('\u0000'),
  words: (m) => `${m.number} ${m.typed}`,
  taken: (m) => sayDone(m.before === undefined ? t.saved(m.number, m.typed) : t.changed(m.number, m.before, m.typed)),
  rebased: (m, basedOn) => ({ ...m, command: { ...m.command, basedOn } }),
});

/** Of a row, or of what was typed in it: the entrant, or one run or member of it. */
export const keyOf = (of: { entrant: string; attempt?: number }): string => (of.attempt === undefined ? of.entrant : `${of.entrant} ${of.attempt}`);

const isOf = (place: { trade: string; module: string }) => ({ command: c }: EnteredMark) => c.trade === place.trade && c.module === place.module;

export const marksOf = (place: { trade: string; module: string }) => marks.items.value.filter(isOf(place));
export const seenMarks = (place: { trade: string; module: string }, version: number) => marks.seenUpTo(version, isOf(place));

/** @param row As the server has it. */
export function enterMark(place: { trade: string; module: string }, row: MarkRow, typed: string, before?: string): void {
  const earlier = marksOf(place).filter((m) => keyOf(m.command) === keyOf(row));
  const last = [...earlier].reverse().find((m) => m.why === undefined);
  void marks.drop(earlier.filter((m) => m.why !== undefined).map((m) => m.id));
  void marks.add({
    kind: ask.EnterMark, number: row.run ? `${row.number} ${row.run}` : row.number, typed, before, after: last && last.sequence === undefined ? last.id : undefined,
    command: {
      ...place, entrant: row.entrant, ...runIn(row), mark: Number(typed),
      basedOn: last?.sequence ?? last?.command.basedOn ?? row.basedOn,
    },
  });
}

/** The table as the server has it, with what is on its way laid over it. */
export function withMarks(rows: readonly MarkRow[], entered: readonly EnteredMark[]): MarkRow[] {
  const newest = new Map(entered.filter((m) => m.why === undefined).map((m) => [keyOf(m.command), m.command.mark]));
  return rows.map((r) => (newest.has(keyOf(r)) ? { ...r, own: newest.get(keyOf(r)) } : r));
}
