/** Which threads go first where there are fewer processors than threads with something to do. */
import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/**
 * Puts the thread that calls it behind the loop and SQLite's thread: what it does may wait, a reply's acknowledgement
 * may not. On Linux a thread has a priority of its own, under its number; elsewhere, and where the process may not set
 * it, nothing changes. `steps`: of niceness; one that somebody waits for takes fewer, for ten leave it a fortieth of a core
 * where four others are busy.
 */
export const runBehindReplies = (steps: number = constants.priority.PRIORITY_BELOW_NORMAL): void => {
  if (process.platform !== 'linux') return;
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, Math.min(constants.priority.PRIORITY_LOW, getPriority() + steps));
  } catch {
    // Without /proc, or without the permission, replies wait for it a little longer.
  }
};
