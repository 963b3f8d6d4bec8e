import { execFileSync } from 'node:child_process';

/** Ids of the processes that this one has started, and that those have. */
export const processesUnder = (pid: number): number[] => {
  const parents = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const under = (parent: number): number[] =>
    parents.flatMap(([child = 0, of]) => (of === parent ? [child, ...under(child)] : []));
  return under(pid);
};

/** Nothing where the process has ended meanwhile. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};
