// What is said once to who has not held this tablet before.
export const texts = {
  gotIt: '知道了', again: '再看一遍用法', book: '使用手册', help: '帮助',
  judge: {
    title: '怎么打分',
    lines: [
      '点代号打开评分表，先和现场的代号、工位对上。',
      '每按一下都已存在本机；断网、关掉页面也不会丢，接着打。',
      '打完点“交卷”并签名；交了以后要改，请裁判长退回。',
    ],
  },
  headJudge: {
    title: '怎么用工作台',
    lines: [
      '最上面是等您处理的：极差、双录不一致、可以签字的模块。',
      '点模块看谁没交；点成绩对照每位裁判，要改就写明理由退回。',
      '全部评齐才能签字；签字后锁定，再改要您和监督两个人。',
    ],
  },
  floorJudge: {
    title: '怎么检录和计时',
    lines: [
      '选手到了点“到场”；开始、停表点他卡片上的按钮。',
      '点下的时刻算数；断网照常点，恢复后自动提交。',
      '缺考、违规、补时：点选手的代号，再选。',
    ],
  },
  clerk: {
    title: '怎么录入',
    lines: [
      '输准考证号，回车；照纸面输成绩，回车，到下一位。',
      '双录时看不到另一个人输的，这是故意的，请照自己的纸录。',
      '纸面看不清的不要猜：空着，问裁判长。',
    ],
  },
} as const;

export type Office = Exclude<keyof typeof texts, 'gotIt' | 'again' | 'book' | 'help'>;
