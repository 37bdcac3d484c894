import { expect, test } from 'vitest';
import { spoken } from './pinyin';

const read = (name: string) => spoken({ name, organization: '某单位' }).pinyin;

test('surnames are read as surnames', () => {
  expect(read('单雄信')).toBe('shàn xióng xìn');
  expect(read('欧阳文轩')).toBe('ōu yáng wén xuān');
});

test('a name with a dot has a syllable for each character', () => expect(read('艾力·买买提')!.split(' ')).toHaveLength(5));

test('what the organizer gave stands, and an organization has none', () => {
  expect(spoken({ name: '王磊', organization: 'x', pinyin: 'a b' }).pinyin).toBe('a b');
  expect(spoken({ name: '恒泰电气', organization: '' }).pinyin).toBeUndefined();
});
