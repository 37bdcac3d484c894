// What waits here or needs somebody, of the person now paired: sheets of judges, commands of officials.
import { computed, shallowReactive } from 'vue';
import { isMine, posts } from '../outbox/outbox';
import { owner, session } from './session';

/** A command of an official that has no receipt yet. `why`: the server did not take it. */
export interface OnItsWay { id: string; words: string; why?: string }

/** By queue. */
export const commands = shallowReactive(new Map<string, readonly OnItsWay[]>());

/** Queues of officials whose disk has been read. */
export const queuesRead = shallowReactive(new Set<string>());
const queues = 2;

/** An official's queues come with their pages: until then nobody can say that nothing waits. */
export const unread = computed(() => (session.value?.offices?.length ?? 0) > 0 && queuesRead.size < queues);

const mine = computed(() => [...posts.values()].filter((p) => isMine(p, owner.value)));
const waitingSheets = computed(() => mine.value.filter((p) => p.state === 'waiting').length);
const ofOfficials = computed(() => [...commands.values()].reduce<OnItsWay[]>((all, each) => all.concat(each), []));
export const waitingCommands = computed(() => ofOfficials.value.filter((c) => c.why === undefined));
export const refusedCommands = computed(() => ofOfficials.value.filter((c) => c.why !== undefined));

export const waitingCount = computed(() => waitingSheets.value + waitingCommands.value.length);
export const entrantsCare = computed(() => mine.value.length - waitingSheets.value + refusedCommands.value.length);
