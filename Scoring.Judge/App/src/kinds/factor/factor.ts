import { Decimal } from '../../figures/decimal';
import { asFigure, bad, figure, noBands, plain, plainReason, textOf } from '../../marking/figure';
import type { Kind } from '../../marking/kind';

export const words = { factor: '系数' } as const;

/** One of the factors; what the sheet comes to is multiplied by it on the server (R-K9). */
export const factor: Kind<'factor'> = {
  ...asFigure, ...plainReason, ...noBands,
  verdict: figure((aspect, value, text) => {
    const choice = aspect.choices.find((c) => Decimal.of(c.factor).equals(value));
    return choice ? { state: 'ok', mark: null, factor: value, ...(choice.text ? { because: choice.text } : {}) }
      : bad('请选系数', `${text} 不是可选的系数，请选 ${aspect.choices.map((c) => plain(c.factor)).join('、')}。`);
  }),
  how: (aspect) => `${words.factor} ${aspect.choices.map((c) => plain(c.factor)).join('、')}`,
  words: (_, typed) => `${words.factor} ${textOf(typed)}`,
  keys: { point: true, minus: false, colon: false },
  display: { label: () => words.factor, unit: () => '倍', shown: (typed) => typed },
  quick: (aspect) => ({ values: aspect.choices.map((c) => plain(c.factor)), all: true }),
};
