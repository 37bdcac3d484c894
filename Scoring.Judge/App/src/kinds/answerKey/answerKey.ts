import { noBands, noQuick, plain, plainReason } from '../../marking/figure';
import type { Kind } from '../../marking/kind';
import { texts } from '../../marking/texts';

export const words = { unanswered: '未答', answer: (field: string) => `${field}的答案` } as const;

/** One answer a field, against a key that stays on the server; '' is 未答, null not touched yet. */
export const answerKey: Kind<'answerKey'> = {
  ...plainReason, ...noBands, ...noQuick,
  verdict(aspect, typed) {
    const open = aspect.fields.filter((_, i) => !Array.isArray(typed) || (typed[i] ?? null) === null);
    if (open.length === 0) return { state: 'ok', mark: null };
    return { state: 'blank', because: `还差${open.map((f) => f.name).join('、')}；没有作答的请点“${words.unanswered}”` };
  },
  how: (aspect) => `${aspect.fields.length} 个答案，由系统对照判分`,
  words: (_, typed) => (Array.isArray(typed) ? typed.map((answer) => answer || words.unanswered).join('，') : typed),
  toWire: (typed) => (Array.isArray(typed) ? typed.map((answer) => answer ?? '') : typed),
  fromWire: (entry) => (Array.isArray(entry) ? entry : String(entry)),
  keys: null,
  display: { label: () => texts.field.entry, unit: (aspect) => texts.outOf(plain(aspect.fullMark)), shown: (typed) => typed },
};
