import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PeopleStorage, Person, SessionOrigin } from '#storage/people.ts';
import { hashOf, newToken, tokenIn } from './cookie-token.ts';
import { SESSION_COOKIE } from './principal.ts';

/** Two weeks: long enough for a fortnight's lessons, short enough for a laptop that somebody left behind. */
const SESSION_MAX_AGE_S = 14 * 24 * 3600;
const DEVICE_COOKIE = 'kefu_device';
const DEVICE_MAX_AGE_S = 400 * 24 * 3600;
const NONCE_BYTES = 12;
const MAC_BYTES = 20;

const cookieAttributes = (seconds: number, isSecure: boolean): string =>
  `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`;

/** Signs a person in: returns the Set-Cookie value. Only the token's hash is stored. */
export const startSession = async (
  people: PeopleStorage,
  person: string,
  now: number,
  isSecure: boolean,
  origin: SessionOrigin,
): Promise<string> => {
  const token = newToken();
  await people.createSession(hashOf(token), person, now, now + SESSION_MAX_AGE_S * 1000, origin);
  return `${SESSION_COOKIE}=${token}; ${cookieAttributes(SESSION_MAX_AGE_S, isSecure)}`;
};

/** The stored hash of a request's session, or null. */
export const sessionHash = (cookieHeader: string | undefined): string | null => {
  const token = tokenIn(SESSION_COOKIE, cookieHeader);
  return token === null ? null : hashOf(token);
};

/** The Set-Cookie value that makes a browser forget its session. */
export const noSession = (isSecure: boolean): string => `${SESSION_COOKIE}=; ${cookieAttributes(0, isSecure)}`;

/**
 * Remembers that this person has signed in on a device, so that wrong tries elsewhere don't make it wait. It signs
 * nobody in. It is sealed with the stored password: after a new password no device is known any more.
 */
export const deviceCookie = (person: Person, isSecure: boolean): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const value = Buffer.concat([nonce, macOf(person, nonce)]).toString('base64url');
  return `${DEVICE_COOKIE}=${value}; ${cookieAttributes(DEVICE_MAX_AGE_S, isSecure)}`;
};

/** The random mark of a device on which this person has signed in, or null. */
export const knownDevice = (person: Person, cookieHeader: string | undefined): string | null => {
  const token = tokenIn(DEVICE_COOKIE, cookieHeader);
  if (token === null) return null;
  const bytes = Buffer.from(token, 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  return timingSafeEqual(bytes.subarray(NONCE_BYTES), macOf(person, nonce)) ? nonce.toString('hex') : null;
};

const macOf = (person: Person, nonce: Buffer): Buffer =>
  createHmac('sha256', person.password ?? '')
    .update(person.id)
    .update(nonce)
    .digest()
    .subarray(0, MAC_BYTES);
