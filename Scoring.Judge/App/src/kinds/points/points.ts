import { Decimal } from '../../figures/decimal';
import { asFigure, bad, figure, noBands, ok, plain, plainReason, stepped } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

/** 0…full by a step; the full mark itself is always allowed (R-J1). */
export const points: Kind<'points'> = {
  ...asFigure, ...plainReason, ...noBands,
  verdict: figure((aspect, value, text, full, belowZero) => {
    const least = belowZero ? full.negated() : Decimal.zero;
    if (belowZero && value.compare(least) < 0) return bad('低于最低分', `${text} 低于 ${least}，请输入 ${least} 至 ${full}。`);
    if (value.compare(least) < 0) return bad('不能为负', `${text} 低于 0，请输入 0 至 ${full}。`);
    if (value.compare(full) > 0) return bad('超出满分', `${text} 超出满分 ${full}，请输入 0 至 ${full}。`);
    const step = Decimal.of(aspect.step);
    if (value.isMultipleOf(step) || value.equals(full)) return ok(value, full);
    const nearest = value.timesOver(Decimal.one, step, 0).times(step);
    const low = nearest.compare(value) > 0 ? nearest.minus(step) : nearest;
    return bad('不合步长', `${text} 不合步长 ${step}，相邻的是 ${low} 和 ${low.plus(step).clamp(low, full)}。`);
  }),
  how: (aspect) => `步长 ${plain(aspect.step)}`,
  words: () => '',
  keys: (_, belowZero) => ({ point: true, minus: belowZero, colon: false }),
  display: { label: () => texts.field.entry, unit: (aspect) => texts.outOf(plain(aspect.fullMark)), shown: (typed) => typed },
  quick: (aspect) => stepped(aspect.fullMark, aspect.step),
};
