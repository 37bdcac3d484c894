// Words that every room uses. A room's own stand beside it, with those of the rooms it stands on.
export const texts = {
  app: '技能大赛评分',
  back: '返回',
  backToList: '返回选手列表',
  close: '关闭',
  cancel: '取消',
  marks: (mark: string) => `${mark} 分`,
  outOf: (full: string) => `/ ${full}`,
  blank: '未评',
  pending: '待判',
  yes: '是',
  no: '否',
} as const;
