// Where a screen is, in its address: #/rotate, #/trade/dg, #/trades/dg+qg, #/wall, #/screen/主屏; ?theme=festive; #/ chooses.
import { onScopeDispose, ref, type Ref } from 'vue';

export type Place =
  | { scene: 'choose' } | { scene: 'rotate'; trades: string[] } | { scene: 'wall' } | { scene: 'trades'; trades: string[] };

export function placeOf(hash: string): Place {
  const [, scene, rest] = /^#\/?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  const trades = (rest ?? '').split('+').filter((t) => t !== '').map(decodeURIComponent);
  if (scene === 'rotate') return { scene, trades };
  if (scene === 'wall') return { scene };
  if ((scene === 'trade' || scene === 'trades') && trades.length) return { scene: 'trades', trades: trades.slice(0, 4) };
  return { scene: 'choose' };
}

export function usePlace(): Ref<Place> {
  const place = ref<Place>(placeOf(location.hash));
  const read = () => { place.value = placeOf(location.hash); };
  addEventListener('hashchange', read);
  onScopeDispose(() => removeEventListener('hashchange', read));
  return place;
}

export type Theme = 'auto' | 'night' | 'festive';

/** Kept in the address, so that a screen that restarts looks the same. */
export const themeOf = (search: string): Theme => {
  const theme = new URLSearchParams(search).get('theme');
  return theme === 'night' || theme === 'festive' ? theme : 'auto';
};
