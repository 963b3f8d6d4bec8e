/** A contest's results as a signed file: written, and read from another server without a network (RULES J58, J59). */
import { z } from 'zod';
import { playRulesSchema } from '#contract/contests/rules.ts';
import type { SigningKey } from '#storage/contests/contests.ts';
import { fingerprintOf, isSigned, type SignedText, signText } from './signing.ts';

const VERSION = 1;
const MOST_ROWS = 2000;
const marks = {
  total: z.number().min(0).max(1000),
  redLines: z.number().int().min(0).max(10_000),
  firstS: z.number().min(0).max(100_000).nullable(),
};
const text = (most: number) => z.string().min(1).max(most);
const rowSchema = z.strictObject({
  key: text(64),
  label: text(40),
  team: text(40),
  teamKey: text(64),
  rounds: z.number().int().min(1).max(10_000),
  ...marks,
});
const payloadSchema = z.strictObject({
  /** The contest's id on the server that signed. */
  source: text(64),
  contest: text(40),
  host: text(100),
  rulesHash: text(64),
  rules: playRulesSchema,
  opensAt: z.number().int(),
  closesAt: z.number().int(),
  signedAt: z.number().int(),
  rows: z.array(rowSchema).max(MOST_ROWS),
});
const fileSchema = z.strictObject({
  'kefu-drill-contest': z.literal(VERSION),
  publicKey: z.string().max(200),
  signature: z.string().max(200),
  payload: z.string(),
});

/** What the server says of its contest. Names are those the board shows to everybody; no roster's. */
export type ResultPayload = z.infer<typeof payloadSchema>;
export type FileRow = z.infer<typeof rowSchema>;
export type ReadFile =
  | { state: 'unreadable' }
  | { state: 'changed'; fingerprint: string; payload: ResultPayload | null }
  | { state: 'signed'; fingerprint: string; payload: ResultPayload };

const asText = ({ publicKey, payload, signature }: SignedText): string =>
  JSON.stringify({ 'kefu-drill-contest': VERSION, publicKey, signature, payload });

/** The file's text, one line. */
export const writeResultFile = (key: SigningKey, payload: ResultPayload): string =>
  asText(signText(key, JSON.stringify(payload)));

/**
 * What a file proves. `changed`: it is a file of results, and not one byte for byte as somebody signed it; so is one that
 * was written anew with other spaces, since nothing tells that from a change.
 */
export const readResultFile = (file: string): ReadFile => {
  const trimmed = file.replace(/^\uFEFF/, '').trim();
  const outer = fileSchema.safeParse(jsonIn(trimmed));
  if (!outer.success) return { state: 'unreadable' };
  const fingerprint = fingerprintOf(outer.data.publicKey);
  const inner = payloadSchema.safeParse(jsonIn(outer.data.payload));
  const payload = inner.success ? inner.data : null;
  // Base64 has several spellings of the same bytes; only the one that is written counts.
  const isAsWritten = [outer.data.publicKey, outer.data.signature].every(
    (one) => Buffer.from(one, 'base64').toString('base64') === one,
  );
  if (asText(outer.data) !== trimmed || !isAsWritten || !isSigned(outer.data))
    return { state: 'changed', fingerprint, payload };
  return payload === null ? { state: 'unreadable' } : { state: 'signed', fingerprint, payload };
};

const jsonIn = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};
