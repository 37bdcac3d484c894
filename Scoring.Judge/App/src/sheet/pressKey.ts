// A key, on the glass or real, to the aspect that is on.
import { keysOf } from '../kinds/kinds';
import { typeKey, type Key } from '../marking/typing';
import type { WorkingSheet } from './workingSheet';

/** Whether keys mean something to the aspect that is on. */
export const takesKeys = (sheet: WorkingSheet): boolean => sheet.activeAspect.value !== null && keysOf(sheet.activeAspect.value) !== null;

export function pressKey(sheet: WorkingSheet, key: Key): void {
  const aspect = sheet.activeAspect.value;
  const rule = aspect && keysOf(aspect);
  if (!aspect || !rule) return;
  if (rule.only && key !== 'back' && key !== 'clear' && !rule.only.includes(key)) return;
  const typed = sheet.draft.typed[aspect.id];
  const text = typeof typed === 'string' ? typed : '';
  sheet.type(aspect.id, typeKey(text, key, sheet.fresh.value || rule.only !== undefined, rule));
  sheet.fresh.value = false;
}
