import type { MarkCommand, MarkRow } from '@scoring/web/wire';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const place = { trade: 'dg', module: 'LL' };
const row = (number: string, more: Partial<MarkRow> = {}): MarkRow =>
  ({ entrant: number, number, name: '', organization: '', status: 'normal', basedOn: 0, otherIn: false, maySettle: false, ...more });

/** What the hub has taken, and how it answers. */
const server = { ledger: [] as MarkCommand[], asked: [] as MarkCommand[], answer: (_: MarkCommand): string | Error | undefined => undefined, gate: Promise.resolve() };
vi.mock('../connection/hub', () => ({
  ask: new Proxy({}, { get: (_, name) => name }),
  async call(_patience: number, _method: string, command: MarkCommand) {
    server.asked.push(command);
    await server.gate;
    const special = server.answer(command);
    if (special instanceof Error) throw special;
    if (special) return { outcome: 'refused', message: special };
    const known = server.ledger.findIndex((c) => c.id === command.id);
    if (known < 0) server.ledger.push(command);
    return { outcome: 'accepted', receipt: { sequence: 100 + (known < 0 ? server.ledger.length - 1 : known) } };
  },
}));

async function openTablet(online = true) {
  vi.resetModules();
  const { session } = await import('../session/session');
  const { contact } = await import('../session/contact');
  session.value = { competition: 'c', competitionName: '', demo: false, judge: 'L1', seat: '', deviceName: '01', version: 1, serverTime: '', modules: [] };
  contact.state = online ? 'online' : 'offline';
  const entered = await import('./marks');
  const { commands } = await import('../session/counts');
  const waiting = () => (commands.get('scoring-clerk') ?? []).filter((c) => c.why === undefined).length;
  return { ...entered, contact, waiting };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Object.assign(server, { ledger: [], asked: [], answer: () => undefined, gate: Promise.resolve() });
});

describe('marks a clerk enters', () => {
  it('go on at once, and reach the ledger in the order they were typed', async () => {
    const tablet = await openTablet();
    let open = () => {};
    server.gate = new Promise((resolve) => { open = resolve; });
    for (let n = 1; n <= 40; n++) tablet.enterMark(place, row(`Z${n}`), String(n));
    expect(tablet.withMarks([row('Z1'), row('Z41')], tablet.marksOf(place)).map((r) => r.own)).toEqual([1, undefined]);
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(1));
    open();
    await vi.waitFor(() => expect(tablet.waiting()).toBe(0));
    expect(server.ledger.map((c) => [c.entrant, c.mark])).toEqual(Array.from({ length: 40 }, (_, n) => [`Z${n + 1}`, n + 1]));
  });

  it('wait without a network, through a reload, and are in the ledger once', async () => {
    const before = await openTablet(false);
    before.enterMark(place, row('Z1'), '70');
    before.enterMark(place, row('Z2'), '71');
    await vi.waitFor(async () => expect(await stored()).toBe(2));
    expect(server.asked).toEqual([]);

    const after = await openTablet(false);
    await vi.waitFor(() => expect(after.waiting()).toBe(2));
    after.contact.state = 'online';
    await vi.waitFor(() => expect(after.waiting()).toBe(0));
    expect(server.ledger.map((c) => [c.entrant, c.mark])).toEqual([['Z1', 70], ['Z2', 71]]);
    await vi.waitFor(async () => expect(await stored()).toBe(0));
  });

  it('changed again before the first has its receipt stand on that receipt', async () => {
    const tablet = await openTablet(false);
    tablet.enterMark(place, row('Z1'), '70');
    tablet.enterMark(place, row('Z1'), '71', '70');
    tablet.contact.state = 'online';
    await vi.waitFor(() => expect(server.ledger.map((c) => [c.mark, c.basedOn])).toEqual([[70, 0], [71, 100]]));
  });

  it('are not lost when one is refused: it comes back with its words, the others go on', async () => {
    const tablet = await openTablet();
    server.answer = (c) => (c.entrant === 'Z2' ? '两次录入不一致' : undefined);
    for (const n of [1, 2, 3]) tablet.enterMark(place, row(`Z${n}`), '70');
    await vi.waitFor(() => expect(server.ledger.map((c) => c.entrant)).toEqual(['Z1', 'Z3']));
    await vi.waitFor(() => expect(tablet.marks.refused.value.map((m) => [m.number, m.why])).toEqual([['Z2', '两次录入不一致']]));
    expect(tablet.withMarks([row('Z2')], tablet.marksOf(place))[0]!.own).toBeUndefined();

    const after = await openTablet();
    await vi.waitFor(() => expect(after.marks.refused.value).toHaveLength(1));
    server.answer = () => undefined;
    after.enterMark(place, row('Z2'), '71');
    await vi.waitFor(() => expect(server.ledger.at(-1)).toMatchObject({ entrant: 'Z2', mark: 71 }));
    await vi.waitFor(() => expect(after.marks.refused.value).toEqual([]));
  });

  it('of somebody paired before are neither shown nor sent', async () => {
    const before = await openTablet(false);
    before.enterMark(place, row('Z1'), '70');
    await vi.waitFor(async () => expect(await stored()).toBe(1));
    const after = await openTablet(false);
    const { session } = await import('../session/session');
    session.value = { ...session.value!, judge: 'L2' };
    await vi.waitFor(() => expect(after.waiting()).toBe(0));
    after.contact.state = 'online';
    after.enterMark(place, row('Z2'), '71');
    await vi.waitFor(() => expect(server.ledger.map((c) => c.entrant)).toEqual(['Z2']));
  });
});

async function stored(): Promise<number> {
  const { openDB } = await import('idb');
  const db = await openDB('scoring-clerk', 1);
  const count = await db.count('marks');
  db.close();
  return count;
}
