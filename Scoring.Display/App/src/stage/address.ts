// Where a screen is, in its address: #/rotate, #/trade/dg, #/trades/dg+qg, #/beside/dg+qg, #/wall, #/entrant/dg+A07, #/teams, #/organizations, #/schedule, #/screen/主屏, #/ceremony, #/presenter; ?theme=festive; #/ chooses.
import { onScopeDispose, ref, type Ref } from 'vue';
import type { Scene, SceneKind } from '../wire/types';

export type Place = { at: 'choose' } | { at: 'scene'; scene: Scene } | { at: 'screen'; name: string } | { at: 'presenter' };

const kinds: Record<string, SceneKind> = { rotate: 'rotation', trade: 'trades', trades: 'trades', beside: 'beside', wall: 'progress', blank: 'blank', ceremony: 'ceremony', entrant: 'entrant', teams: 'teams', organizations: 'organizations', schedule: 'schedule' };

export function placeOf(hash: string): Place {
  const [, word, rest] = /^#\/?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  if (word === 'screen' && rest) return { at: 'screen', name: decodeURIComponent(rest) };
  if (word === 'presenter') return { at: 'presenter' };
  const kind = kinds[word ?? ''];
  const trades = (rest ?? '').split('+').filter((t) => t !== '').map(decodeURIComponent);
  if (!kind || (!trades.length && (kind === 'trades' || kind === 'beside'))) return { at: 'choose' };
  if (kind === 'entrant') return { at: 'scene', scene: { kind, theme: 'auto', secondsPerPage: 12, trades: trades.slice(0, 1), code: trades[1] } };
  return { at: 'scene', scene: { kind, theme: 'auto', secondsPerPage: 12, ...(trades.length ? { trades } : {}) } };
}

export function usePlace(): Ref<Place> {
  const place = ref<Place>(placeOf(location.hash));
  const read = () => { place.value = placeOf(location.hash); };
  addEventListener('hashchange', read);
  onScopeDispose(() => removeEventListener('hashchange', read));
  return place;
}

export type Theme = Scene['theme'];

/** Kept in the address, so that a screen that restarts looks the same. */
export const themeOf = (search: string): Theme => {
  const theme = new URLSearchParams(search).get('theme');
  return theme === 'night' || theme === 'festive' ? theme : 'auto';
};
