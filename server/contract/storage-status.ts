/** How the server's storage is, as staff read it and every open page hears it. */
import { z } from 'zod';

/**
 * What keeps the server from storing safely, the worst first.
 * - `storage-gone`: the data folder or a file in it was deleted, moved or replaced while the server runs
 * - `storage-broken`: SQLite found the file damaged
 * - `storage-full`: the last write failed because the disk is full
 * - `storage-failed`: the last write failed for another reason
 * - `storage-low`: everything is stored, but less space is left than the configuration asks for
 */
export const STORAGE_FAULTS = [
  'storage-gone',
  'storage-broken',
  'storage-full',
  'storage-failed',
  'storage-low',
] as const;
export type StorageFault = (typeof STORAGE_FAULTS)[number];

/** `freeMb`: space left on the data folder's disk, megabytes; null where it isn't known. */
export const storageStatusSchema = z.object({
  fault: z.enum(STORAGE_FAULTS).nullable(),
  freeMb: z.number().int().nullable(),
});
export type StorageStatus = z.infer<typeof storageStatusSchema>;
