import type { ResolverRow } from '@scoring/web/wire';
import { expect, test } from 'vitest';
import { arrange, focusHeight, rowHeight } from './resolver';

const rows: ResolverRow[] = Array.from({ length: 22 }, (_, i) => ({ key: `A${i + 1}`, rank: i + 1, name: '', organization: '', opened: false, status: 'normal' }));

test('the window holds the row in the jaws and never leaves the list', () => {
  for (const [i, row] of rows.entries()) {
    const all = arrange({ opened: 0, focus: row.key, rows, decimals: 2 }, 11);
    const places = all.filter((p) => p.shown);
    expect(all.every((p, n) => n === 0 || all[n - 1]!.y + all[n - 1]!.height === p.y)).toBe(true);
    expect(places[0]!.y).toBe(0);
    expect(places).toHaveLength(11);
    expect(places.find((p) => p.focus)!.place).toBe(i);
    expect(places.at(-1)!.y + places.at(-1)!.height).toBe(10 * rowHeight + focusHeight);
  }
});

test('with everything open the best stand at the top', () => {
  const places = arrange({ opened: 22, rows, decimals: 2 }, 11).filter((p) => p.shown);
  expect(places.map((p) => p.place)).toEqual([...Array(13).keys()]);
});
