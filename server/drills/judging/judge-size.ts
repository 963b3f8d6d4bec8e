/** How many contents the judge's thread may keep, and how much memory it gets for them. */
import { totalmem } from 'node:os';

/** `heapMb`: the thread's heap at most, in MB; `cases`: cases in the contents it keeps, at most. */
export type JudgeSize = { heapMb: number; cases: number };

/** The thread gets this part of the machine's memory. */
const SHARE = 1 / 8;
const LEAST_MB = 512;
const MOST_MB = 4096;
/** What the thread holds of the language core, the library's compiled cases and the turn it is at. */
const OWN_MB = 256;
/** A further variant of a compiled case takes some 0.3 MB. */
const CASE_MB = 0.5;

/**
 * `totalBytes`: the memory of the machine, or of the container where that is less. 4 GB are enough for 512 cases, 24 GB
 * for 5,600: a trainee who practises has a card of their own, and a case that was dropped is compiled anew (40 ms) for
 * the next reply.
 */
export const judgeSizeIn = (totalBytes: number): JudgeSize => {
  const heapMb = Math.round(Math.min(MOST_MB, Math.max(LEAST_MB, (totalBytes / 2 ** 20) * SHARE)));
  return { heapMb, cases: Math.floor((heapMb - OWN_MB) / CASE_MB) };
};

/** The size on this machine. */
export const judgeSizeHere = (): JudgeSize =>
  judgeSizeIn(Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY));
