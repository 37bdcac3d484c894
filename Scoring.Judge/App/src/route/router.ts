// Pages by the part of the address after #. No server round trip, nothing to configure.
import { computed, ref } from 'vue';

export type PageName = 'home' | 'list' | 'sheet' | 'handin' | 'receipt' | 'handed' | 'versions' | 'compare' | 'waiting'
  | 'desk' | 'panel' | 'sheets' | 'floor' | 'clerk' | 'marks' | 'paper' | 'carry';
export interface Route { page: PageName; trade: string; module: string; code: string; aspect: string }

const pages: readonly PageName[] = ['list', 'sheet', 'handin', 'receipt', 'handed', 'versions', 'compare', 'waiting',
  'desk', 'panel', 'sheets', 'floor', 'clerk', 'marks', 'paper', 'carry'];
const hash = ref(location.hash);
addEventListener('hashchange', () => { hash.value = location.hash; });

export const route = computed<Route>(() => {
  const [name = '', trade = '', module = '', code = '', aspect = ''] = hash.value.replace(/^#\/?/, '').split('/').map(decode);
  return { page: pages.find((p) => p === name) ?? 'home', trade, module, code, aspect };
});

/** The code of a scanned pairing address, #pair=CODE. */
export const scannedCode = computed(() => /^#pair=(.+)$/.exec(hash.value)?.[1] ?? null);

export interface Place { trade: string; module: string; code?: string; aspect?: string }

export function address(page: PageName, place?: Place): string {
  const parts = place ? [place.trade, place.module, place.code, place.aspect].filter((part) => part !== undefined) : [];
  return '#/' + (page === 'home' ? '' : [page, ...parts.map(encodeURIComponent)].join('/'));
}

export function go(page: PageName, place?: Place): void { location.hash = address(page, place); }

/** Without a way back: a finished step is not returned to by the back button. */
export function replace(page: PageName, place?: Place): void {
  history.replaceState(null, '', address(page, place));
  hash.value = location.hash;
}

function decode(part: string): string {
  try { return decodeURIComponent(part); } catch { return part; }
}
