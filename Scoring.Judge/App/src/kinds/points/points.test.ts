import { expect, it } from 'vitest';
import { points } from './points';

const aspect = { kind: 'points', id: 'A1', text: '…', fullMark: 6, step: 0.5 } as const;

it('says what is wrong, what to type, and that the text is kept', () => {
  expect(points.verdict(aspect, '6.5', false)).toMatchObject({ state: 'bad', brief: '超出满分', message: '6.5 超出满分 6，请输入 0 至 6。原输入已保留，暂不计分。' });
  expect(points.verdict(aspect, '4.3', false)).toMatchObject({ message: '4.3 不合步长 0.5，相邻的是 4 和 4.5。原输入已保留，暂不计分。' });
  expect(points.verdict(aspect, '5.8', false)).toMatchObject({ message: '5.8 不合步长 0.5，相邻的是 5.5 和 6。原输入已保留，暂不计分。' });
});

it('has every legal value one tap away, the full mark last, unless there are too many', () => {
  expect(points.quick({ ...aspect, fullMark: 2.2 }).values).toEqual(['0', '0.5', '1', '1.5', '2', '2.2']);
  expect(points.quick({ ...aspect, fullMark: 30 }).values).toEqual([]);
});
