// Words of pairing the tablet with a seat.
import { texts as frame } from '../frame/texts';

export const texts = {
  ...frame,
  pairing: {
    title: '配对本平板',
    lead: '输入裁判长或管理员给您的 6 位配对码，或用相机扫描控制台上的二维码。',
    code: '配对码',
    position: (n: number, character: string) => `第 ${n} 位${character ? '，' + character : '，空'}`,
    keys: '配对码键盘',
    remove: '退格',
    clear: '清空',
    pair: '配对',
    pairing: '正在配对…',
    revoked: '这台平板的配对已被停用。已评内容仍存在本机，请向裁判长要新的配对码。',
    waiting: (n: number) => `本机还存有 ${n} 份未交到服务器的评分表，配对后可继续提交。`,
    stay: '不配对，继续用现在的座位',
    paired: (seat: string) => `已配对：${seat}`,
    unpair: '解除配对',
    unpairAsk: '解除这台平板的配对？',
    unpairExplain: '解除后要用新的配对码才能继续评分。已交的评分不受影响。',
    unpairWaiting: (n: number) => `本机还有 ${n} 份没有交到服务器，请先联网交完再解除。`,
    unpairDrafts: (n: number) => `本机有 ${n} 份草稿，会留在本机，重新配对后可以认领。`,
    unpairFailed: '没有解除成功：连不上服务器。请联网后再试。',
  },
} as const;
