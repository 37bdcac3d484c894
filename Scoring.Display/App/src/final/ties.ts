// Equal totals with unequal ranks: a word on what decided, beside the total.
import { texts } from '../text/texts';
import type { Board } from '@scoring/web/wire';
import { listed } from '../ranking/order';

/** The name of what was compared last, from 总分同为 87.51，实操 88.00 高于 87.00. */
const step = /^[^\d：]+?(?=\s*\d)/;

export function explained(board: Board): Map<string, string> {
  const rows = listed(board).filter((r) => r.rank !== undefined);
  const found = new Map<string, string>();
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    if (!above || above.total === undefined || above.total !== row.total || above.rank === row.rank) return;
    const last = row.why?.split('，').at(-1) ?? '';
    const by = step.exec(last)?.[0];
    found.set(row.key, last.startsWith('由组委会') ? texts.equalByCommittee : by && by.length <= 4 ? texts.equalBy(by) : texts.equal);
  });
  return found;
}
