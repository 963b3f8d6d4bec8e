/** How the server is: its storage, as staff read it and every open page hears it, and all of it for who looks after the machine. */
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

/**
 * What the disk's figures warn of while everything is stored still.
 * - `disk-slow`: for a minute one write of a hundred took longer than `slowMs`
 * - `disk-filling`: the space shrinks so fast that it lasts less than an hour
 */
export const DISK_WARNINGS = ['disk-slow', 'disk-filling'] as const;
export type DiskWarning = (typeof DISK_WARNINGS)[number];

const count = z.number().int().nonnegative();
const ms = z.number().nonnegative().nullable();

/**
 * How the machine is: what runs, how fast it answers, what is left. Times are epoch milliseconds, lengths milliseconds,
 * sizes megabytes (10⁶ bytes) unless named otherwise.
 */
export const serverStatusSchema = z.object({
  at: count,
  version: z.string(),
  startedAt: count,
  /** Seats with a page open; sockets are pages of any kind. */
  seats: count,
  sockets: count,
  /** Drills whose clock runs, and those in memory besides. */
  drills: z.object({ running: count, standing: count }),
  /** Turns that wait for the judge, and ended drills that wait for their report. */
  queues: z.object({ judge: count, reports: count }),
  /** Commands of the last five minutes, from receipt to acknowledgement; p50 and p99 are null where there was none. */
  answers: z.object({ count, p50: ms, p99: ms }),
  /** Transactions of the last five minutes. */
  writes: z.object({ count, p50: ms, p99: ms, slowMs: z.number() }),
  /** `freeMb` null: not known. `trend` null: the space doesn't shrink. */
  disk: z.object({
    freeMb: count.nullable(),
    trend: z.object({ mbPerHour: z.number(), minutesLeft: z.number() }).nullable(),
  }),
  backup: z.object({ at: count, file: z.string(), bytes: count }).nullable(),
  /**
   * Where several servers share the database: this one's name, how many others live, whether they can tell each other
   * (`hearsOthers`); null: it is the only one.
   */
  node: z.object({ name: z.string(), others: count, hearsOthers: z.boolean() }).nullable(),
  /**
   * What is wrong with the backups: the last one failed, with its code; or the daily one that BACKUP_DIR asks for wasn't
   * made for more than a day.
   */
  backupFault: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('failed'), at: count, code: z.string() }),
      z.object({ kind: z.literal('missed') }),
    ])
    .nullable(),
  fault: z.enum(STORAGE_FAULTS).nullable(),
  warnings: z.array(z.enum(DISK_WARNINGS)),
});
export type ServerStatus = z.infer<typeof serverStatusSchema>;
