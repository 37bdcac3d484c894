// What the console says to this tablet, until the judge has read it.
import { ref } from 'vue';

export const messages = ref<{ text: string; at: string; id: string }[]>([]);
// Sent again on every connect until it was read: the same id is the same message.
const seen = new Set<string>();
let tell: (id: string) => void = () => {};

export const tellRead = (how: (id: string) => void): void => { tell = how; };

export function showMessage(text: string, at: string, id: string): void {
  if (seen.has(id)) {
    if (!messages.value.some((m) => m.id === id)) tell(id);
    return;
  }
  seen.add(id);
  messages.value = [...messages.value, { text, at, id }];
}

export function dismissMessage(): void {
  const [first, ...rest] = messages.value;
  messages.value = rest;
  if (first) tell(first.id);
}
