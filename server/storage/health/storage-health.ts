import type { StorageFault, StorageStatus } from '#contract/storage-status.ts';
import { storageErrorCode } from './storage-errors.ts';

/** The code that refuses what couldn't be stored. */
export type StorageRefusal = 'storage-gone' | 'storage-full' | 'storage-failed';

export type StorageHealth = {
  /**
   * Looks at the files now: whether what is written now could not be found by a later start. Takes some 20 µs. Once so,
   * it stays so until `look` has found the files again: whoever tells the drills does that.
   */
  isGone(): boolean;
  look(): void;
  /** As of the last look. */
  status(): StorageStatus;
  /** Why something isn't stored, as of the last look. */
  refusal(): StorageRefusal;
  /** Takes note of an error that a call of the storage threw; others than the database's are ignored. */
  failed(error: unknown): void;
  /** After a write has failed, tries one that needs space. When it succeeds, the fault is over. */
  retry(): Promise<void>;
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
export function createStorageHealth({ isThere, tryWrite, freeBytes, minFreeBytes }: StorageParts): StorageHealth {
  let gone = false;
  let broken = false;
  let writeFault: 'storage-full' | 'storage-failed' | null = null;
  let free: number | null = null;

  const fault = (): StorageFault | null => {
    if (gone) return 'storage-gone';
    if (broken) return 'storage-broken';
    if (writeFault !== null) return writeFault;
    return free !== null && free < minFreeBytes ? 'storage-low' : null;
  };
  const failed = (error: unknown): void => {
    const code = storageErrorCode(error);
    // A damaged file stays damaged though other pages of it can be written: the next start checks it whole.
    if (code === 'storage-broken') broken = true;
    else if (code !== null) writeFault = code;
  };

  return {
    isGone: () => {
      gone ||= !isThere();
      return gone;
    },
    look: () => {
      gone = !isThere();
    },
    status: () => ({ fault: fault(), freeMb: free === null ? null : Math.floor(free / 1_000_000) }),
    refusal: () => {
      const now = fault();
      return now === 'storage-gone' || now === 'storage-full' ? now : 'storage-failed';
    },
    failed,
    retry: async () => {
      if (writeFault === null || gone) return;
      try {
        await tryWrite();
        writeFault = null;
      } catch (error) {
        failed(error);
      }
    },
    measure: async () => {
      free = await freeBytes();
    },
  };
}

/** The code that refuses a request which threw this error, or null when the storage isn't to blame. */
export function storageRefusal(error: unknown): StorageRefusal | null {
  const code = storageErrorCode(error);
  return code === 'storage-broken' ? 'storage-failed' : code;
}
