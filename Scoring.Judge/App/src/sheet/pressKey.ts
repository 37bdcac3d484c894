// A key, on the glass or real, to the aspect that is on.
import { keysOf, partsOf } from '../kinds/kinds';
import { partOf, withPart } from '../marking/parts';
import { typeKey, type Key } from '../marking/typing';
import type { WorkingSheet } from './workingSheet';

/** Whether keys mean something to the aspect that is on. */
export const takesKeys = (sheet: WorkingSheet): boolean =>
  sheet.activeAspect.value !== null && keysOf(sheet.activeAspect.value, sheet.module.belowZero) !== null;

export function pressKey(sheet: WorkingSheet, key: Key): void {
  const aspect = sheet.activeAspect.value;
  const rule = aspect && keysOf(aspect, sheet.module.belowZero);
  if (!aspect || !rule) return;
  if (rule.only && key !== 'back' && key !== 'clear' && !rule.only.includes(key)) return;
  const typed = sheet.draft.typed[aspect.id], part = partsOf(aspect) ? sheet.part.value : undefined;
  sheet.type(aspect.id, withPart(typed, part, typeKey(partOf(typed, part), key, sheet.fresh.value || rule.only !== undefined, rule)));
  sheet.fresh.value = false;
}

/** To the next figure of the aspect that is on; false: it has no other. */
export function nextPart(sheet: WorkingSheet): boolean {
  const aspect = sheet.activeAspect.value, parts = aspect && partsOf(aspect);
  if (!parts || sheet.part.value + 1 >= parts.length) return false;
  sheet.part.value++;
  sheet.fresh.value = true;
  return true;
}
