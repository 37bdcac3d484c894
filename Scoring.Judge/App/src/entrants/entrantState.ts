// An entrant on this tablet's list: what the server knows, and what only this tablet does.
import type { EntrantCard, TabletModule } from '@scoring/web/wire';
import { computed } from 'vue';
import { Decimal } from '../figures/decimal';
import { answered } from '../kinds/kinds';
import { aspectsOf, cardKey, type CardKey } from '../marking/sheetOf';
import type { Draft, Post } from '../outbox/database';
import { draftKey, drafts } from '../outbox/drafts';
import { isMine, posts } from '../outbox/outbox';
import type { PageName } from '../route/router';
import { cards, cardsOf, owner, session } from '../session/session';

export type EntrantState = 'todo' | 'draft' | 'wait' | 'done' | 'back' | 'care' | 'absent' | 'banned';
export const entrantStates: readonly EntrantState[] = ['todo', 'draft', 'wait', 'done', 'back', 'care', 'absent', 'banned'];

export interface Listed { card: EntrantCard; state: EntrantState; post?: Post; draft?: Draft; value: string; answered: number; all: number }

const postOf = computed(() => new Map([...posts.values()].filter((p) => isMine(p, owner.value)).map((p) => [cardKey(p.submission), p])));

export const postFor = (card: CardKey): Post | undefined => postOf.value.get(cardKey(card));
export const draftFor = (card: CardKey): Draft | undefined => (owner.value ? drafts.get(draftKey(owner.value, card)) : undefined);

export function stateOf(card: EntrantCard, post?: Post, draft?: Draft): EntrantState {
  if (post) return post.state === 'waiting' ? 'wait' : 'care';
  if (card.status === 'disqualified') return 'banned';
  if (card.status !== 'normal' && card.status !== 'eliminated') return 'absent';
  // Handed in from another tablet while this one was still marking: both are to be looked at.
  if (card.state === 'submitted') return draft ? 'care' : 'done';
  if (card.state === 'returned') return 'back';
  return draft ? 'draft' : 'todo';
}

export function listed(module: TabletModule): Listed[] {
  const aspects = aspectsOf(module.sheet);
  return cardsOf(module).map((card) => {
    const post = postFor(card), draft = draftFor(card);
    const state = stateOf(card, post, draft);
    const count = draft ? answered(aspects, draft.typed) : 0;
    const total = card.total === undefined ? '' : Decimal.of(card.total).toFixed(2);
    const value = state === 'draft' ? `${count} / ${aspects.length}` : post ? post.total : state === 'done' || state === 'back' ? total : '';
    return { card, state, post, draft, value, answered: count, all: aspects.length };
  });
}

/** Marked or to be marked by this judge: everybody but absent and disqualified. */
export const isDue = (state: EntrantState): boolean => state !== 'absent' && state !== 'banned';

/** Who comes next on the list after a code: returned ones first, then in order, then from the start. */
export function upNext(list: readonly Listed[], after?: string): Listed | undefined {
  const open = (l: Listed) => l.state === 'todo' || l.state === 'draft';
  const at = list.findIndex((l) => l.card.code === after);
  return list.slice(at + 1).find(open) ?? list.find(open) ?? list.find((l) => l.state === 'back' && l.card.code !== after);
}

/** Where a sheet's page leads instead when there is nothing to mark: it is in, on its way, or in two versions. Null: it is to be marked. */
export function insteadOfMarking(place: CardKey): PageName | null {
  if (postFor(place)) return 'receipt';
  if (cardOf(place)?.state !== 'submitted') return null;
  return draftFor(place) ? 'versions' : 'receipt';
}

export function cardOf(place: CardKey): EntrantCard | undefined { return cards.get(cardKey(place)); }

/** Posts and drafts stored by an earlier pairing, of the competition at hand. */
export const orphans = computed(() => {
  const me = owner.value;
  if (!me || !session.value) return { posts: [] as Post[], drafts: [] as Draft[] };
  const strange = (o: { owner: Draft['owner'] }) => o.owner.competition === me.competition && !isMine(o, me);
  return { posts: [...posts.values()].filter(strange), drafts: [...drafts.values()].filter(strange) };
});
