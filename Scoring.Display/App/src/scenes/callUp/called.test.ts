import type { Board } from '@scoring/web/wire';
import { expect, it } from 'vitest';
import { calledOf } from './called';

const board = (trade: string, at?: string, ...codes: string[]): Board => ({
  trade, tradeName: trade, call: at && { at, entrants: codes.map((code) => ({ code, present: false, calls: 1 })) },
} as unknown as Board);

it('the newest call stands first, trades nobody was called of not at all', () => {
  const called = calledOf([board('dg', '2026-04-23T01:00:00Z', 'A01', 'A02'), board('hy'), board('qg', '2026-04-23T02:00:00Z', 'C07')]);
  expect(called.map((c) => c.key)).toEqual(['call qg C07', 'call dg A01', 'call dg A02']);
});
