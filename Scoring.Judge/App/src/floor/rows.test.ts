import { describe, expect, it } from 'vitest';
import { shownAs, withTaps } from './rows';
import type { Tap, TapKind } from '../office/entrantQueue';
import type { FloorModule, FloorRow } from '@scoring/web/wire';

const row = (code: string): FloorRow => ({ code, status: 'normal', clocks: {}, violations: [], calls: 0 });
const at = (seconds: number) => new Date(Date.UTC(2026, 3, 23, 1, 0, seconds)).toISOString();
const module: FloorModule = { module: 'A', name: '安装', fullMark: 60, timed: true, limitSeconds: 100, key: 'A' };
let order = 0;
const tap = (kind: TapKind, more: object): Tap => {
  const id = String(++order);
  return { id, owner: '', kind, madeAt: 0, order, command: { id, trade: 'dg', code: 'A01', module: 'A', at: at(0), ...more } } as Tap;
};

describe('taps on their way', () => {
  it('show at once what they will lead to', () => {
    const taps = [tap('RecordArrival', { present: true, at: at(1) }), tap('StartClock', { at: at(10) }), tap('ExtendClock', { seconds: 60 }), tap('StopClock', { at: at(95) })];
    const [first, second] = withTaps([row('A01'), row('A02')], taps);
    expect(first).toMatchObject({ arrivedAt: at(1), clocks: { A: { usedSeconds: 85, extensionSeconds: 60 } } });
    expect(second).toEqual(row('A02'));
  });

  it('leave what the server has as it is', () => {
    const before = row('A01');
    withTaps([before], [tap('StartClock', {})]);
    expect(before).toEqual(row('A01'));
  });

  it('of a clock that goes on count from its first start', () => {
    const stopped: FloorRow = { ...row('A01'), clocks: { A: { usedSeconds: 40, extensionSeconds: 0 } } };
    const [again] = withTaps([stopped], [tap('StartClock', { at: at(50), reason: '误停' })]);
    expect(again!.clocks['A']!.startedAt).toBe(at(10));
  });

  it('of a call show on everybody called', () => {
    const [first, second, third] = withTaps([row('A01'), row('A02'), row('A03')], [tap('CallEntrants', { codes: ['A01', 'A03'], at: at(7) })]);
    expect([first!.calls, second!.calls, third!.calls]).toEqual([1, 0, 1]);
    expect(third!.calledAt).toBe(at(7));
  });

  it('of other kinds change no row', () =>
    expect(withTaps([row('A01')], [{ ...tap('StartClock', {}), kind: 'RecordViolation' } as unknown as Tap])).toEqual([row('A01')]));

  it('taken back leave nothing', () => {
    expect(withTaps([row('A01')], [tap('StartClock', {}), tap('ResetClock', { reason: '点错选手' })])[0]!.clocks).toEqual({});
  });
});

describe('a clock on the glass', () => {
  const running: FloorRow = { ...row('A01'), clocks: { A: { startedAt: at(0), extensionSeconds: 20 } } };
  const when = (seconds: number) => new Date(at(seconds)).getTime();

  it('runs by the server, is over only beyond limit and extension', () => {
    expect(shownAs(running, module, when(119))).toMatchObject({ state: 'running', used: 119, left: 1 });
    expect(shownAs(running, module, when(121))).toMatchObject({ state: 'over', used: 121, left: -1 });
  });

  it('does not run backwards when the tablet is ahead', () => expect(shownAs(running, module, when(-5)).used).toBe(0));

  it('tells who is not there, ready, done and out', () => {
    expect(shownAs(row('A01'), module, 0).state).toBe('notThere');
    expect(shownAs({ ...row('A01'), arrivedAt: at(0) }, module, 0).state).toBe('ready');
    expect(shownAs({ ...row('A01'), clocks: { A: { usedSeconds: 5, extensionSeconds: 0 } } }, module, 0).state).toBe('done');
    expect(shownAs({ ...running, status: 'absent' }, module, 0).state).toBe('out');
  });
});
