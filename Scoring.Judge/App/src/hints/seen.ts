// Which offices this tablet has been told how to work: once each, whoever holds it.
import { ref } from 'vue';
import type { PageName } from '../route/router';
import type { Office } from './texts';

const key = 'scoring-hints-seen';

function kept(): string[] {
  try { return localStorage.getItem(key)?.split(' ') ?? []; } catch { return []; }
}

const seen = ref(kept());

function keep(offices: string[]): void {
  seen.value = offices;
  try { localStorage.setItem(key, offices.join(' ')); } catch { /* until the reload, then once more */ }
}

// First pages only: nothing stands in the way where a mark is typed.
const officeOf: Partial<Record<PageName, Office>> = { list: 'judge', desk: 'headJudge', floor: 'floorJudge', clerk: 'clerk' };

/** The office whose hints are due on a page; null: none. */
export function dueOn(page: PageName): Office | null {
  const office = officeOf[page];
  return office && !seen.value.includes(office) ? office : null;
}

export const dismiss = (office: Office): void => keep([...seen.value, office]);

/** Each office's once more. */
export const recall = (): void => keep([]);
