import { createStorageHealth, type StorageHealth, type StorageParts } from '#storage/health/storage-health.ts';

/** The health of a storage that nothing is wrong with, but for what `parts` say. */
export const soundHealth = (parts: Partial<StorageParts> = {}): StorageHealth =>
  createStorageHealth({
    isThere: () => true,
    tryWrite: () => {},
    freeBytes: async () => null,
    minFreeBytes: 0,
    ...parts,
  });
