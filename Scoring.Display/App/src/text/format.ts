// Figures, times and dates as a screen shows them.

/** With the decimals of its trade or team ranking (R-K2); a blank is a blank, never 0. */
export const mark = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined ? '' : value.toFixed(decimals);

/** A weight or a step of a scale: as short as it can be. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);

// The contest's clock, whatever the screen's own zone says.
const usualZone = 'Asia/Shanghai';
const zoned = (timeZone: string) => ({
  minute: new Intl.DateTimeFormat('zh-CN', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  second: new Intl.DateTimeFormat('zh-CN', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  day: new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }),
});
let clocks = zoned(usualZone);

/** The contest says its zone; a name this browser does not know stays at Beijing's. */
export function setZone(zone: string | undefined): void {
  try { clocks = zoned(zone ?? usualZone); } catch { clocks = zoned(usualZone); }
}

/** The time of day on the contest's clock, to the second. */
export const timeOfDay = (at: Date): string => clocks.second.format(at);

/** What is left of a countdown, up to the next whole second: m:ss or h:mm:ss, never below zero. */
export function remaining(milliseconds: number): string {
  const all = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, String(all % 60).padStart(2, '0')];
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

export const time = (at: string | undefined): string => at ? clocks.minute.format(new Date(at)) : '';

/** 4月23日 14:00, with the year if asked for. */
export function moment(at: string | undefined, withYear = false): string {
  if (!at) return '';
  const of = Object.fromEntries(clocks.day.formatToParts(new Date(at)).map((p) => [p.type, p.value]));
  return `${withYear ? `${of.year}年` : ''}${of.month}月${of.day}日 ${time(at)}`;
}
