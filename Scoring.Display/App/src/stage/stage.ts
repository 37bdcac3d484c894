// One stage of fixed size, scaled as a whole to whatever screen it is on.
import { inject, onScopeDispose, provide, readonly, ref, watch, type InjectionKey, type Ref } from 'vue';

export type StageKind = 'hall' | 'wall' | 'portrait';

/** The wall (3840×1080) is drawn at 1.25, so that its smallest text is a quarter larger. */
export const sizes: Record<StageKind, { width: number; height: number }> = {
  hall: { width: 1920, height: 1080 }, wall: { width: 3072, height: 864 }, portrait: { width: 1080, height: 1920 },
};

/** Nearest of the three designs; a little wider or narrower gets margins. */
export const kindFor = (width: number, height: number): StageKind => width / height > 2.6 ? 'wall' : width / height < 0.9 ? 'portrait' : 'hall';

export const stageKey: InjectionKey<Readonly<Ref<StageKind>>> = Symbol('stage');

/** `below`: height of the strip under the stage, as a part of the screen's height. `always`: this design whatever the screen is. */
export function provideStage(below: () => number, always?: StageKind): { kind: Readonly<Ref<StageKind>>; zoom: Readonly<Ref<number>> } {
  const kind = ref<StageKind>('hall');
  const zoom = ref(1);
  const measure = () => {
    kind.value = always ?? kindFor(innerWidth, innerHeight);
    const { width, height } = sizes[kind.value];
    zoom.value = Math.min(innerWidth / width, innerHeight * (1 - below()) / height);
  };
  watch(below, measure, { immediate: true });
  addEventListener('resize', measure);
  onScopeDispose(() => removeEventListener('resize', measure));
  provide(stageKey, readonly(kind));
  return { kind: readonly(kind), zoom: readonly(zoom) };
}

/** Under a stage there is a ground; a picture on its own brings one. */
export const groundKey: InjectionKey<boolean> = Symbol('ground');

export const useStage = (): Readonly<Ref<StageKind>> => inject(stageKey)!; // App provides it above every scene
