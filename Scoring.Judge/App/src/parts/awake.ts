// The glass stays lit while somebody marks or shows a code. Browsers allow it over https; elsewhere it goes dark as it always did.
import { onMounted, onUnmounted } from 'vue';

export function stayAwake(): void {
  let lock: { release(): Promise<void> } | undefined;
  let gone = false;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (gone) void lock?.release();
  };
  onMounted(() => { void ask(); document.addEventListener('visibilitychange', ask); });
  onUnmounted(() => { gone = true; document.removeEventListener('visibilitychange', ask); void lock?.release(); });
}
