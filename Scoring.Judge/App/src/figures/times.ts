// Times as people read them, on the clock of the place.

const two = (n: number) => String(n).padStart(2, '0');

export function hourMinute(at: number | Date): string {
  const d = new Date(at);
  return `${two(d.getHours())}:${two(d.getMinutes())}`;
}

export function dayHourMinute(at: number | Date | string): string {
  const d = new Date(at);
  return `${d.getMonth() + 1}月${d.getDate()}日 ${hourMinute(d)}`;
}

export function fullTime(at: number | Date | string): string {
  const d = new Date(at);
  return `${d.getFullYear()}年${d.getMonth() + 1}月${d.getDate()}日 ${hourMinute(d)}:${two(d.getSeconds())}`;
}
