import { expect, it } from 'vitest';
import { faults } from './faults';

it('has the counts that still change the mark one tap away', () =>
  expect(faults.quick({ kind: 'faults', id: 'A1', text: '…', fullMark: 3, deduction: 1, unit: '处' }).values).toEqual(['0', '1', '2', '3']));
