// What a whole sheet comes to: the same cases that the server computes (SheetCasesTests).
import type { Criterion } from '@scoring/web/wire';
import { describe, expect, it } from 'vitest';
import cases from '../../../../tests/cases/sheets.json';
import type { Typed } from '../marking/kind';
import { aspectsOf } from '../marking/sheetOf';
import { sumWords } from '../marking/sum';
import { sheetTotal } from '../marking/total';
import { verdict } from './kinds';

interface Group {
  name: string; decimals: number; module: { sheet: Criterion[]; bonus?: number; belowZero?: boolean };
  cases: { typed: Record<string, Typed>; total: string; shown: string }[];
}

describe.each(cases as unknown as Group[])('$name', ({ module, decimals, cases: own }) => {
  it.each(own)('$typed', ({ typed, total, shown }) => {
    const rules = { bonus: module.bonus, decimals };
    const sum = sheetTotal(aspectsOf(module.sheet), (a) => verdict(a, typed[a.id], module.belowZero), rules);
    expect([sum.toString(), sumWords(sum, rules)]).toEqual([total, shown]);
  });
});
