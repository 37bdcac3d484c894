import { effectScope } from 'vue';
import { beforeEach, describe, expect, it } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import type { EntrantCard, TabletModule } from '@scoring/web/wire';
import { sectionsOf } from '../marking/sheetOf';
import { drafts, draftsWritten } from '../outbox/drafts';
import { unused } from '../outbox/outbox';
import { pressKey } from './pressKey';
import { workOn } from './workingSheet';

const owner = { competition: 'c', judge: 'J04', device: '01', seat: '4 号裁判' };
const module: TabletModule = {
  trade: 'dg', tradeName: '电工', module: 'A', moduleName: '安装', fullMark: 20, open: true, cards: [], decimals: 2, belowZero: false, entrantSigns: false,
  sheet: [
    { id: 'A1', name: '布线', aspects: [{ kind: 'points', id: 'A1.1', text: '布局', fullMark: 4, step: 0.5 }, { kind: 'faults', id: 'A1.2', text: '露铜', fullMark: 6, deduction: 1, unit: '处' }] },
    { id: 'A2', name: '通电', parts: [{ id: 'A2.1', name: '首次', aspects: [{ kind: 'binary', id: 'A2.1a', text: '成功', fullMark: 8 }, { kind: 'judgement', id: 'A2.1b', text: '外观', fullMark: 2, benchmarks: ['', '', '', ''] }] }] },
  ],
};
const card = (more: Partial<EntrantCard> = {}): EntrantCard => ({ trade: 'dg', module: 'A', code: 'A12', status: 'normal', state: 'open', version: 0, ...more });
const open = (c = card()) => effectScope().run(() => workOn(module, c, owner))!;

beforeEach(async () => { await draftsWritten(); globalThis.indexedDB = new IDBFactory(); drafts.clear(); unused.clear(); });

