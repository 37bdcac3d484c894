// A real keyboard on the sheet: digits go to the aspect that is on, Enter is 下一项, arrows walk, Ctrl+Z undoes.
import { onMounted, onUnmounted } from 'vue';
import { keyOf } from '../marking/typing';
import { pressKey, takesKeys } from './pressKey';
import type { WorkingSheet } from './workingSheet';

export function useKeyboard(sheet: WorkingSheet, next: () => void, step: (by: 1 | -1) => void): void {
  function down(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const target = event.target as HTMLElement;
    const inField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const markField = inField && target.dataset.mark !== undefined;
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
