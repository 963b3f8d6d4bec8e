/** What all targets of the fuzz have in common. */
import type { Socket } from 'socket.io-client';
import { ERRORS } from '#contract/errors.ts';
import type { Random } from '#scripts/faults/random.ts';
import type { FuzzServer } from './fuzz-server.ts';
import type { World } from './world.ts';

export type FuzzContext = {
  server: FuzzServer;
  world: World;
  random: Random;
  /** A page of the device that owns the world's drills, and one of a teacher. */
  sockets: readonly [Socket, Socket];
  /** Files that are right, to be mutated. */
  files: { yaml: Buffer; xlsx: Buffer; csv: Buffer };
  checkYaml(text: string): void;
};
/** `sent`: what was sent, for the report; null as `wrong` where the answer is right. */
export type FuzzResult = { sent: string; wrong: string | null };
export type FuzzTarget = (context: FuzzContext) => Promise<FuzzResult>;

/** Milliseconds after which an answer counts as none. The slowest, a checked case, may take eight seconds by itself. */
export const ANSWER_MS = 30_000;
export const CODES = new Set<string>(Object.keys(ERRORS));
export const ODD_IDS: readonly [string, ...string[]] = [
  ...(['__proto__', 'constructor', '%00', '%F0%9F%98%80', '..%2f..'] as const),
  ...['x'.repeat(2000), "'", '%E2%80%AE', '%', '%c0%af', 'nothing'],
];

export const short = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 160);
export const randomCookie = ({ cookies, owner }: World, random: Random): string =>
  cookies[random.between(0, cookies.length - 1)] ?? owner;
