import { randomBytes } from 'node:crypto';
import type { Storage } from '#storage/storage.ts';
import { hashOf, newToken, tokenIn } from './cookie-token.ts';

export const GUEST_COOKIE = 'kefu_guest';
/** 400 days cover a school year; after that the device counts as new. */
const MAX_AGE_S = 400 * 24 * 3600;

/** The device's guest id by its cookie, or null. Only the token's hash is stored. */
export const guestOf = async (
  storage: Pick<Storage, 'guestByToken'>,
  cookieHeader: string | undefined,
): Promise<string | null> => {
  const token = tokenIn(GUEST_COOKIE, cookieHeader);
  return token === null ? null : await storage.guestByToken(hashOf(token));
};

/** Makes a guest: returns its id and the Set-Cookie value by which this device is known again. */
export const createGuest = async (
  storage: Pick<Storage, 'createGuest'>,
  at: number,
  isSecure: boolean,
): Promise<{ guest: string; setCookie: string }> => {
  const token = newToken();
  const guest = `g${randomBytes(12).toString('base64url')}`;
  await storage.createGuest(hashOf(token), guest, at);
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${MAX_AGE_S}${isSecure ? '; Secure' : ''}`;
  return { guest, setCookie: `${GUEST_COOKIE}=${token}; ${attributes}` };
};
