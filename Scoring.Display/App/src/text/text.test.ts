import { describe, expect, it } from 'vitest';
import { ems } from './ems';
import { tradeLines } from './setting';
import { mark, moment, remaining, setZone, short, time, timeOfDay } from './format';
import { titleLines } from './title';

describe('figures', () => {
  it('have the decimals of their trade and no trace of binary', () => {
    expect([94.98, 87.51, 100, 0, 0.1 + 0.2, 1.005, 89.9].map((n) => mark(n, 2))).toEqual(['94.98', '87.51', '100.00', '0.00', '0.30', '1.00', '89.90']);
    for (let n = 0; n <= 10_000; n++) expect(mark(n / 100, 2)).toBe(`${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
    expect([0, 1, 3, 4].map((d) => mark(87.505, d))).toEqual(['88', '87.5', '87.505', '87.5050']);
    expect([mark(-20, 0), mark(-2.01, 2), mark(100, 4)]).toEqual(['-20', '-2.01', '100.0000']);
  });
  it('leave a blank blank', () => expect([mark(null, 2), mark(undefined, 0)]).toEqual(['', '']));
  it('are short where they are no marks', () => expect([short(30), short(33.3), short(0.5)]).toEqual(['30', '33.3', '0.5']));
});

describe('times', () => {
  it('are those of the contest, whatever zone the screen is in', () => {
    expect(time('2026-04-23T02:42:00+00:00')).toBe('10:42');
    expect(moment('2026-04-23T07:30:00Z', true)).toBe('2026年4月23日 15:30');
    expect(moment('2026-04-22T16:05:00Z')).toBe('4月23日 00:05');
    expect(time(undefined)).toBe('');
    setZone('Asia/Urumqi');
    expect(time('2026-04-23T02:42:00+00:00')).toBe('08:42');
    expect(timeOfDay(new Date('2026-04-23T02:42:07Z'))).toBe('08:42:07');
    setZone('Nowhere/Land');
    expect(time('2026-04-23T02:42:00+00:00')).toBe('10:42');
    setZone(undefined);
  });
});

it('counts down to the whole second and stops at zero', () => {
  expect([3_600_000, 3_599_001, 61_000, 60_999, 1, 0, -5].map(remaining)).toEqual(['1:00:00', '1:00:00', '1:01', '1:01', '0:01', '0:00', '0:00']);
});

describe('sizes', () => {
  it('count Chinese characters as one em', () => expect(ems('艾力·买买提')).toBe(6));
  it('set a trade as large as its name is short', () => {
    expect(tradeLines('电工')).toMatchObject({ lines: ['电工'], size: 168 });
    expect(tradeLines('电焊工').size).toBe(128);
    expect(tradeLines('化工仪表工').size).toBe(78);
    expect(tradeLines('工业机器人系统操作员')).toMatchObject({ lines: ['工业机器人', '系统操作员'], size: 78 });
    expect(tradeLines('新能源汽车动力电池系统检测与维修技术员')).toMatchObject({ cut: false });
  });
});

describe('the title', () => {
  const name = '2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛';
  const given = ['2026年安阳市先进制造业', '劳动技能竞赛暨第一届', '“殷都杯”职工技能大赛'];
  it('breaks where the organizer says', () => expect(titleLines(name, given, 3)).toEqual(given));
  it('breaks before 暨 where it needs two lines', () =>
    expect(titleLines(name, given, 2)).toEqual(['2026年安阳市先进制造业劳动技能竞赛', '暨第一届“殷都杯”职工技能大赛']));
  it('finds spoken places by itself', () => {
    const lines = titleLines(name, [name], 3);
    expect(lines).toHaveLength(3);
    expect(lines.join('')).toBe(name);
    expect(Math.max(...lines.map(ems))).toBeLessThanOrEqual(14);
  });
  it('leaves a short name whole', () => expect(titleLines('技能节', [], 3)).toEqual(['技能节']));
});
