// Time used, as typed and as sent: people write 3:25 or 1:02:03, keys push digits in from the right, the wire carries whole seconds.

/** Null: not a time. Digits without a colon are read from the right: 325 is 3:25, 10203 is 1:02:03. */
export function secondsOf(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  const parts = /^\d{1,7}$/.test(text) ? fromDigits(text) : /^\d{1,3}(:\d{1,2}){1,2}$/.test(text) ? text.split(':').map(Number) : null;
  if (!parts) return null;
  const [seconds = 0, minutes = 0, hours = 0] = [...parts].reverse();
  if (seconds > 59 || (parts.length === 3 && minutes > 59)) return null;
  return hours * 3600 + minutes * 60 + seconds;
}

function fromDigits(text: string): number[] {
  const digits = text.padStart(4, '0');
  const parts = [digits.slice(-4, -2), digits.slice(-2)].map(Number);
  return digits.length > 4 ? [Number(digits.slice(0, -4)), ...parts] : parts;
}

/** 3:25, 1:02:03. */
export function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What the display shows while digits come in: 325 → 3:25. */
export function colons(typed: string): string {
  if (!/^\d+$/.test(typed)) return typed;
  const digits = typed.padStart(3, '0');
  const hours = digits.slice(0, -4);
  return `${hours ? hours + ':' : ''}${digits.slice(-4, -2)}:${digits.slice(-2)}`;
}
