import { readFileSync } from 'node:fs';

const LOOK_MS = 500;

/**
 * npm runs a script through a shell that passes no signal on: stopping `npm start` would leave the server running, with
 * its port and its data folder. So a server that npm started stops when that shell, or npm above it, has ended.
 */
export const stopWithNpm = () => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const { ppid: shell } = process;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  timer.unref();
};

/** Null where there is no /proc, or no such process. */
const parentOf = (pid) => {
  try {
    // The second field is the program's name in brackets, which may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S+ (\d+) .*$/s, '$1');
  } catch {
    return null;
  }
};
