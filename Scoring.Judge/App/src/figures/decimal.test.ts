import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal';

const d = (text: string) => Decimal.parse(text)!;

describe('Decimal', () => {
  it('adds tenths without a floating artefact', () => {
    expect(d('0.1').plus(d('0.2')).toString()).toBe('0.3');
    expect(Decimal.sum(Array.from({ length: 1000 }, () => d('0.01'))).toFixed(2)).toBe('10.00');
  });

  it('rounds half-up, away from zero', () => {
    expect(d('87.505').toFixed(2)).toBe('87.51');
    expect(d('87.504999').toFixed(2)).toBe('87.50');
    expect(d('-0.005').toFixed(2)).toBe('-0.01');
    expect(d('2').timesOver(d('1'), d('3'), 2).toFixed(2)).toBe('0.67');
  });

  it('reads what people type: full width, a Chinese full stop, a bare point', () => {
    expect(d('４．５').toString()).toBe('4.5');
    expect(['4。5', '4,5', '4，5', '0,250'].map((text) => d(text).toString())).toEqual(['4.5', '4.5', '4.5', '0.25']);
    expect(d('.5').toString()).toBe('0.5');
    expect(d('4.').toString()).toBe('4');
    expect(d('-0.03').toString()).toBe('-0.03');
  });

  it('refuses what is no number', () => {
    for (const text of ['', '.', '-', '4..5', '4-', 'abc', '1e3', '4 5', '1,234', '1,2,3', '12,345,678']) expect(Decimal.parse(text)).toBeNull();
  });

  it('takes figures from the wire exactly, exponents included', () => {
    expect(Decimal.of(0.1).plus(Decimal.of(0.7)).toString()).toBe('0.8');
    expect(Decimal.of(1e-7).toString()).toBe('0.0000001');
    expect(Decimal.of('2e3').toString()).toBe('2000');
  });

  it('prints shortest and fixed', () => {
    expect(d('4.50').toString()).toBe('4.5');
    expect(d('4.5').toFixed(2)).toBe('4.50');
    expect(d('0').toFixed(2)).toBe('0.00');
    expect(d('100').toString()).toBe('100');
  });
});
