// Time used, as typed and as sent: people write 3:25, 1:02:03, 75, 61.5 or 1分15秒, keys push digits in from the right,
// the wire carries seconds, whole ones or with hundredths where they are asked for (R-K2).

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

/** Seconds as text, whole, or with up to two decimals where hundredths are asked for. Null: not such a time. */
export function timeOf(typed: string, hundredths = false): string | null {
  const parts = /^(.*\d)[.。,](\d{0,2})(秒|''|″|")?$/.exec(typed.normalize('NFKC').trim());
  const seconds = secondsOf(parts ? parts[1]! + (parts[3] ?? '') : typed), fraction = parts?.[2]!.replace(/0+$/, '') ?? '';
  if (seconds === null || (parts && !hundredths)) return null;
  return fraction ? `${seconds}.${fraction}` : String(seconds);
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

/** 3:25, 1:02:03, with what follows the point: 1:01.5. */
export function clockOf(seconds: string): string {
  const [whole = '0', fraction] = seconds.split('.');
  return clock(Number(whole)) + (fraction ? `.${fraction}` : '');
}

/** 3:25, 1:02:03. */
export function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What the display shows while digits come in: 325 → 3:25; 75 stays what it is, seconds. */
export function colons(typed: string): string {
  const point = typed.indexOf('.');
  if (point >= 0) return colons(typed.slice(0, point)) + typed.slice(point);
  if (!/^\d+$/.test(typed)) return typed;
  if (typed.length <= 2 && Number(typed) > 59) return typed;
  const digits = typed.padStart(3, '0');
  const hours = digits.slice(0, -4);
  return `${hours ? hours + ':' : ''}${digits.slice(-4, -2)}:${digits.slice(-2)}`;
}
