// A playlist plays one scene after another, each as long as it says; anything else is its own scene.
import type { Scene } from '@scoring/web/wire';
import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue';
import { isPlayed, type PlayedScene } from '../scenes/scenes';

export function usePlaying(scene: () => Scene | null): ComputedRef<PlayedScene | null> {
  const at = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const list = computed(() => { const s = scene(); return s && !isPlayed(s) ? (s.scenes ?? []).filter(isPlayed) : null; });
  const single = () => { const s = scene(); return s && isPlayed(s) ? s : null; };
  const now = computed(() => list.value ? list.value[at.value % Math.max(1, list.value.length)] ?? null : single());
  const start = () => {
    clearTimeout(timer);
    if (list.value && list.value.length > 1) timer = setTimeout(() => { at.value = (at.value + 1) % list.value!.length; start(); }, (now.value?.secondsOnShow ?? 60) * 1000);
  };
  watch(list, () => { at.value = 0; start(); }, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return now;
}
