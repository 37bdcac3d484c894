// What a judge types and the mark it gives: the same cases that the server computes (KindCasesTests).
import type { Aspect, Entry } from '@scoring/web/wire';
import { describe, expect, it } from 'vitest';
import type { Typed } from '../marking/kind';
import { fromWire, kinds, toWire, verdict } from './kinds';

interface Case { typed: Typed; sent?: Entry; mark?: string; refused?: boolean }
/** belowZero: the module has no floor (R-K9). */
interface Group { aspect: Aspect; cases: Case[]; belowZero?: boolean }

const files = import.meta.glob<Group[]>('../../../../tests/cases/kinds/*.json', { eager: true, import: 'default' });
const groupsOf = (kind: string): Group[] => Object.entries(files).find(([name]) => name.endsWith(`/${kind}.json`))?.[1] ?? [];

/** Marks that only the server can tell: by the key, by the whole sheet, by the values of all. */
const byServer = ['answerKey', 'factor', 'field'];

/** As a tablet gets it: without the key. */
const withoutKey = (aspect: Aspect): Aspect =>
  (aspect.kind === 'answerKey' ? { ...aspect, fields: aspect.fields.map((f) => ({ ...f, accepted: [] })) } : aspect);
const markOf = (aspect: Aspect, typed: Typed, belowZero: boolean): string => {
  const found = verdict(aspect, typed, belowZero);
  return found.state !== 'ok' ? 'refused' : found.mark?.toFixed(2) ?? 'by the server';
};

describe.each(Object.keys(kinds))('%s', (kind) => {
  const groups = groupsOf(kind);

  it('has cases', () => expect(groups.flatMap((g) => g.cases).length, `tests/cases/kinds/${kind}.json`).toBeGreaterThan(0));

  const all = groups.flatMap(({ aspect, cases, belowZero = false }) => cases.map((c) => ({ aspect: withoutKey(aspect), belowZero, ...c })));
  it.each(all)('$aspect.text: $typed', ({ aspect, typed, sent, mark, refused, belowZero }) => {
    expect(markOf(aspect, typed, belowZero)).toBe(refused ? 'refused' : byServer.includes(kind) ? 'by the server' : mark);
    if (refused) return;
    expect(toWire(aspect, typed)).toEqual(sent ?? typed);
    expect(markOf(aspect, fromWire(aspect, toWire(aspect, typed)), belowZero)).toBe(markOf(aspect, typed, belowZero));
  });
});
