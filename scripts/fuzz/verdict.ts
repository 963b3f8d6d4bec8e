import type { FuzzFigures } from './run-fuzz.ts';

/** Processor milliseconds of one payload that a trainee beside it would notice, on top of what an idle loop shows. */
const HELD_MS = 250;
/** How much the process may have grown since the first tenth of the payloads. */
const GROWN = 1.3;

/** What the figures say is wrong, a sentence each. */
export const faultsIn = ({ wrong, idleHoldMs, worstHoldMs, warmMb, endMb }: FuzzFigures): string[] => [
  ...wrong,
  ...(worstHoldMs > HELD_MS + idleHoldMs ? [`the loop was held for ${worstHoldMs} ms (idle ${idleHoldMs} ms)`] : []),
  ...(endMb > warmMb * GROWN ? [`the process grew from ${warmMb} MB to ${endMb} MB`] : []),
];
