// What is wrong with an entry, and where it falls, in words.

const list = (items: readonly string[]) => items.join('、');

export const verdict = {
  kept: '原输入已保留，暂不计分。',
  notNumberBrief: '不是数', notNumber: (x: string) => `“${x}”不是数，请重新输入。`,
  tooLargeBrief: '数太大', tooLarge: (x: string) => `${x} 太大，请核对后重新输入。`,
  yesNoBrief: '选是或否', yesNo: (x: string) => `${x} 不能用，请选“是”或“否”。`,
  belowZeroBrief: '不能为负', belowZero: (x: string, full: string) => `${x} 低于 0，请输入 0 至 ${full}。`,
  aboveFullBrief: '超出满分', aboveFull: (x: string, full: string) => `${x} 超出满分 ${full}，请输入 0 至 ${full}。`,
  offStepBrief: '不合步长', offStep: (x: string, step: string, low: string, high: string) => `${x} 不合步长 ${step}，相邻的是 ${low} 和 ${high}。`,
  notWholeBrief: '须为整数', notWhole: (x: string) => `${x} 不能用，请输入 0、1、2 这样的整数。`,
  zeroToThreeBrief: '只有 0 至 3', zeroToThree: (x: string) => `${x} 不能用，请选 0、1、2 或 3。`,
  decimalsBrief: '小数过多', decimals: (x: string, n: number) => `${x} 的小数太多，仪器读到${n === 0 ? '整数' : `小数点后 ${n} 位`}。`,
  inBand: (deviation: string, unit: string, n: number) => `偏差 ${deviation} ${unit}，落入第 ${n} 档`,
  outsideBands: (deviation: string, unit: string) => `偏差 ${deviation} ${unit}，超出各档`,
  timeBand: (n: number) => `落入第 ${n} 档`, timeBeyond: '超出各档',
  notTimeBrief: '不是时间', notTime: (x: string) => `“${x}”不是时间，分和秒都在 0 至 59，如 3:25。`,
  fieldsOpen: (names: string[]) => `还差${list(names)}；没有作答的请点“未答”`,
} as const;

export const bands = { larger: '更大', smaller: '更小', longer: '更长', label: '档次' } as const;
