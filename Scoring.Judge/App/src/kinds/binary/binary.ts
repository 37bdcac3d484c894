import { Decimal } from '../../figures/decimal';
import { asFigure, bad, figure, noBands, noQuick, ok, plain, plainReason, textOf } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

/** 1: full, 0: zero. */
export const binary: Kind<'binary'> = {
  ...asFigure, ...plainReason, ...noBands, ...noQuick,
  verdict: figure((_, value, text, full) => value.equals(Decimal.one) ? ok(full, full)
    : value.equals(Decimal.zero) ? ok(Decimal.zero, full) : bad('选是或否', `${text} 不能用，请选“是”或“否”。`)),
  how: (aspect) => `是 ${plain(aspect.fullMark)} 分，否 0 分`,
  words: (_, typed) => (typed === '1' ? texts.yes : typed === '0' ? texts.no : textOf(typed)),
  keys: { point: false, minus: false, colon: false, only: '01' },
  display: { label: () => texts.field.entry, unit: (aspect) => texts.outOf(plain(aspect.fullMark)), shown: (typed) => typed },
};
