import type { ToleranceAspect } from '@scoring/web/wire';
import { expect, it } from 'vitest';
import { secondLine, verdict } from '../kinds';
import { tolerance } from './tolerance';

const aspect: ToleranceAspect = {
  kind: 'tolerance', id: 'A1', text: '…', fullMark: 6, nominal: 8, unit: 'A', decimals: 1,
  bands: [{ within: 0.2, mark: 6 }, { within: 0.5, mark: 4 }, { within: 1, mark: 2 }],
};

it('names the nominal value to the decimals of its bands, and the band that holds', () => {
  expect(secondLine(aspect, verdict(aspect, '8.3'))).toBe('标称 8.0 A，偏差 0.3 A，落入第 2 档');
  expect(secondLine(aspect, verdict(aspect, '9.5'))).toBe('标称 8.0 A，偏差 1.5 A，超出各档');
  expect(secondLine(aspect, { state: 'blank' })).toBe('标称 8.0 A，按偏差分 4 档');
});

it('shows its bands, what lies beyond them last', () =>
  expect(tolerance.bands(aspect).map((b) => `${b.edge}: ${b.mark}`)).toEqual(['≤ 0.2 A: 6 分', '≤ 0.5 A: 4 分', '≤ 1.0 A: 2 分', '更大: 0 分']));
