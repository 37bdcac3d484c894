import { describe, expect, it } from 'vitest';
import { typeKey, type Key } from './typing';
import { clock, colons, secondsOf } from '../figures/time';

const marks = { point: true, minus: false, colon: false };
const press = (text: string, keys: string, rule = marks) => [...keys].reduce((t, k) => typeKey(t, (k === '-' ? 'minus' : k) as Key, false, rule), text);

describe('keypad', () => {
  it('begins anew in a field just entered, and goes on with ⌫', () => {
    expect(typeKey('4.5', '3', true, marks)).toBe('3');
    expect(typeKey('4.5', 'back', true, marks)).toBe('4.');
  });
  it('puts a 0 before a bare point and takes one point only', () => {
    expect(press('', '.5')).toBe('0.5');
    expect(press('', '4..5')).toBe('4.5');
  });
  it('drops a leading zero but keeps 0.5', () => {
    expect(press('', '05')).toBe('5');
    expect(press('', '0.5')).toBe('0.5');
  });
  it('turns the sign only where a measured value may be negative', () => {
    expect(press('3', '-')).toBe('3');
    expect(press('3', '-', { ...marks, minus: true })).toBe('-3');
    expect(press('-3', '-', { ...marks, minus: true })).toBe('3');
  });
  it('takes no point where only whole numbers count', () => expect(press('1', '.5', { ...marks, point: false })).toBe('15'));
});

describe('time', () => {
  it.each([['325', 205], ['3:25', 205], ['5', 5], ['10203', 3723], ['1:02:03', 3723], ['0', 0], ['75', 75], ['99', 99], ['1分15秒', 75], ['1 分 零5 秒', 65], ['75秒', 75], ['90分', 5400], ['1小时2分3秒', 3723], ['2小时', 7200], ['1′15″', 75], ['１：１５', 75]])('%s is %i seconds', (typed, seconds) => expect(secondsOf(typed)).toBe(seconds));
  it.each(['', '1:60', '160:00:00:00', '375', '-5', '3.5', '61.5', '1分75秒', '1小时60分', '分', '秒', '零'])('%s is no time', (typed) => expect(secondsOf(typed)).toBeNull());
  it('shows digits pushed in from the right', () => {
    expect(colons('5')).toBe('0:05');
    expect(colons('75')).toBe('75');
    expect(colons('325')).toBe('3:25');
    expect(colons('10203')).toBe('1:02:03');
    expect(clock(3723)).toBe('1:02:03');
  });
});
