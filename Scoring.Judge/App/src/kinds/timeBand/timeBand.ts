import { Decimal } from '../../figures/decimal';
import { clockOf, colons, timeOf } from '../../figures/time';
import { bad, band, banded, noQuick, plainReason, textOf } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

export const words = {
  used: '用时', watch: '秒表', start: '开始', stop: '停表并填入', reset: '归零', longer: '更长',
  jumped: (steady: string, wall: string) => `计时中本机的时钟跳过，或屏幕休眠过：秒表走了 ${steady}，按时钟是 ${wall}。请对照现场的表，手工填用时。`,
} as const;

/** As it is read once it is there: 75 is 1:15. */
export function read(typed: string): string {
  const seconds = timeOf(typed, true);
  return seconds === null ? colons(typed) : clockOf(seconds);
}

/** Time used: the first band whose upper edge is not exceeded (R-J5). Typed 3:25, sent as seconds, with hundredths where they are asked for (R-K2). */
export const timeBand: Kind<'timeBand'> = {
  ...plainReason, ...noQuick,
  verdict(aspect, typed) {
    const text = textOf(typed), seconds = timeOf(text, aspect.hundredths);
    if (seconds === null) {
      return timeOf(text, true) === null ? bad('不是时间', `“${text}”不是时间，请输入 3:25、3分25秒 或 85${aspect.hundredths ? '，也可到 85.25' : ''}。`)
        : bad('须整秒', `“${text}”不是整秒，这一项只记整秒。`);
    }
    const used = Decimal.of(seconds), hit = aspect.bands.findIndex((b) => used.compare(Decimal.of(b.upToSeconds)) <= 0);
    return banded(aspect.bands, hit, Decimal.of(aspect.fullMark), (n) => (n === null ? texts.verdict.beyond : texts.verdict.inBand(n)));
  },
  how: (aspect) => `按用时分 ${aspect.bands.length + 1} 档`,
  words: (_, typed) => `${words.used} ${read(textOf(typed))}`,
  toWire: (typed) => String(timeOf(textOf(typed), true)),
  fromWire: (entry) => (Array.isArray(entry) ? entry : clockOf(String(entry))),
  keys: (aspect) => ({ point: aspect.hundredths, minus: false, colon: true }),
  display: { label: () => words.used, unit: () => '', shown: colons },
  bands: (aspect) => [...aspect.bands.map((b) => band(`≤ ${clockOf(String(b.upToSeconds))}`, b.mark)), band(words.longer, 0)],
};
