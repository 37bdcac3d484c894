import type { InjectionKey } from 'vue';
import type { Live } from './link';

export const liveKey: InjectionKey<Live> = Symbol('live');
