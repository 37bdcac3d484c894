// Words of signing by hand.
import { texts as shared } from '../parts/texts';

export const texts = {
  ...shared,
  signature: { here: '请在框内手写签名', drawn: '手写签名', again: '重签' },
} as const;
