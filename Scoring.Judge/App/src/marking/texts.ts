// Words that several kinds of aspects use.
import { texts as shared } from '../parts/texts';

export const texts = {
  ...shared,
  verdict: {
    kept: '原输入已保留，暂不计分。',
    notNumberBrief: '不是数', notNumber: (x: string) => `“${x}”不是数，请重新输入。`,
    tooLargeBrief: '数太大', tooLarge: (x: string) => `${x} 太大，请核对后重新输入。`,
    notWholeBrief: '须为整数', notWhole: (x: string) => `${x} 不能用，请输入 0、1、2 这样的整数。`,
    decimalsBrief: '小数过多', decimals: (x: string, n: number) => `${x} 的小数太多，仪器读到${n === 0 ? '整数' : `小数点后 ${n} 位`}。`,
    inBand: (n: number) => `落入第 ${n} 档`, beyond: '超出各档',
  },
  bands: { larger: '更大', smaller: '更小', label: '档次' },
  field: {
    label: (id: string, text: string, full: string) => `${id} ${text}，配分 ${full}`,
    toMeasure: '待测',
    entry: '得分',
    number: (unit: string) => `${unit}数`,
    fewer: (text: string) => `${text}，减一`,
    more: (text: string) => `${text}，加一`,
    notYet: '尚未计数',
  },
} as const;
