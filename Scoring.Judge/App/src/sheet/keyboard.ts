// A real keyboard on the sheet: digits go to the aspect that is on, Enter is 下一项, arrows walk, Ctrl+Z undoes, F2 goes to the controls beside the list and Esc back.
import { nextTick, onMounted, onUnmounted } from 'vue';
import { keyOf } from '../marking/typing';
import { pressKey, takesKeys } from './pressKey';
import type { WorkingSheet } from './workingSheet';

/** What a step in the row or beside it goes to first: the one of a group that is chosen, a field, a button. */
const reachable = '[role="radio"][tabindex="0"], input, textarea, button';
const column = () => document.querySelector<HTMLElement>('.pad');
const focusFirst = (inside: Iterable<Element>) => {
  for (const part of inside) {
    const found = part.matches(reachable) ? part : part.querySelector(reachable);
    if (found instanceof HTMLElement && found.offsetParent) { found.focus(); return; }
  }
};

/** Past the head, whose note is a step back from there. */
const intoColumn = () => focusFirst([...(column()?.querySelectorAll('.l > :not(.ph)') ?? []), ...(column()?.children ?? [])]);
const backToRow = (sheet: WorkingSheet) => {
  const row = document.querySelector(`[data-aspect="${CSS.escape(sheet.active.value ?? '')}"]`);
  if (row) focusFirst([row]);
};

export function useKeyboard(sheet: WorkingSheet, next: () => void, step: (by: 1 | -1) => void): void {
  function down(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const target = event.target as HTMLElement;
    const inField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const markField = inField && target.dataset.mark !== undefined;
    const inColumn = column()?.contains(target) ?? false;
    if (event.key === 'Escape' && inColumn) { event.preventDefault(); backToRow(sheet); return; }
    // Answers are given beside the list only: their row leads there by Enter too. A tick later the column is that of the row just reached.
    if (column() && !inColumn && (event.key === 'F2' || (event.key === 'Enter' && target.closest('.asp .c') && !takesKeys(sheet)))) { event.preventDefault(); void nextTick(intoColumn); return; }
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && (!inField || markField)) { event.preventDefault(); sheet.undo(); return; }
    if (inField && !markField) return;
    if (event.key === 'Enter' && (markField || target.matches('body, h1'))) { event.preventDefault(); next(); return; }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); step(event.key === 'ArrowDown' ? 1 : -1); return; }
    if (inField || target.closest('[role="radiogroup"]')) return;
    const key = keyOf(event);
    if (key && takesKeys(sheet)) { event.preventDefault(); pressKey(sheet, key); }
  }
  onMounted(() => addEventListener('keydown', down));
  onUnmounted(() => removeEventListener('keydown', down));
}
