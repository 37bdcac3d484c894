// What a key does to what has been typed. Pure, so that the keypad on the glass and a real keyboard do the same.

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | ':' | 'minus' | 'back' | 'clear';

/** only: one of these digits, and a new one takes the place of the old. */
export interface TypingRule { point: boolean; minus: boolean; colon: boolean; only?: string }

const longest = 12;

/** fresh: the field was just entered, so that a digit begins anew and only ⌫ goes on with what is there. */
export function typeKey(text: string, key: Key, fresh: boolean, rule: TypingRule): string {
  switch (key) {
    case 'clear': return '';
    case 'back': return text.slice(0, -1);
    case 'minus': return !rule.minus ? text : text.startsWith('-') ? text.slice(1) : '-' + text;
    case '.': return append(rule.point && !(fresh ? '' : text).includes('.') ? '.' : '', text, fresh);
    case ':': return append(rule.colon ? ':' : '', text, fresh);
    default: return append(key, text, fresh);
  }
}

function append(characters: string, text: string, fresh: boolean): string {
  if (!characters) return text;
  const start = fresh ? '' : text;
  if (start.length >= longest) return start;
  if (characters === '.' && (start === '' || start === '-')) return start + '0.';
  // 05 is 5, but 0.5 stays.
  return /^-?0$/.test(start) && /\d/.test(characters) ? start.slice(0, -1) + characters : start + characters;
}

/** A real key as one of ours; null: none of ours. */
export function keyOf(event: KeyboardEvent): Key | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (/^[0-9]$/.test(event.key)) return event.key as Key;
  const named: Record<string, Key> = { '.': '.', '。': '.', ',': '.', ':': ':', '：': ':', '-': 'minus', Backspace: 'back', Delete: 'clear' };
  return named[event.key] ?? null;
}
