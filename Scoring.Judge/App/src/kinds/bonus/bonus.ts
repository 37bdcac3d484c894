import { Decimal } from '../../figures/decimal';
import { asFigure, bad, figure, noBands, ok, plain, plainReason, stepped } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

/** Outside the module's full mark: 0 to its own by a step (R-K9). */
export const bonus: Kind<'bonus'> = {
  ...asFigure, ...plainReason, ...noBands,
  verdict: figure((aspect, value, text, full) => {
    if (value.compare(Decimal.zero) < 0 || value.compare(full) > 0) return bad('超出加分', `${text} 不在加分范围，请输入 0 至 ${full}。`);
    const step = Decimal.of(aspect.step);
    return value.isMultipleOf(step) || value.equals(full) ? ok(value, full) : bad('不合步长', `${text} 不合步长 ${step}。`);
  }),
  how: (aspect) => `加分，至多 ${plain(aspect.fullMark)}，步长 ${plain(aspect.step)}`,
  words: () => '',
  keys: { point: true, minus: false, colon: false },
  display: { label: () => '加分', unit: (aspect) => texts.outOf(plain(aspect.fullMark)), shown: (typed) => typed },
  quick: (aspect) => stepped(aspect.fullMark, aspect.step),
};
