import { Decimal } from '../../figures/decimal';
import { asFigure, figure, noBands, notCounted, ok, plain, plainReason, tally, textOf } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

/** n faults: full − n × deduction, not below 0. */
export const faults: Kind<'faults'> = {
  ...asFigure, ...plainReason, ...noBands,
  verdict: figure((aspect, value, text, full) => notCounted(value, text) ?? ok(full.minus(value.times(Decimal.of(aspect.deduction))), full)),
  how: (aspect) => `每${aspect.unit}扣 ${plain(aspect.deduction)}`,
  words: (aspect, typed) => `${textOf(typed)} ${aspect.unit}`,
  keys: { point: false, minus: false, colon: false },
  display: { label: (aspect) => texts.field.number(aspect.unit), unit: (aspect) => aspect.unit, shown: (typed) => typed },
  quick: (aspect) => tally(Decimal.of(aspect.fullMark), Decimal.of(aspect.deduction)),
};
