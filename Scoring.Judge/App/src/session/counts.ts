// How many sheets wait here or need the judge, of the judge now paired.
import { computed, ref } from 'vue';
import { isMine, posts } from '../outbox/outbox';
import { owner } from './session';

const mine = computed(() => [...posts.values()].filter((p) => isMine(p, owner.value)));

const waitingSheets = computed(() => mine.value.filter((p) => p.state === 'waiting').length);

/** Taps of a floor judge on their way. */
export const waitingTaps = ref(0);
export const waitingCount = computed(() => waitingSheets.value + waitingTaps.value);
export const entrantsCare = computed(() => mine.value.length - waitingSheets.value);
