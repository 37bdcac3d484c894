// Words of carrying a sheet by QR.
export const texts = {
  title: '扫码交卷',
  show: '把这个二维码给控制台扫',
  how: '控制台打开“扫码收卷”，用摄像头或扫码枪扫本屏。请把屏幕调亮，保持不动。',
  parts: (n: number, all: number) => `这份较大，分 ${all} 个码轮流显示（现在第 ${n} 个）。摄像头对准不动，会自动收齐。`,
  once: '扫码与自动提交是同一份：恢复联网后会自己变成“已同步”，不会重复。',
  label: (code: string, n: number, all: number) => `${code} 的评分表二维码，第 ${n} 个，共 ${all} 个`,
  arrived: (code: string) => `${code} 已交，服务器已收妥`,
  sequence: '收件序号',
  noKey: '本平板还没有从服务器拿到扫码凭证，请联网一次后再用。',
  cannot: '这台平板的浏览器太旧，不能生成二维码。请等网络恢复后自动提交，或改用纸质评分表。',
} as const;
