// Where a screen is, in its address: #/rotate, #/trade/dg, #/trades/dg+qg, #/beside/dg+qg, #/wall, #/entrant/dg+A07, #/teams, #/organizations, #/schedule, #/screen/主屏, #/overlay/直播, #/mirror/主屏, #/ceremony, #/presenter, #/preview/{scene as JSON}; ?theme=festive; #/ chooses.
import type { Scene } from '@scoring/web/wire';
import { onScopeDispose, ref, type Ref } from 'vue';
import { scenes, type PlayedScene } from '../scenes/scenes';

export type Place = { at: 'choose' } | { at: 'scene'; scene: Scene } | { at: 'screen'; name: string; /** over a live picture, on a ground that lets it through */ overlay?: boolean; /** only looks on */ mirror?: boolean } | { at: 'presenter' };

const kinds = Object.keys(scenes) as PlayedScene['kind'][];

export function placeOf(hash: string): Place {
  const [, word = '', rest = ''] = /^#\/?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  if (word === 'screen' && rest) return { at: 'screen', name: decodeURIComponent(rest) };
  if (word === 'overlay' && rest) return { at: 'screen', name: decodeURIComponent(rest), overlay: true };
  if (word === 'mirror' && rest) return { at: 'screen', name: decodeURIComponent(rest), mirror: true };
  if (word === 'presenter') return { at: 'presenter' };
  if (word === 'preview' && rest) return previewed(rest);
  const kind = kinds.find((k) => scenes[k].address?.words.includes(word));
  const said = kind && scenes[kind].address?.read(rest.split('+').filter((t) => t !== '').map(decodeURIComponent));
  return kind && said ? { at: 'scene', scene: { kind, theme: 'auto', secondsPerPage: 12, secondsOnShow: 60, ...said } } : { at: 'choose' };
}

/** What the console would set, to be looked at first. */
function previewed(rest: string): Place {
  try {
    const scene = JSON.parse(decodeURIComponent(rest)) as Partial<Scene>;
    return kinds.some((k) => k === scene.kind)
      ? { at: 'scene', scene: { theme: 'auto', secondsPerPage: 12, secondsOnShow: 60, ...scene } as Scene } : { at: 'choose' };
  } catch { return { at: 'choose' }; }
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
