import { describe, expect, it } from 'vitest';
import { crew, leading, membersOf, setText, type Box } from './setting';

const organization: Box = { width: 420, size: 29, height: 72 };
const long = '中国石油化工股份有限公司安阳殷都区石油化工销售分公司仪表自动化维护检修中心';

describe('a text in its box', () => {
  it('stands on one line at its size while there is room', () => expect(setText('安阳恒泰电气有限公司', organization)).toEqual({ lines: ['安阳恒泰电气有限公司'], size: 29, cut: false }));
  it('takes the short name before it takes two lines', () => expect(setText(long, organization, '安阳石化仪表中心').lines).toEqual(['安阳石化仪表中心']));
  it('takes two lines where it ends a spoken part', () => expect(setText('中州铁路装备有限责任公司安阳分公司', { ...organization, width: 360 }).lines).toEqual(['中州铁路装备有限责任公司', '安阳分公司']));
  it('is cut in its middle when two lines do not hold it', () => {
    const set = setText(long, { ...organization, width: 300 });
    expect(set.cut).toBe(true);
    expect(set.lines.join('')).toMatch(/^中国石油.*….*中心$/);
  });
  it('never leaves its box and never falls below the least', () => {
    for (const text of [long, 'Siemens Energy (Shanghai) Co., Ltd. Anyang Branch', '安阳', long + long, 'Wolfeschlegelsteinhausenbergerdorff'])
      for (const width of [150, 260, 420, 900])
        for (const height of [48, 66, 106]) {
          const set = setText(text, { width, size: 44, height });
          expect(set.size, `${text} ${width} ${height}`).toBeGreaterThanOrEqual(28);
          expect(set.lines.length * set.size * (set.lines.length > 1 ? leading : 1)).toBeLessThanOrEqual(Math.max(height, 28) + 1);
        }
  });
  it('is set at once however long it is', () => {
    const set = setText('请各代表队领队到检录处领取参赛证并核对选手信息，'.repeat(20), { width: 1728, size: 168, lines: 12, height: 900 });
    expect(set.lines.join('').length).toBe(24 * 20);
  });
  it('begins no line with a mark that closes', () => {
    for (let width = 120; width < 700; width += 10)
      for (const line of setText('西门子能源（上海）有限公司、安阳“殷都”分厂', { width, size: 29, height: 72 }).lines) expect(line).not.toMatch(/^[）”、·]|[（“]$/);
  });
});

describe('a name', () => {
  it('breaks at its dot before it breaks anywhere else', () =>
    expect(setText('阿卜杜热合曼·买买提艾力江', { width: 250, size: 42, height: 72, name: true }).lines).toEqual(['阿卜杜热合曼·', '买买提艾力江']));
  it('breaks between English words', () => expect(setText('Alexander Montgomery', { width: 250, size: 42, height: 72, name: true }).lines).toEqual(['Alexander', 'Montgomery']));
});

describe('a team', () => {
  it('says who it is, and how many when that is too long', () => {
    expect(crew(['李伟', '王磊'], 300, 28)).toBe('李伟　王磊');
    expect(crew(['李伟', '王磊', '张三丰', '欧阳文轩', '艾力·买买提'], 360, 28)).toBe('李伟　王磊　张三丰 等5人');
  });
  it('does not say twice what its name says', () => expect([membersOf('李伟 王磊', ['李伟', '王磊']), membersOf('殷都一队', ['李伟', '王磊'])]).toEqual([[], ['李伟', '王磊']]));
});
