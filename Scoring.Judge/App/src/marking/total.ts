// What a sheet comes to (R-K9, R-M8): its aspects and at most the module's bonus, times the factors, at most full mark and bonus.
import type { Aspect, TabletModule } from '@scoring/web/wire';
import { Decimal } from '../figures/decimal';
import type { Verdict } from './kind';
import { shareOf } from './sheetOf';

type Rules = Pick<TabletModule, 'bonus'>;

const mark = (found: Verdict): Decimal => (found.state === 'ok' && found.mark ? found.mark : Decimal.zero);
const smaller = (a: Decimal, b: Decimal): Decimal => (a.compare(b) < 0 ? a : b);

/** Without what only the server can tell. */
export function sheetTotal(aspects: readonly Aspect[], verdictOf: (aspect: Aspect) => Verdict, module: Rules): Decimal {
  const own = Decimal.sum(aspects.filter((a) => a.kind !== 'bonus').map((a) => mark(verdictOf(a))));
  if (!aspects.some((a) => a.kind === 'bonus' || a.kind === 'factor')) return own;
  const most = Decimal.of(module.bonus ?? 0);
  const lifted = own.plus(smaller(Decimal.sum(aspects.filter((a) => a.kind === 'bonus').map((a) => mark(verdictOf(a)))), most));
  const factor = aspects.reduce((product, a) => {
    const found = verdictOf(a);
    return found.state === 'ok' && found.factor ? product.times(found.factor) : product;
  }, Decimal.one);
  return smaller(lifted.times(factor), Decimal.sum(aspects.map(shareOf)).plus(most));
}
