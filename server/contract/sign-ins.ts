/** Sessions of an account, and the record of sign-ins and refusals. Times are epoch milliseconds. */
import { z } from 'zod';

export const BROWSERS = [
  ...(['wechat', 'wecom', 'dingtalk', 'qq', 'edge', 'huawei', 'xiaomi', 'vivo', 'oppo', 'uc', 'quark'] as const),
  ...(['firefox', 'opera', 'samsung', 'chrome', 'safari'] as const),
] as const;
export type Browser = (typeof BROWSERS)[number];
export const SYSTEMS = ['windows', 'iphone', 'ipad', 'mac', 'harmony', 'android', 'chromeos', 'linux'] as const;
export type System = (typeof SYSTEMS)[number];
/** What a browser says of itself; null where it says nothing that is known. */
export type Device = { browser: Browser | null; system: System | null };

export const SIGN_IN_KINDS = [
  ...(['set-up', 'signed-in', 'signed-out', 'session-ended', 'password-changed', 'password-set'] as const),
  ...(['wrong-password', 'unknown-login', 'waiting', 'closed-account', 'wrong-set-up-code', 'codes-tried'] as const),
] as const;
export type SignInKind = (typeof SIGN_IN_KINDS)[number];
/** Kinds by which somebody was refused. */
export const REFUSED_KINDS: readonly SignInKind[] = SIGN_IN_KINDS.slice(6);

/** `device`: in words, as the reader's language has them. `address`: its network, null where it isn't known. */
export type SessionRow = {
  id: string;
  /** The one that asks. */
  own: boolean;
  device: string;
  address: string | null;
  startedAt: number;
  seenAt: number;
};

export type SignInRow = {
  id: string;
  at: number;
  /** The last time the same was refused within the hour, and how often; as `at` and 1 for what happened once. */
  lastAt: number;
  count: number;
  kind: SignInKind;
  /** In words. */
  what: string;
  refused: boolean;
  /** Null: no account was meant. */
  person: string | null;
  /** Who did it for that person; null: the person. */
  by: string | null;
  device: string;
  address: string;
};

/** Days a row is kept: six months, as 网络安全法 §21 wants of such records, and no longer. */
export const SIGN_INS_KEPT_DAYS = 184;
/** Rows on the page; a day or a person narrows them. */
export const SIGN_INS_SHOWN = 500;

export type SignInsBody = {
  /** Newest first. */
  rows: SignInRow[];
  /** Whether there are older rows that aren't shown. */
  more: boolean;
};

/** `from` and `to`: epoch milliseconds of the day chosen, in the reader's own time zone. */
export const signInsQuery = z.object({
  person: z.string().max(60).optional(),
  from: z.coerce.number().int().nonnegative().optional(),
  to: z.coerce.number().int().nonnegative().optional(),
});
export type SignInsQuery = z.infer<typeof signInsQuery>;
