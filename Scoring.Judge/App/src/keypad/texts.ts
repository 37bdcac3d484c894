// Words of the keypad.
import { texts as sheet } from '../sheet/texts';

export const texts = {
  ...sheet,
  keypad: {
    name: '评分键盘',
    values: '可取的分值',
    counts: '常用次数',
    full: '满分',
    back: '退格',
    clear: '清空',
    minus: '正负号',
    point: '小数点',
    next: '下一项',
    toPart: (name: string) => `填${name}`,
    toBlank: '去未评',
    toWrong: '去改错',
    finish: '核对交卷',
  },
} as const;
