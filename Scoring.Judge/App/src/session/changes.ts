// Which trades the server has said something new of. Pages of officials look at this and open anew.
import { shallowReactive } from 'vue';

export const changes = shallowReactive(new Map<string, number>());

export const tradeChanged = (trade: string, version: number): void => { changes.set(trade, version); };
