// The sheet under the judge's hand, as the controls of the kinds see it.
import { inject, type InjectionKey, type Ref } from 'vue';
import type { Typed, Verdict } from './kind';

/** A stopwatch kept with the sheet. `startedAt`: milliseconds on the wall clock, for a reload in between; null: it stands. */
export interface Watch { aspect: string; startedAt: number | null; elapsed: number }

export interface SheetAtHand {
  readonly draft: { readonly typed: Readonly<Record<string, Typed>>; readonly watch?: Watch };
  /** Id of the aspect that is on. */
  readonly active: Readonly<Ref<string | null>>;
  /** Which figure of it, where it is typed as several: from 0. */
  readonly part: Ref<number>;
  /** The next digit begins anew. */
  readonly fresh: Ref<boolean>;
  verdictOf(id: string): Verdict;
  activate(id: string): void;
  type(id: string, typed: Typed | undefined): void;
  watch(change: Watch | undefined): void;
}

export const sheetAtHand: InjectionKey<SheetAtHand> = Symbol('sheet at hand');

/** Whoever shows a control provides it. */
export const useSheetAtHand = (): SheetAtHand => inject(sheetAtHand)!;
