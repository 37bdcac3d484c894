import { Decimal } from '../../figures/decimal';
import { asFigure, bad, figure, noBands, noQuick, ok, plain, plainReason, textOf } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

const three = Decimal.of(3);

/** R-G2: 0 to 3 against a written benchmark; one judge's part of full × sum ÷ 9 is full × n ÷ 3. */
export const judgement: Kind<'judgement'> = {
  ...asFigure, ...plainReason, ...noBands, ...noQuick,
  verdict: figure((_, value, text, full) => !value.isWhole() || value.compare(Decimal.zero) < 0 || value.compare(three) > 0
    ? bad('只有 0 至 3', `${text} 不能用，请选 0、1、2 或 3。`) : ok(full.timesOver(value, three, 2), full)),
  how: () => '对照基准给 0 至 3',
  words: (_, typed) => textOf(typed),
  keys: { point: false, minus: false, colon: false, only: '0123' },
  display: { label: () => texts.field.entry, unit: (aspect) => texts.outOf(plain(aspect.fullMark)), shown: (typed) => typed },
};
