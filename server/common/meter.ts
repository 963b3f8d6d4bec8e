import type { ErrorCode } from '#contract/errors.ts';

/**
 * Receives a call for everything the server did: the figures behind /metrics. Called while a client waits, so it must do
 * constant work, keep nothing that grows, and never throw. `ms`: milliseconds. `code`: of a refusal; null on success.
 */
export type Meter = {
  /** A socket's command was answered. `command`: its name in the table, or `unknown`. */
  commandAnswered(command: string, code: ErrorCode | null, ms: number): void;
  /** An HTTP request was answered. `route`: as the table of routes has it, `page` for the client's files, or `none`. */
  requestAnswered(route: string, status: number, code: ErrorCode | null, ms: number): void;
  /** A transaction of so many appends was committed or failed; the call doesn't tell which. */
  appendsCommitted(appends: number, ms: number): void;
  /** Another node was asked to do something with a drill that it has. */
  drillForwarded(): void;
  /** A drill was taken over from a node that died. */
  drillTakenOver(): void;
};

/** Counts nothing. */
export const noMeter: Meter = {
  commandAnswered: () => {},
  requestAnswered: () => {},
  appendsCommitted: () => {},
  drillForwarded: () => {},
  drillTakenOver: () => {},
};
