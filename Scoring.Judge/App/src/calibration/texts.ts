// Words of comparing one's own marks.
import { texts as entrants } from '../entrants/texts';

export const texts = {
  ...entrants,
  compare: {
    title: '对照本人打分',
    lead: '同一评分点，您给各位选手的分。只有您自己的。',
    aspect: '评分点',
    mean: '平均',
    spread: '最高与最低',
    none: '这一项还没有打过分。',
    draft: '草稿',
  },
} as const;
