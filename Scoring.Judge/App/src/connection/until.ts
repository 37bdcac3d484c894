import { watch } from 'vue';

/** Resolves as soon as it holds. */
export const until = (holds: () => boolean): Promise<void> => new Promise((resolve) => {
  watch(holds, (now) => { if (now) resolve(); }, { immediate: true });
});
