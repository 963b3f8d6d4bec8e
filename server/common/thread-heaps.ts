/** What a thread's heap may be: V8 takes the sizes of the process's flags for every thread, too. */
import { setFlagsFromString } from 'node:v8';

/**
 * Threads started from now on have V8's own sizes of heap; the loop's keeps those that `npm start` gave it, since V8 reads
 * the flags when a heap is made (docs/decisions/servers/588-the-loop-has-a-larger-heap.md). Without this each thread may
 * hold as much garbage as the loop.
 */
export const giveThreadsOwnHeaps = (): void => {
  for (const flag of ['--max-semi-space-size', '--initial-old-space-size']) setFlagsFromString(`${flag}=0`);
};
