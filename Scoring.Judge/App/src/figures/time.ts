// Time used, as typed and as sent: people write 3:25, 1:02:03, 75 or 1分15秒, keys push digits in from the right,
// the wire carries whole seconds.

const inWords = /^(?:(\d{1,3})(?:小时|时))?(?:(\d{1,4})(?:分钟|分|'))?(?:(\d{1,5})(?:秒|''|")?)?$/;

/** Null: not a time. 75 is so many seconds; from three digits on they are read from the right: 325 is 3:25, 10203 is 1:02:03. */
export function secondsOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[\s零]/g, '').replace(/[′’]/g, "'").replace(/[″”]/g, "''");
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const parts = /^\d{3,7}$/.test(text) ? fromDigits(text) : /^\d{1,3}(:\d{1,2}){1,2}$/.test(text) ? text.split(':').map(Number) : null;
  if (!parts) return inUnits(text);
  const [seconds = 0, minutes = 0, hours = 0] = [...parts].reverse();
  if (seconds > 59 || (parts.length === 3 && minutes > 59)) return null;
  return hours * 3600 + minutes * 60 + seconds;
}

/** 1分15秒, 2分, 75秒, 1小时2分3秒, 1′15″: each unit below the first one stays under 60. */
function inUnits(text: string): number | null {
  const found = text !== '' && /\D/.test(text) ? inWords.exec(text) : null;
  if (!found) return null;
  const [, hours, minutes, seconds] = found;
  const over = (part: string | undefined, above: string | undefined) => above !== undefined && Number(part ?? 0) > 59;
  if (over(minutes, hours) || over(seconds, minutes ?? hours)) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
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

/** What the display shows while digits come in: 325 → 3:25; 75 stays what it is, seconds. */
export function colons(typed: string): string {
  if (!/^\d+$/.test(typed)) return typed;
  if (typed.length <= 2 && Number(typed) > 59) return typed;
  const digits = typed.padStart(3, '0');
  const hours = digits.slice(0, -4);
  return `${hours ? hours + ':' : ''}${digits.slice(-4, -2)}:${digits.slice(-2)}`;
}
