import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';

/** What is asked of the machine; tests pass their own. Sizes in megabytes (10⁶ bytes). */
export type Machine = {
  nodeVersion: string;
  /** Epoch milliseconds. */
  now: number;
  memory: { freeMb: number; totalMb: number };
  /** The user whom this process belongs to; null where the system has no such thing (Windows). */
  uid: number | null;
  /** Space left where the folder is, or will be; null where the file system doesn't say. */
  freeMb(folder: string): Promise<number | null>;
};

const MB = 1_000_000;

export const thisMachine = (): Machine => {
  // In a container less may be had than the machine has.
  const total = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return {
    nodeVersion: process.versions.node,
    now: Date.now(),
    memory: {
      freeMb: Math.round(Math.min(process.availableMemory(), total) / MB),
      totalMb: Math.round(total / MB),
    },
    uid: process.getuid?.() ?? null,
    freeMb: async (folder) => {
      const { bavail, bsize, blocks } = await statfs(nearest(folder));
      return blocks === 0 ? null : Math.floor((bavail * bsize) / MB);
    },
  };
};

/** The folder itself or, where it isn't there yet, the one it will be in. */
export const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