describe('a sheet', () => {
  it('is no draft until something is typed, and none again when all is undone', () => {
    const sheet = open();
    expect(drafts.size).toBe(0);
    sheet.activate('A1.1');
    pressKey(sheet, '3');
    expect([...drafts.values()].map((d) => d.done)).toEqual([1]);
    sheet.undo();
    expect(drafts.size).toBe(0);
  });

  it('sums exactly, leaves out what is wrong and keeps its text', () => {
    const sheet = open();
    sheet.type('A1.1', '3.5');
    sheet.activate('A1.2');
    sheet.type('A1.2', '2');
    expect(sheet.total.value.toFixed(2)).toBe('7.50');
    sheet.type('A1.1', '6.5');
    expect(sheet.total.value.toFixed(2)).toBe('4.00');
    expect(sheet.draft.typed['A1.1']).toBe('6.5');
    expect(sheet.wrong.value.map((a) => a.id)).toEqual(['A1.1']);
  });

  it('undoes by aspect, however many keys it took', () => {
    const sheet = open();
    sheet.activate('A1.1');
    for (const key of ['3', '.', '5'] as const) pressKey(sheet, key);
    sheet.activate('A2.1a');
    pressKey(sheet, '1');
    sheet.activate('A1.1');
    for (const key of ['4'] as const) pressKey(sheet, key);
    expect(sheet.draft.typed['A1.1']).toBe('4');
    sheet.undo();
    expect(sheet.draft.typed['A1.1']).toBe('3.5');
    sheet.undo();
    expect(sheet.draft.typed['A2.1a']).toBeUndefined();
    sheet.undo();
    expect(sheet.draft.typed).toEqual({});
  });

  it('leads on: next in order, after the last the first blank, then to handing in', () => {
    const sheet = open();
    sheet.activate('A1.1');
    expect(sheet.following.value?.id).toBe('A1.2');
    sheet.activate('A2.1b');
    expect(sheet.following.value?.id).toBe('A1.1');
    for (const [id, typed] of [['A1.1', '4'], ['A1.2', '0'], ['A2.1a', '1'], ['A2.1b', '3']] as const) sheet.type(id, typed);
    expect(sheet.following.value).toBeNull();
    expect(sheet.total.value.toFixed(2)).toBe('20.00');
  });

  it('comes back from a return with its old marks, beside which the new stand', () => {
    const sheet = open(card({ state: 'returned', version: 9, marks: { 'A1.1': 3.5, 'A1.2': 1, 'A2.1a': 0, 'A2.1b': 2 }, returnReason: '请复核' }));
    expect(sheet.blanks.value).toEqual([]);
    expect(sheet.draft.basedOn).toBe(9);
    sheet.type('A2.1a', '1');
    expect(sheet.old.get('A2.1a')).toBe('0');
    expect(sheet.total.value.toFixed(2)).toBe('17.83');
  });

  it('comes back from a return with its old marks whatever lies around, and keeps that unused', async () => {
    const sheet = open();
    sheet.type('A1.1', '4');
    const stray = sheet.draft.key;
    await draftsWritten();
    const returned = card({ state: 'returned', version: 9, marks: { 'A1.1': 3.5, 'A1.2': 1, 'A2.1a': 0, 'A2.1b': 2 }, returnReason: '请复核' });
    const again = open(returned);
    expect([again.draft.typed['A1.1'], again.blanks.value.length, again.draft.basedOn]).toEqual(['3.5', 0, 9]);
    expect([...unused.values()].map((u) => [u.draft.key, u.draft.typed, u.total])).toEqual([[stray, { 'A1.1': '4' }, '4.00']]);
    again.type('A1.1', '3');
    await draftsWritten();
    expect([open(returned).draft.typed['A1.1'], unused.size]).toEqual(['3', 1]);
  });

  it('stands for agreement with those aspects only, blank, and leaves with the rest as it was handed in', async () => {
    const waiting = card({ state: 'submitted', version: 9, marks: { 'A1.1': 3.5, 'A1.2': 1, 'A2.1a': 0, 'A2.1b': 0 }, agree: ['A2.1b'] });
    const sheet = open(waiting);
    expect([sheet.aspects.map((a) => a.id), sheet.blanks.value.length, sheet.full.toString(), sheet.old.get('A2.1b')]).toEqual([['A2.1b'], 1, '2', '0']);
    sheet.type('A2.1b', '3');
    const { typed, total } = sheet.leaving();
    expect([typed, total.toFixed(2), sheet.total.value.toFixed(2)]).toEqual([{ 'A1.1': '3.5', 'A1.2': '1', 'A2.1a': '0', 'A2.1b': '3' }, '10.50', '2.00']);
    await draftsWritten();
    const { version: _, ...round } = waiting;
    expect(open({ ...round, version: 12 }).draft.typed).toEqual({});
  });

  it('keeps runs of one entrant apart', () => {
    const [first, second] = [open(card({ attempt: 1 })), open(card({ attempt: 2 }))];
    first.type('A1.1', '4');
    expect([second.draft.typed, open(card({ attempt: 1 })).draft.typed, second.draft.attempt]).toEqual([{}, { 'A1.1': '4' }, 2]);
  });

  it('takes only its own figures for yes or no and for 0 to 3', () => {
    const sheet = open();
    sheet.activate('A2.1b');
    pressKey(sheet, '7');
    expect(sheet.draft.typed['A2.1b']).toBeUndefined();
    pressKey(sheet, '3');
    pressKey(sheet, '2');
    expect(sheet.draft.typed['A2.1b']).toBe('2');
  });
});

describe('sections', () => {
  it('flatten sub-criteria under their heads without counting twice', () => {
    const [first, second] = sectionsOf(module.sheet);
    expect(first!.parts).toEqual([]);
    expect(second!.aspects).toHaveLength(2);
    expect(second!.parts.map((p) => p.id)).toEqual(['A2.1']);
    expect(second!.full.toString()).toBe('10');
  });
});
