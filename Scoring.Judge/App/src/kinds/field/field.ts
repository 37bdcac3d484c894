import { Decimal } from '../../figures/decimal';
import { asFigure, bad, figure, noBands, noQuick, plainReason, textOf, tooManyPlaces } from '../../marking/figure';
import type { Kind } from '../../marking/kind';

export const words = { value: '结果' } as const;
const by = { ratio: '按最好成绩的比例', place: '按名次', mean: '按全场平均' } as const;

/** A value; its mark comes from the values of all, on the server (R-K8). */
export const field: Kind<'field'> = {
  ...asFigure, ...plainReason, ...noBands, ...noQuick,
  verdict: figure((aspect, value, text) => tooManyPlaces(value, text, aspect.decimals)
    ?? (aspect.by === 'ratio' && value.compare(Decimal.zero) < 0 ? bad('不能为负', `${text} 小于 0，请核对。`) : { state: 'ok', mark: null })),
  how: (aspect) => `${by[aspect.by]}计分，${aspect.better === 'lower' ? '越小越好' : '越大越好'}`,
  words: (aspect, typed) => `${words.value} ${textOf(typed)} ${aspect.unit}`,
  keys: { point: true, minus: true, colon: false },
  display: { label: () => words.value, unit: (aspect) => aspect.unit, shown: (typed) => typed },
};
