// Somebody among hundreds: by code or station as people type them, in the order of codes or of stations.
import { ref } from 'vue';

interface Somebody { code: string; station?: string }

const plain = (text: string) => text.normalize('NFKC').toUpperCase().replace(/[\s·\-号工位]/g, '');
const inOrder = new Intl.Collator('zh-CN', { numeric: true });

export function findSomebody<T extends Somebody>(all: readonly T[], typed: string): T[] {
  const wanted = plain(typed);
  if (!wanted) return [...all];
  const exact = all.filter((s) => plain(s.code) === wanted || plain(s.station ?? '') === wanted);
  return exact.length ? exact : all.filter((s) => plain(s.code).includes(wanted) || plain(s.station ?? '').includes(wanted));
}

/** Without a station last. */
export const sortByStation = <T extends Somebody>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => Number(!a.station) - Number(!b.station) || inOrder.compare(a.station ?? '', b.station ?? '') || inOrder.compare(a.code, b.code));

export function useFinder() {
  const typed = ref(''), byStation = ref(false);
  const found = <T extends Somebody>(all: readonly T[]): T[] => {
    const left = findSomebody(all, typed.value);
    return byStation.value ? sortByStation(left) : left;
  };
  return { typed, byStation, found };
}
