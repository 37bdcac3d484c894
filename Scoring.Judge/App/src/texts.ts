// Every word a judge reads on the tablet, room by room, so that English can stand beside it; those that several rooms use stand here.
import { compare } from './calibration/texts';
import { connection } from './connection/texts';
import { entrants } from './entrants/texts';
import { handin, receipt, handed } from './handin/texts';
import { keypad } from './keypad/texts';
import { verdict, bands } from './marking/texts';
import { versions, waiting } from './outbox/texts';
import { pairing } from './pairing/texts';
import { sheet, judgement } from './sheet/texts';

export const texts = {
  app: '技能大赛评分',
  back: '返回',
  backToList: '返回选手列表',
  close: '关闭',
  cancel: '取消',
  marks: (mark: string) => `${mark} 分`,
  outOf: (full: string) => `/ ${full}`,
  demo: '演示',
  blank: '未评',
  pending: '待判',
  yes: '是',
  no: '否',

  states: {
    todo: '未评', draft: '草稿', wait: '待同步', done: '已交', back: '退回', absent: '缺考', banned: '取消资格', care: '待处理',
  },
  chip: {
    synced: '已同步', local: '已存本机', waiting: (n: number) => `待同步 ${n}`, care: (n: number) => `待处理 ${n}`, unsaved: '没有存上',
    open: '查看待同步的评分表',
  },

  offices: { headJudge: '裁判长', floorJudge: '现场裁判', clerk: '录入员' },
  officeWhy: { headJudge: '评分小组，极差与退回，签字', floorJudge: '检录，计时，违规', clerk: '成绩录入，纸质补录' },

  pairing, connection, entrants,
  sheet, judgement, keypad, verdict, bands,
  handin, receipt, handed,
  versions, waiting, compare,
} as const;
