// What the console says to this tablet, until the judge has read it.
import { ref } from 'vue';

export const messages = ref<{ text: string; at: string }[]>([]);
export const showMessage = (text: string, at: string): void => { messages.value = [...messages.value, { text, at }]; };
export const dismissMessage = (): void => { messages.value = messages.value.slice(1); };
