// Pages by the part of the address after #. No server round trip, nothing to configure.
import { computed, ref } from 'vue';
import { runIn } from './run';

export type PageName = 'home' | 'list' | 'sheet' | 'handin' | 'receipt' | 'handed' | 'versions' | 'compare' | 'waiting'
  | 'desk' | 'panel' | 'sheets' | 'floor' | 'clerk' | 'marks' | 'paper' | 'carry';
export interface Route { page: PageName; trade: string; module: string; code: string; attempt?: number; aspect: string }

const pages: readonly PageName[] = ['list', 'sheet', 'handin', 'receipt', 'handed', 'versions', 'compare', 'waiting',
  'desk', 'panel', 'sheets', 'floor', 'clerk', 'marks', 'paper', 'carry'];
const hash = ref(location.hash);
addEventListener('hashchange', () => { hash.value = location.hash; });

export const route = computed<Route>(() => {
  const parts = hash.value.replace(/^#\/?/, '').split('/');
  // A sign that codes never hold as it is: they are escaped.
  const [coded = '', run] = (parts[3] ?? '').split('@');
  const [name = '', trade = '', module = '', code = '', aspect = ''] = [...parts.slice(0, 3), coded, ...parts.slice(4)].map(decode);
  return { page: pages.find((p) => p === name) ?? 'home', trade, module, code, ...(run ? { attempt: Number(run) } : {}), aspect };
});

/** The sheet that an address, a card or a row names. */
export const placeOf = ({ trade, module, code, attempt }: Pick<Route, 'trade' | 'module' | 'code' | 'attempt'>) => ({
  trade, module, code, ...runIn({ attempt }),
});

/** The code of a scanned pairing address, #pair=CODE. */
export const scannedCode = computed(() => /^#pair=(.+)$/.exec(hash.value)?.[1] ?? null);

/** `attempt`: which run or member of the entrant's, from 1; left out: the only sheet. */
export interface Place { trade: string; module: string; code?: string; attempt?: number; aspect?: string }

export function address(page: PageName, place?: Place): string {
  if (page === 'home') return '#/';
  const { trade, module, code, attempt, aspect } = place ?? {};
  const run = attempt === undefined ? '' : `@${attempt}`;
  const parts = [trade, module, code, aspect].map((part) => (part === undefined ? undefined : encodeURIComponent(part)));
  if (parts[2] !== undefined) parts[2] += run;
  return '#/' + [page, ...parts.filter((part) => part !== undefined)].join('/');
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
