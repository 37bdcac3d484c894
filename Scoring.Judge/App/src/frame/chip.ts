// The one chip that tells the truth: 已存本机 → 待同步 N → 已同步. It says 已同步 only when nothing here waits for the server.
import type { IconName } from '../parts/icons';
import { texts } from './texts';

export interface ChipFacts {
  /** Sheets handed in without a receipt yet. */
  waiting: number;
  /** Sheets the server did not take, or in two versions. */
  care: number;
  /** The last key could not be written on this tablet. */
  unsaved: boolean;
  online: boolean;
  /** What waits here has not been read yet. */
  unread: boolean;
  /** The page shows a sheet with marks that are not handed in. */
  marking: boolean;
}

export interface Chip { kind: 'ok' | 'wait' | 'bad' | 'pr'; icon: IconName; text: string }

export function chipOf(facts: ChipFacts): Chip {
  const t = texts.chip;
  if (facts.unsaved) return { kind: 'bad', icon: 'alert', text: t.unsaved };
  if (facts.care > 0) return { kind: 'bad', icon: 'alert', text: t.care(facts.care) };
  if (facts.waiting > 0) return { kind: 'wait', icon: facts.online ? 'up' : 'off', text: t.waiting(facts.waiting) };
  if (facts.marking || facts.unread) return { kind: 'pr', icon: 'tablet', text: t.local };
  return { kind: 'ok', icon: 'done', text: t.synced };
}
