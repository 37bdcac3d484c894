import type { EntrantCard, TabletSession } from '@scoring/web/wire';
import { beforeEach, expect, it } from 'vitest';
import type { Draft, Post } from '../outbox/database';
import { draftKey, drafts } from '../outbox/drafts';
import { posts } from '../outbox/outbox';
import { owner, takeSession } from '../session/session';
import { insteadOfMarking } from './entrantState';

const place = { trade: 'dg', module: 'A', code: 'A01' };
const with_ = (state: EntrantCard['state']) => takeSession({
  competition: 'c', competitionName: '', demo: false, judge: 'J01', seat: '', deviceName: '01', version: 1,
  serverTime: '2026-04-23T02:48:36Z',
  modules: [{
    ...place, tradeName: '', moduleName: '', fullMark: 10, sheet: [], open: true, decimals: 2, belowZero: false, entrantSigns: false,
    cards: [{ ...place, status: 'normal', state, version: 3 }],
  }],
} satisfies TabletSession);
const draft = (): Draft => ({
  ...place, key: draftKey(owner.value!, place), owner: owner.value!, basedOn: 0, typed: {}, notes: {}, changes: [], changedAt: 1,
});

beforeEach(() => { drafts.clear(); posts.clear(); });

it('is marked while it is open or came back', () => {
  for (const state of ['open', 'returned'] as const) { with_(state); expect(insteadOfMarking(place)).toBeNull(); }
});

it('leads to its receipt once it is in, or on its way', () => {
  with_('submitted');
  expect(insteadOfMarking(place)).toBe('receipt');
  with_('open');
  posts.set('1', {
    id: '1', owner: owner.value!, draft: draft(), submission: { ...place, id: '1', basedOn: 0, marks: {} }, total: '', handedAt: 0,
    state: 'waiting', tries: 0,
  } satisfies Post);
  expect(insteadOfMarking(place)).toBe('receipt');
});

it('leads to both versions where another tablet handed in a sheet that is begun here', () => {
  with_('submitted');
  drafts.set(draftKey(owner.value!, place), draft());
  expect(insteadOfMarking(place)).toBe('versions');
});
