// The line's own clock is asked for at both ends of a tap; what waits goes before anything is fetched.
import { beforeEach, expect, it, vi } from 'vitest';

const line = { answersAfter: 0, ahead: 0, asked: [] as string[], close: () => {} };
vi.mock('@microsoft/signalr', () => {
  class Line {
    onclose(act: () => void) { line.close = act; }
    on() {}
    async start() {}
    async stop() { line.close(); }
    async invoke(method: string) {
      line.asked.push(method);
      if (method !== 'Greet') return null;
      await new Promise((done) => setTimeout(done, line.answersAfter / 2));
      const serverTime = new Date(Date.now() + line.ahead).toISOString();
      await new Promise((done) => setTimeout(done, line.answersAfter / 2));
      return { competition: 'c', judge: 'J1', serverTime };
    }
  }
  const builder = { withUrl: () => builder, configureLogging: () => builder, withServerTimeout: () => builder, withKeepAliveInterval: () => builder, build: () => new Line() };
  return { HubConnectionBuilder: class { constructor() { return builder; } }, HttpTransportType: {}, LogLevel: {} };
});

const heads = { tag: 'T', session: { competition: 'c', competitionName: '', demo: false, judge: 'J1', seat: '', deviceName: '', modules: [], version: 1, serverTime: '' } };

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  Object.assign(line, { answersAfter: 0, ahead: 0, asked: [] });
  globalThis.fetch = async (url) => { line.asked.push(String(url)); return new Response(JSON.stringify(heads)); };
  return () => void vi.useRealTimers();
});

async function tablet() {
  const [{ contact }, { keepConnected }, { session }, { clocks }] = await Promise.all([
    import('../session/contact'), import('./hub'), import('../session/session'), import('../clock/serverClock'),
  ]);
  clocks.steady = () => Date.now();
  const opened = vi.fn(async () => { line.asked.push('what waits'); });
  void keepConnected({ stored: Promise.resolve(), newest: () => undefined, waiting: () => 0, opened, message() {} });
  return { contact, session, opened };
}

it('a slow answer does not move the clock of taps, and a quick one makes it right', async () => {
  line.answersAfter = 3_000;
  line.ahead = 5_000;
  const { contact } = await tablet();
  await vi.advanceTimersByTimeAsync(3_600);
  expect(Math.abs(contact.skew - 5_000)).toBeLessThanOrEqual(contact.offBy!);
  line.answersAfter = 20;
  line.close();
  await vi.advanceTimersByTimeAsync(2_500);
  expect(Math.abs(contact.skew - 5_000)).toBeLessThan(20);
  expect(contact.offBy).toBeLessThan(20);
});

it('what waits is sent before anything is fetched, once it is known whose tablet this is', async () => {
  const { session } = await tablet();
  await vi.advanceTimersByTimeAsync(100);
  expect(line.asked.slice(0, 3)).toEqual(['Greet', '/judge/api/session', 'Heartbeat']);
  expect(session.value?.judge).toBe('J1');
  line.asked = [];
  line.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(line.asked.filter((a) => a !== '/judge/api/me').slice(0, 3)).toEqual(['Greet', 'what waits', '/judge/api/session?tag=T']);
});

it('somebody else’s sheets are not sent when the tablet was paired anew', async () => {
  const { session } = await tablet();
  await vi.advanceTimersByTimeAsync(100);
  session.value = { ...session.value!, judge: 'J9' };
  line.asked = [];
  line.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(line.asked.indexOf('what waits')).toBeGreaterThan(line.asked.indexOf('/judge/api/session'));
});
