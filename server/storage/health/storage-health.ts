import type { StorageFault, StorageStatus } from '#contract/storage-status.ts';
import { storageErrorCode } from './storage-errors.ts';

/** The code that refuses what couldn't be stored. */
export type StorageRefusal = 'storage-gone' | 'storage-full' | 'storage-failed';

export type StorageHealth = {
  /**
   * Checks the files now: true when a later start wouldn't find what is written now. Takes some 20 µs. Once true it stays
   * true until `checkFiles` has found the files again; whoever tells the drills calls that.
   */
  isGone(): boolean;
  checkFiles(): void;
  /** As of the last check. */
  status(): StorageStatus;
  /** Why something isn't stored, as of the last check. */
  refusal(): StorageRefusal;
  /** Notes an error that a call of the storage threw; errors that aren't the database's are ignored. */
  noteError(error: unknown): void;
  /** After a write has failed, tries one that needs space. When it succeeds, the fault is over. */
  retryWrite(): Promise<void>;
  /** Measures the space that is left. */
  measure(): Promise<void>;
};

export type StorageParts = {
  /** Whether the paths still lead to the open files; of a database elsewhere always so. */
  isThere(): boolean;
  /** Writes more than a log's usual row and leaves nothing of it behind; throws or rejects when it can't. */
  tryWrite(): void | Promise<void>;
  /** Bytes left on the disk, or null where that isn't known. */
  freeBytes(): Promise<number | null>;
  /** Bytes that should be left; 0: any number will do. */
  minFreeBytes: number;
};

/** What is known of a storage's state. It asks nothing by itself: `storage-watch.ts` has the timer. */
export const createStorageHealth = ({ isThere, tryWrite, freeBytes, minFreeBytes }: StorageParts): StorageHealth => {
  let areFilesGone = false;
  let isBroken = false;
  let writeFault: 'storage-full' | 'storage-failed' | null = null;
  let measuredBytes: number | null = null;

  const fault = (): StorageFault | null => {
    if (areFilesGone) return 'storage-gone';
    if (isBroken) return 'storage-broken';
    if (writeFault !== null) return writeFault;
    return measuredBytes !== null && measuredBytes < minFreeBytes ? 'storage-low' : null;
  };
  const noteError = (error: unknown): void => {
    const code = storageErrorCode(error);
    // A damaged file stays damaged though other pages of it can be written: the next start checks it whole.
    if (code === 'storage-broken') isBroken = true;
    else if (code !== null) writeFault = code;
  };

  return {
    isGone: () => {
      areFilesGone ||= !isThere();
      return areFilesGone;
    },
    checkFiles: () => {
      areFilesGone = !isThere();
    },
    status: () => ({ fault: fault(), freeMb: measuredBytes === null ? null : Math.floor(measuredBytes / 1_000_000) }),
    refusal: () => {
      const currentFault = fault();
      return currentFault === 'storage-gone' || currentFault === 'storage-full' ? currentFault : 'storage-failed';
    },
    noteError,
    retryWrite: async () => {
      if (writeFault === null || areFilesGone) return;
      try {
        await tryWrite();
        writeFault = null;
      } catch (error) {
        noteError(error);
      }
    },
    measure: async () => {
      measuredBytes = await freeBytes();
    },
  };
};

/** The code that refuses a request which threw this error, or null when the storage isn't to blame. */
export const storageRefusal = (error: unknown): StorageRefusal | null => {
  const code = storageErrorCode(error);
  return code === 'storage-broken' ? 'storage-failed' : code;
};
