import { Decimal } from '../../figures/decimal';
import { clock, colons, secondsOf } from '../../figures/time';
import { bad, band, banded, noQuick, plainReason, textOf } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

export const words = { used: '用时', watch: '秒表', start: '开始', stop: '停表并填入', reset: '归零', longer: '更长' } as const;

/** As it is read once it is there: 75 is 1:15. */
export function read(typed: string): string {
  const seconds = secondsOf(typed);
  return seconds === null ? colons(typed) : clock(seconds);
}

/** Time used: the first band whose upper edge is not exceeded (R-J5). Typed 3:25, sent as whole seconds. */
export const timeBand: Kind<'timeBand'> = {
  ...plainReason, ...noQuick,
  verdict(aspect, typed) {
    const text = textOf(typed), seconds = secondsOf(text);
    if (seconds === null) return bad('不是时间', `“${text}”不是时间，请输入整秒，如 3:25、3分25秒 或 85。`);
    const hit = aspect.bands.findIndex((b) => seconds <= b.upToSeconds);
    return banded(aspect.bands, hit, Decimal.of(aspect.fullMark), (n) => (n === null ? texts.verdict.beyond : texts.verdict.inBand(n)));
  },
  how: (aspect) => `按用时分 ${aspect.bands.length + 1} 档`,
  words: (_, typed) => `${words.used} ${read(textOf(typed))}`,
  toWire: (typed) => String(secondsOf(textOf(typed))),
  fromWire: (entry) => (Array.isArray(entry) ? entry : clock(Number(entry))),
  keys: { point: false, minus: false, colon: true },
  display: { label: () => words.used, unit: () => '', shown: colons },
  bands: (aspect) => [...aspect.bands.map((b) => band(`≤ ${clock(b.upToSeconds)}`, b.mark)), band(words.longer, 0)],
};
