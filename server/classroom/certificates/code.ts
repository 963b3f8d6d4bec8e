/**
 * A certificate's code: twelve of 32 signs, sixty bits, so that nobody finds one by trying. The signs are Crockford's
 * base 32, without I, L, O and U: what is read wrongly off a printed page is taken for what it looks like.
 */
import { randomBytes } from 'node:crypto';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

export const newCode = (): string => [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length] ?? '0').join('');

/** The code somebody typed, with spaces and hyphens or without; null: it can be none. */
export const readCode = (typed: string): string | null => {
  const signs = typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null;
};
