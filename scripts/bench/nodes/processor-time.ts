/** Processor time of programs that can't be asked for it. */
import { readdirSync, readFileSync } from 'node:fs';

/** What a file under /proc says; nothing where it is gone, as when its process has ended. */
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
const entries = (path: string): string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

/** Nanoseconds a thread has run, the first figure of its schedstat. */
const threadNs = (path: string): number => Number(read(`${path}/schedstat`).split(' ')[0] ?? 0);

/**
 * Microseconds of processor time that a process and those it started have spent; of a child that has ended, nothing.
 * 0 where the system has no /proc.
 */
export const processorUs = (pid: number): number => {
  const tasks = entries(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}`);
  const own = tasks.reduce((sum, task) => sum + threadNs(task), 0) / 1000;
  const children = tasks.flatMap((task) => read(`${task}/children`).split(' ').filter(Boolean));
  return children.reduce((sum, child) => sum + processorUs(Number(child)), own);
};
