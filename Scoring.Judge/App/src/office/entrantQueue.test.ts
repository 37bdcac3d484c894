import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Sent { id: string; seen?: number; code?: string }

/** What the hub was asked, and how it answers. */
const server = { asked: [] as [string, Sent][], answer: (_: string): string | undefined => undefined, gate: Promise.resolve() };
vi.mock('../connection/hub', () => ({
  ask: new Proxy({}, { get: (_, name) => name }),
  async call(_patience: number, method: string, command: Sent) {
    server.asked.push([method, command]);
    await server.gate;
    const why = server.answer(method);
    return why ? { outcome: 'refused', message: why } : { outcome: 'accepted', receipt: { sequence: 100 + server.asked.length } };
  },
}));

async function openTablet(online = true) {
  vi.resetModules();
  const { session } = await import('../session/session');
  const { contact } = await import('../session/contact');
  session.value = {
    competition: 'c', competitionName: '', demo: false, judge: 'Z1', seat: '', deviceName: '01', version: 1, serverTime: '', modules: [],
  };
  contact.state = online ? 'online' : 'offline';
  return { ...(await import('./entrantQueue')), ...(await import('./command')), contact };
}

const said = (done: string) => ({ words: `办 ${done}`, done, at: '#/' });
const place = { trade: 'dg', module: 'A', code: 'A01' };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Object.assign(server, { asked: [], answer: () => undefined, gate: Promise.resolve() });
});

describe('what an official decides', () => {
  it('is pending until the page shows it, whichever comes first, page or receipt', async () => {
    const tablet = await openTablet();
    let page = 50;
    const pending = tablet.pendingOf('dg', () => 'A01', () => page);
    tablet.decide('ReturnSheet', { ...place, judge: 'J1', reason: '漏评' }, said('已退回'), page);
    expect(pending.value).toHaveLength(1);
    await vi.waitFor(() => expect(tablet.said.value).toBe('已退回'));
    expect(pending.value).toHaveLength(1);
    page = 101;
    tablet.seenDecisions('dg', page);
    expect(pending.value).toHaveLength(0);

    // The page was quicker than the receipt.
    let open = () => {};
    server.gate = new Promise((resolve) => { open = resolve; });
    tablet.decide('ConfirmSpread', { ...place, reason: '已看' }, said('已确认'), page);
    tablet.seenDecisions('dg', 102);
    open();
    await vi.waitFor(() => expect(tablet.said.value).toBe('已确认'));
    const later = tablet.pendingOf('dg', () => 'A01', () => 102);
    expect(later.value).toHaveLength(0);
  });

  it('goes one after another for one entrant, at once for others', async () => {
    const tablet = await openTablet(false);
    tablet.decide('RecordViolation', { trade: 'dg', code: 'A01', what: '一', outcome: 'warning', deduction: 0 }, said('一'));
    tablet.decide('RecordViolation', { trade: 'dg', code: 'A01', what: '二', outcome: 'warning', deduction: 0 }, said('二'));
    tablet.decide('RecordViolation', { trade: 'dg', code: 'A02', what: '三', outcome: 'warning', deduction: 0 }, said('三'));
    let open = () => {};
    server.gate = new Promise((resolve) => { open = resolve; });
    tablet.contact.state = 'online';
    await vi.waitFor(() => expect(server.asked.map(([, c]) => c.code)).toEqual(['A01', 'A02']));
    open();
    await vi.waitFor(() => expect(server.asked.map(([, c]) => c.code)).toEqual(['A01', 'A02', 'A01']));
  });

  it('stands on the own status before it, not on what the page showed', async () => {
    const tablet = await openTablet(false);
    tablet.decide('ChangeStatus', { trade: 'dg', code: 'A01', status: 'absent', reason: '未到' }, said('缺考'), 50);
    tablet.decide('ChangeStatus', { trade: 'dg', code: 'A01', status: 'normal', reason: '到了' }, said('正常'), 50);
    tablet.contact.state = 'online';
    await vi.waitFor(() => expect(tablet.said.value).toBe('正常'));
    expect(server.asked.map(([, c]) => c.seen)).toEqual([50, 101]);
  });

  it('comes back with its words and its page when it is not taken', async () => {
    const tablet = await openTablet();
    server.answer = () => '其间有了变化';
    tablet.decide('ConfirmSpread', { ...place, reason: '已看' }, said('已确认'), 50);
    await vi.waitFor(() => expect(tablet.refusedOf('dg').map(tablet.refusedWords)).toEqual(['办 已确认：其间有了变化']));
    expect(tablet.refusedOf('dg')[0]!.at).toBe('#/');
    expect(tablet.pendingOf('dg', () => 'A01', () => 50).value).toHaveLength(0);
  });
});
