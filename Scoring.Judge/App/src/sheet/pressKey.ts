// A key, on the glass or real, to the aspect that is on.
import { typeKey, type Key, type TypingRule } from '../keypad/typing';
import type { Aspect } from '../wire';
import type { WorkingSheet } from './workingSheet';

export function typingRule(aspect: Aspect): TypingRule {
  const measured = aspect.kind === 'tolerance' || aspect.kind === 'metric';
  return { point: aspect.kind === 'points' || measured, minus: measured, colon: aspect.kind === 'timeBand' };
}

export const takesKeys = (aspect: Aspect | null): aspect is Aspect => aspect !== null && aspect.kind !== 'answerKey';

export function pressKey(sheet: WorkingSheet, key: Key): void {
  const aspect = sheet.activeAspect.value;
  if (!takesKeys(aspect)) return;
  const single = { binary: '01', judgement: '0123' }[aspect.kind as string];
  if (single && key !== 'back' && key !== 'clear' && !single.includes(key)) return;
  const typed = sheet.draft.typed[aspect.id];
  const text = typeof typed === 'string' ? typed : '';
  sheet.type(aspect.id, typeKey(text, key, sheet.fresh.value || single !== undefined, typingRule(aspect)));
  sheet.fresh.value = false;
}
