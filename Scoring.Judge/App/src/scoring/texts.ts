// Words of the page an entrant is scored on, measured and judged.
import { texts as entrants } from '../entrants/texts';
import { texts as keypad } from '../keypad/texts';

export const texts = {
  ...entrants,
  ...keypad,
  judgement: {
    position: (n: number, all: number) => `评判项第 ${n} 项，共 ${all} 项`,
    how: (full: string) => `配分 ${full}。对照基准给 0 至 3；三位裁判之和 ÷ 9 × 配分为得分。`,
    list: '本模块评判项',
    now: '评判中',
    own: '只显示您自己的',
    hidden: '三位裁判各自独立评判，交卷前互不可见；最大差超过 1 会请三位重评。',
    choose: '请先选 0 至 3',
    confirm: (score: string) => `确认给 ${score}`,
  },
} as const;
