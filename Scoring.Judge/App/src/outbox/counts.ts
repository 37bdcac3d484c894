// How many sheets wait here or need the judge, of the judge now paired.
import { computed } from 'vue';
import { owner } from '../connection/session';
import { isMine, posts } from './outbox';

const mine = computed(() => [...posts.values()].filter((p) => isMine(p, owner.value)));

export const waitingCount = computed(() => mine.value.filter((p) => p.state === 'waiting').length);
export const entrantsCare = computed(() => mine.value.length - waitingCount.value);
