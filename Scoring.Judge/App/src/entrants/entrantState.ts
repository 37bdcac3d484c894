// An entrant on this tablet's list: what the server knows, and what only this tablet does.
import type { EntrantCard, TabletModule } from '@scoring/web/wire';
import { computed } from 'vue';
import { Decimal } from '../figures/decimal';
import { aspectsOf, cardKey, type CardKey } from '../marking/sheetOf';
import { sumWords } from '../marking/sum';
import type { Draft, Post } from '../outbox/database';
import { draftKey, drafts } from '../outbox/drafts';
import { isMine, posts } from '../outbox/outbox';
import type { PageName } from '../route/router';
import { cards, cardsOf, owner, session } from '../session/session';

export type EntrantState = 'todo' | 'draft' | 'wait' | 'done' | 'back' | 'agree' | 'care' | 'absent' | 'waived' | 'banned';
export const entrantStates: readonly EntrantState[] = ['todo', 'draft', 'wait', 'done', 'back', 'agree', 'care', 'absent', 'waived', 'banned'];

export interface Listed { card: EntrantCard; state: EntrantState; post?: Post; draft?: Draft; value: string; answered: number; all: number }

const postOf = computed(() => new Map([...posts.values()].filter((p) => isMine(p, owner.value)).map((p) => [cardKey(p.submission), p])));

export const postFor = (card: CardKey): Post | undefined => postOf.value.get(cardKey(card));
export const draftFor = (card: CardKey): Draft | undefined => (owner.value ? drafts.get(draftKey(owner.value, card)) : undefined);

/** Aspects of this sheet wait for agreement, and this judge is to mark them anew (R-L6). */
const agrees = (card: EntrantCard): boolean => card.state === 'submitted' && (card.agree?.length ?? 0) > 0;

/** Marks begun anew that nobody waits for any more: the judges agreed meanwhile. */
const overtaken = (card: EntrantCard, draft: Draft | undefined): boolean => draft?.agree !== undefined && !agrees(card);

export function stateOf(card: EntrantCard, post?: Post, draft?: Draft, runs?: TabletModule['runs']): EntrantState {
  if (post) return post.state === 'waiting' ? 'wait' : 'care';
  if (card.status === 'disqualified') return 'banned';
  if (card.status !== 'normal' && card.status !== 'eliminated') return 'absent';
  if (card.waived !== undefined) return runs === 'member' ? 'absent' : 'waived';
  if (agrees(card)) return 'agree';
  // Handed in from another tablet while this one was still marking: both are to be looked at.
  if (card.state === 'submitted') return draft && !overtaken(card, draft) ? 'care' : 'done';
  if (card.state === 'returned') return 'back';
  return draft ? 'draft' : 'todo';
}

export function listed(module: TabletModule): Listed[] {
  const aspects = aspectsOf(module.sheet);
  return cardsOf(module).map((card) => {
    const post = postFor(card), draft = draftFor(card);
    const state = stateOf(card, post, draft, module.runs);
    const count = draft ? draft.done ?? Object.keys(draft.typed).length : 0;
    const total = card.total === undefined ? '' : sumWords(Decimal.of(card.total), module);
    const value = state === 'draft' ? `${count} / ${aspects.length}` : post ? post.total : state === 'done' || state === 'back' || state === 'agree' ? total : '';
    return { card, state, post, draft, value, answered: count, all: aspects.length };
  });
}

/** Marked or to be marked by this judge: everybody but absent and disqualified, and runs that do not take place. */
export const isDue = (state: EntrantState): boolean => state !== 'absent' && state !== 'waived' && state !== 'banned';

/** Who comes next on the list after a sheet: in order, then from the start, then what came back or waits for agreement. */
export function upNext(list: readonly Listed[], after?: CardKey): Listed | undefined {
  const open = (l: Listed) => l.state === 'todo' || l.state === 'draft';
  const at = after ? list.findIndex((l) => cardKey(l.card) === cardKey(after)) : -1;
  return list.slice(at + 1).find(open) ?? list.find(open)
    ?? list.find((l, n) => (l.state === 'back' || l.state === 'agree') && n !== at);
}

/** Where a sheet's page leads instead when there is nothing to mark: it is in, on its way, or in two versions. Null: it is to be marked. */
export function insteadOfMarking(place: CardKey): PageName | null {
  if (postFor(place)) return 'receipt';
  const card = cardOf(place), draft = draftFor(place);
  if (card?.state !== 'submitted' || agrees(card)) return null;
  return draft && !overtaken(card, draft) ? 'versions' : 'receipt';
}

export function cardOf(place: CardKey): EntrantCard | undefined { return cards.get(cardKey(place)); }

/** Posts and drafts stored by an earlier pairing, of the competition at hand. */
export const orphans = computed(() => {
  const me = owner.value;
  if (!me || !session.value) return { posts: [] as Post[], drafts: [] as Draft[] };
  const strange = (o: { owner: Draft['owner'] }) => o.owner.competition === me.competition && !isMine(o, me);
  return { posts: [...posts.values()].filter(strange), drafts: [...drafts.values()].filter(strange) };
});
