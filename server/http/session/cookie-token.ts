import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 32 random bytes for a cookie. Only their hash is stored, so nobody can sign in with a copied database. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The token in a Cookie header under this name, or null. */
export const tokenIn = (name: string, cookieHeader: string | undefined): string | null => {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value !== undefined && TOKEN.test(value)) return value;
  }
  return null;
};
