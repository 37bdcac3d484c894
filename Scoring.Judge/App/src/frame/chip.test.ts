import { describe, expect, it } from 'vitest';
import type { EntrantCard } from '@scoring/web/wire';
import { chipOf } from './chip';
import { stateOf } from '../entrants/entrantState';
import type { Draft, Post } from '../outbox/database';

const calm = { waiting: 0, care: 0, unsaved: false, online: true, unread: false, marking: false };

describe('the chip', () => {
  it('says 已同步 only when nothing waits', () => {
    expect(chipOf(calm).text).toBe('已同步');
    expect(chipOf({ ...calm, waiting: 3 })).toMatchObject({ text: '待同步 3', kind: 'wait', icon: 'up' });
    expect(chipOf({ ...calm, waiting: 3, online: false }).icon).toBe('off');
    expect(chipOf({ ...calm, marking: true }).text).toBe('已存本机');
    expect(chipOf({ ...calm, unread: true }).text).toBe('已存本机');
    expect(chipOf({ ...calm, unread: true, waiting: 3 }).text).toBe('待同步 3');
  });
  it('puts what needs the judge before everything else', () => {
    expect(chipOf({ ...calm, waiting: 3, care: 1 }).text).toBe('待处理 1');
    expect(chipOf({ ...calm, care: 1, unsaved: true }).text).toBe('没有存上');
  });
});

describe('an entrant’s state', () => {
  const card: EntrantCard = { trade: 't', module: 'A', code: 'A1', status: 'normal', state: 'open', version: 0 };
  const draft = {} as Draft;
  const post = (state: Post['state']) => ({ state }) as Post;
  it('is one of the words of the list', () => {
    expect(stateOf(card)).toBe('todo');
    expect(stateOf(card, undefined, draft)).toBe('draft');
    expect(stateOf(card, post('waiting'))).toBe('wait');
    expect(stateOf({ ...card, state: 'submitted' })).toBe('done');
    expect(stateOf({ ...card, state: 'returned' })).toBe('back');
    expect(stateOf({ ...card, state: 'returned' }, undefined, draft)).toBe('back');
    expect(stateOf({ ...card, status: 'absent' })).toBe('absent');
    expect(stateOf({ ...card, status: 'withdrawn' })).toBe('absent');
    expect(stateOf({ ...card, status: 'disqualified' })).toBe('banned');
  });
  it('asks for the judge when refused, in conflict, or handed in elsewhere while marking', () => {
    expect(stateOf(card, post('aside'))).toBe('care');
    expect(stateOf(card, post('conflict'))).toBe('care');
    expect(stateOf({ ...card, state: 'submitted' }, undefined, draft)).toBe('care');
  });
  it('still shows what is on its way for somebody now absent', () => expect(stateOf({ ...card, status: 'absent' }, post('waiting'))).toBe('wait'));
});
