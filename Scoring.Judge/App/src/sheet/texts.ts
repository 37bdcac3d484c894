// Words of the marking sheet.
import { texts as marking } from '../marking/texts';

export const texts = {
  ...marking,
  sheet: {
    criteria: '评分项',
    criterionState: (done: number, all: number) => `${done}/${all}`,
    hasWrong: '有填错的',
    progressName: '进度与合计',
    full: (module: string, full: string) => `${module}，满分 ${full}`,
    fullAnd: (full: string, rest: string) => (rest ? `配分 ${full}，${rest}` : `配分 ${full}`),
    undo: '撤销',
    undone: (id: string, from: string, to: string) => `${id} 由 ${from} 改为 ${to}`,
    progress: (done: number, all: number) => `已评 ${done} / ${all}，未评 ${all - done}`,
    progressShort: (done: number, all: number) => `已评 ${done} / ${all}`,
    sum: '合计',
    byServer: (n: number) => `另 ${n} 项由系统判分`,
    handIn: '交卷',
    note: '备注',
    noteFor: (id: string) => `${id} 备注与扣分原因`,
    notePlaceholder: '写给裁判长和复核人看，可不填',
    noteDone: '完成',
    reasons: '扣分原因',
    was: (old: string) => `原 ${old}`,
    returned: '裁判长退回',
    agree: '待合议：这几项裁判之间相差超过 1。请对照基准各自重评；别人给了几分不显示，您第一次给的留着。',
    timesFactor: (factor: string) => `×${factor}`,
    outside: (full: string) => `加分，至多 ${full}`,
    showKeys: '打开键盘',
    hideKeys: '收起键盘',
  },
} as const;
