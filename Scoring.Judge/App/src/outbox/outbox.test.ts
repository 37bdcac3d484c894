import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHub, openTablet, owner, receipt } from './testTablet';

beforeEach(() => { globalThis.indexedDB = new IDBFactory(); vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); });
afterEach(() => { vi.useRealTimers(); });

describe('the outbox', () => {
  it('knows after its tab died with the receipt that the sheet is in, though the list it kept is older', async () => {
    const hub = new FakeHub();
    const card = { trade: 't', module: 'A', code: 'A12', status: 'normal' as const, state: 'open' as const, version: 0 };
    const kept = {
      competition: 'c', competitionName: '', demo: false, judge: 'J04', seat: '4 号裁判', deviceName: '01', version: 1, serverTime: '',
      modules: [{
        trade: 't', tradeName: '', module: 'A', moduleName: '', fullMark: 5, sheet: [], decimals: 2, belowZero: false, entrantSigns: false, open: true,
        cards: [card],
      }],
    };
    hub.answer = () => ({ outcome: 'accepted', receipt, card: { ...card, state: 'submitted', version: 7 } });
    const before = await openTablet(hub);
    const { database } = await import('./database');
    await (await database()).put('kept', kept, 'session');
    await before.handIn('A12');
    await before.delivery.kick();

    const after = await openTablet(hub);
    expect(after.outbox.receipts.size).toBe(1);
    const session = await import('../session/session');
    await session.restoreSession();
    expect(session.cards.get('t\u0000A\u0000A12')).toMatchObject({ state: 'submitted', version: 7 });
    session.takeSession({ ...kept, modules: [{ ...kept.modules[0]!, cards: [{ ...card, state: 'returned', version: 9 }] }] });
    expect(session.cards.get('t\u0000A\u0000A12')).toMatchObject({ state: 'returned', version: 9 });
  });

  it('knows the newest receipt of its own judge, to be shown when it connects', async () => {
    const tablet = await openTablet(new FakeHub());
    expect(tablet.outbox.newestReceipt(owner)).toBeUndefined();
    for (const code of ['A12', 'A13']) await tablet.handIn(code);
    await tablet.delivery.kick();
    expect(tablet.outbox.newestReceipt(owner)?.sequence).toBe(2);
    expect(tablet.outbox.newestReceipt({ ...owner, judge: 'J05' })).toBeUndefined();
  });

  it('holds a sheet handed in without a network, through a reload, until there is a receipt', async () => {
    const hub = new FakeHub();
    hub.online = false;
    const before = await openTablet(hub);
    const entry = await before.handIn('A12');
    await before.delivery.kick();
    expect(hub.calls).toEqual([]);
    expect(before.drafts.drafts.size).toBe(0);

    const after = await openTablet(hub);
    expect(after.drafts.drafts.size).toBe(0);
    expect([...after.outbox.posts.keys()]).toEqual([entry.id]);
    hub.online = true;
    await after.delivery.kickAll();
    expect(after.outbox.posts.size).toBe(0);
    expect(after.outbox.receipts.get(entry.draft.key)?.receipt.sequence).toBe(1);
    expect([...hub.ledger.keys()]).toEqual([entry.id]);
  });

  it('sends again with the same id when the answer was lost, and the ledger holds it once', async () => {
    const hub = new FakeHub(), clock = { now: 0 };
    const tablet = await openTablet(hub, clock);
    let lost = 2;
    hub.answer = (s) => { if (lost-- > 0) { hub.ledger.set(s.id, s); return new Error('cut'); } return undefined; };
    await tablet.handIn('A12');
    await tablet.delivery.kick();
    expect(tablet.outbox.posts.size).toBe(1);
    await tablet.delivery.kickAll();
    await tablet.delivery.kickAll();
    expect(hub.calls).toEqual(['A12', 'A12', 'A12']);
    expect(hub.ledger.size).toBe(1);
    expect(tablet.outbox.posts.size).toBe(0);
  });

  it('puts a refused sheet aside with its message and sends the others', async () => {
    const hub = new FakeHub();
    const tablet = await openTablet(hub);
    hub.answer = (s) => (s.code === 'A02' ? { outcome: 'refused', message: '名单里没有 A02。', aspects: { 'A1.1': '超出满分' } } : undefined);
    for (const code of ['A01', 'A02', 'A03']) await tablet.handIn(code);
    await tablet.delivery.kick();
    expect([...hub.ledger.values()].map((s) => s.code)).toEqual(['A01', 'A03']);
    const [stuck] = [...tablet.outbox.posts.values()];
    expect(stuck).toMatchObject({ state: 'aside', message: '名单里没有 A02。', aspects: { 'A1.1': '超出满分' } });
    await tablet.delivery.kickAll();
    expect(hub.calls.filter((c) => c === 'A02')).toHaveLength(1);
  });

  it('goes on with the others while one is told to come back later', async () => {
    const hub = new FakeHub(), clock = { now: 0 };
    const tablet = await openTablet(hub, clock);
    hub.answer = (s) => (s.code === 'A01' ? { outcome: 'retry', message: '磁盘已满。' } : undefined);
    await tablet.handIn('A01');
    await tablet.handIn('A02');
    await tablet.delivery.kick();
    expect([...hub.ledger.values()].map((s) => s.code)).toEqual(['A02']);
    expect([...tablet.outbox.posts.values()][0]).toMatchObject({ state: 'waiting', message: '磁盘已满。', tries: 1 });

    hub.answer = () => undefined;
    clock.now += 60_000;
    await tablet.delivery.kick();
    expect(tablet.outbox.posts.size).toBe(0);
  });

  it('keeps both versions of a conflict and hands in what the judge chooses, on the version seen', async () => {
    const hub = new FakeHub();
    const tablet = await openTablet(hub);
    const theirs = { trade: 't', module: 'A', code: 'A12', status: 'normal' as const, state: 'returned' as const, version: 9, marks: { 'A1.1': 2 } };
    hub.answer = () => ({ outcome: 'conflict', card: theirs, message: '另有一个版本。' });
    await tablet.handIn('A12');
    await tablet.delivery.kick();
    const [entry] = [...tablet.outbox.posts.values()];
    expect(entry).toMatchObject({ state: 'conflict', theirs });
    const draft = await tablet.outbox.reopen(entry!, { basedOn: 9, typed: { 'A1.1': '2' } });
    expect(draft).toMatchObject({ basedOn: 9, typed: { 'A1.1': '2' } });

    const again = await openTablet(hub);
    expect(again.outbox.posts.size).toBe(0);
    expect([...again.drafts.drafts.values()][0]).toMatchObject({ basedOn: 9, typed: { 'A1.1': '2' } });
  });

  it('never sends what an earlier pairing stored, until the judge claims it', async () => {
    const hub = new FakeHub();
    const tablet = await openTablet(hub);
    const draft = { ...tablet.draftOf('A12'), owner: { ...owner, judge: 'J09', device: '00' } };
    draft.key = tablet.drafts.draftKey(draft.owner, draft);
    const entry = await tablet.outbox.post(draft, { id: tablet.newSubmissionId(), trade: 't', module: 'A', code: 'A12', basedOn: 0, marks: {} }, '0.00', 0);
    await tablet.delivery.kickAll();
    expect(hub.calls).toEqual([]);
    await tablet.outbox.adopt(entry, owner);
    await tablet.delivery.kickAll();
    expect(hub.ledger.size).toBe(1);
  });

  it('goes on with what the same judge left under an earlier pairing of this tablet', async () => {
    const hub = new FakeHub();
    const tablet = await openTablet(hub);
    const draft = { ...tablet.draftOf('A12'), owner: { ...owner, device: '00' } };
    await tablet.outbox.post(draft, { id: tablet.newSubmissionId(), trade: 't', module: 'A', code: 'A12', basedOn: 0, marks: {} }, '0.00', 0);
    await tablet.delivery.kickAll();
    expect([...hub.ledger.values()].map((s) => s.code)).toEqual(['A12']);
  });

  it('sends from memory what a full disk does not take, and stores it as soon as there is room', async () => {
    const hub = new FakeHub();
    hub.online = false;
    const tablet = await openTablet(hub);
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    await tablet.handIn('A01');
    const second = await tablet.handIn('A02');
    expect(tablet.unsaved.value).toBe('full');
    expect(tablet.outbox.posts.size).toBe(2);
    hub.online = true;
    await tablet.delivery.kickAll();
    expect([...hub.ledger.values()].map((s) => s.code)).toEqual(['A01', 'A02']);
    IDBObjectStore.prototype.put = original;
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(() => expect(tablet.unsaved.value).toBeNull());

    const again = await openTablet(hub);
    expect(again.outbox.posts.size).toBe(0);
    expect(again.drafts.drafts.size).toBe(0);
    expect(again.outbox.receipts.get(second.draft.key)?.receipt.sequence).toBe(2);
  });

  it('is emptied once by two tabs of the same tablet', async () => {
    const hub = new FakeHub();
    hub.online = false;
    const first = await openTablet(hub);
    await first.handIn('A12');
    const second = await openTablet(hub);
    hub.online = true;
    await Promise.all([first.delivery.kickAll(), second.delivery.kickAll()]);
    expect(hub.ledger.size).toBe(1);
    expect(first.outbox.posts.size + second.outbox.posts.size).toBe(0);
  });
});

