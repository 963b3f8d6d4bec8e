import type { ErrorCode } from '#contract/errors.ts';

/**
 * Counts what the server does. Each call stands on the path of an answer: constant work, no growth, and it never throws.
 * `ms`: milliseconds. `code`: of the refusal, null for what was done.
 */
export type Meter = {
  /** A socket's command was answered. `command`: its name in the table, or `unknown`. */
  command(command: string, code: ErrorCode | null, ms: number): void;
  /** An HTTP request was answered. `route`: as the table of routes has it, `page` for the client's files, or `none`. */
  request(route: string, status: number, code: ErrorCode | null, ms: number): void;
  /** A transaction of so many appends was committed, or failed. */
  wrote(appends: number, ms: number): void;
  /** Another node was asked to do something with a drill that it has. */
  forwarded(): void;
  /** A drill was taken over from a node that died. */
  tookOver(): void;
};

/** Counts nothing. */
export const noMeter: Meter = {
  command: () => {},
  request: () => {},
  wrote: () => {},
  forwarded: () => {},
  tookOver: () => {},
};
