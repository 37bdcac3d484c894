// Words of asking the server for a seat.
export const texts = {
  unreachable: '连不上服务器。请确认平板连在赛场的 Wi-Fi 上，再点“配对”。',
  rejected: '配对码无效。请核对后重新输入，或请控制台重新给一个。',
  tooMany: '试得太多了。请过一分钟再输入。',
} as const;
