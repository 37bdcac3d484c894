// Why something typed is not on this tablet's disk; null: everything is. Whoever could not write says so until it could.
import { ref } from 'vue';

export type Trouble = 'full' | 'other';

export const unsaved = ref<Trouble | null>(null);

const troubles = new Map<string, Trouble>();

export function wrote(who: string): void { troubles.delete(who); show(); }

export function failed(who: string, error: unknown): void { troubles.set(who, isFull(error) ? 'full' : 'other'); show(); }

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED');
}

function show(): void {
  const all = [...troubles.values()];
  unsaved.value = all.includes('full') ? 'full' : all[0] ?? null;
}
