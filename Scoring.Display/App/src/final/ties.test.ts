import { expect, it } from 'vitest';
import { board, row } from '../ranking/testBoards';
import { explained } from './ties';

it('says what decided between equal totals, and nothing where nothing had to', () => {
  const found = explained(board([
    row('A', 1, 95), row('B', 2, 90, { why: '总分低于第 1 名 5.00' }), row('C', 3, 90, { why: '总分同为 90.00，实操 88.00 低于 89.00' }),
    row('D', 4, 90, { why: '总分同为 90.00，实操同为 88.00，用时 1:02:11 多于 1:00:00' }), row('E', 5, 80), row('F', 5, 80), row('G', 7, 80, { why: '' }),
    row('H', 8, 80, { why: '总分同为 80.00，由组委会议定先后：抽签 2 号' }),
  ]));
  expect([...found]).toEqual([['C', '同分比实操'], ['D', '同分比用时'], ['G', '总分相同'], ['H', '组委会议定']]);
});
