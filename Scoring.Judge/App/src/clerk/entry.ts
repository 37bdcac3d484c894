// What a clerk types: which row a number means, and whether a mark can be one.
import type { MarkRow } from '@scoring/web/wire';
import { Decimal } from '../figures/decimal';
import { texts } from '../office/texts';

const plain = (text: string) => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** The whole number, or the end of exactly one: 017 finds YDBDG017. */
export function findRow(rows: readonly MarkRow[], typed: string): MarkRow[] {
  const wanted = plain(typed);
  if (!wanted) return [];
  const whole = rows.filter((r) => plain(r.number) === wanted);
  return whole.length ? whole : rows.filter((r) => plain(r.number).endsWith(wanted));
}

/** Null: right. An exam number typed where the mark belongs is told as one: keys and fields got out of step. */
export function markProblem(typed: string, full: number, rows: readonly MarkRow[] = []): string | null {
  const t = texts.clerk.marks;
  const wanted = plain(typed), value = Decimal.parse(typed);
  const outside = !value || value.compare(Decimal.zero) < 0 || value.compare(Decimal.of(full)) > 0;
  if (/^0\d/.test(wanted) || (outside && rows.some((r) => plain(r.number) === wanted))) return t.likeNumber(typed.trim());
  if (!value) return t.notNumber;
  if (outside) return t.range(Decimal.of(full).toString());
  return value.places() > 2 ? t.decimals : null;
}

export type Agreement = 'blank' | 'waits' | 'otherIn' | 'same' | 'differs' | 'settled' | 'single';

export function agreement(row: MarkRow, twice: boolean): Agreement {
  if (row.settled !== undefined) return 'settled';
  if (!twice) return row.own !== undefined || row.other !== undefined ? 'single' : 'blank';
  if (row.maySettle) return 'differs';
  if (row.own === undefined) return row.otherIn ? 'otherIn' : 'blank';
  if (row.other === undefined) return 'waits';
  return Decimal.of(row.own).compare(Decimal.of(row.other)) === 0 ? 'same' : 'differs';
}