describe('drafts', () => {
  it('keep what is being written when another tab says that the store has changed', async () => {
    const { drafts, draftOf } = await openTablet(new FakeHub());
    const first = draftOf('A12');
    await drafts.saveDraft(first);
    const later = { ...first, typed: { 'A1.1': '4.0' }, changedAt: 2 };
    const writing = drafts.saveDraft(later);
    await drafts.loadDrafts();
    expect(drafts.drafts.get(first.key)).toEqual(later);
    await writing;
    await drafts.loadDrafts();
    expect(drafts.drafts.get(first.key)).toEqual(later);
  });

  it('are on disk when the promise resolves, the last key last', async () => {
    const tablet = await openTablet(new FakeHub());
    const draft = tablet.draftOf('A12');
    for (const typed of ['3', '3.', '3.5']) void tablet.drafts.saveDraft({ ...draft, typed: { 'A1.1': typed } });
    await tablet.drafts.draftsWritten();
    const again = await openTablet(new FakeHub());
    expect([...again.drafts.drafts.values()]).toMatchObject([{ typed: { 'A1.1': '3.5' } }]);
  });

  it('say so when the tablet is full, keep the text and try again', async () => {
    const tablet = await openTablet(new FakeHub());
    const original = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError'); });
    await tablet.drafts.saveDraft(tablet.draftOf('A12'));
    expect(tablet.unsaved.value).toBe('full');
    expect(tablet.drafts.drafts.size).toBe(1);
    put.mockImplementation(original);
    await vi.advanceTimersByTimeAsync(2_500);
    await tablet.drafts.draftsWritten();
    expect(tablet.unsaved.value).toBeNull();
    put.mockRestore();
  });
});
