// Whom the director has called on stage (台上亮分), of those this judge marks.
import type { StageCall } from '@scoring/web/wire';
import { shallowRef } from 'vue';

export const onStage = shallowRef<StageCall | null>(null);

/** Said again on every connect: the same call changes nothing. */
export function takeStage(call: StageCall | null | undefined): void {
  const now = call ?? null;
  if (JSON.stringify(now) !== JSON.stringify(onStage.value)) onStage.value = now;
}
