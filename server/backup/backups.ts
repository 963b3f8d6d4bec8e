import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { lastBackup, noteFailure } from '#monitoring/last-backup.ts';
import type { Storage } from '#storage/storage.ts';
import { serveBackupRequests } from './backup-endpoint.ts';
import { errorMessageOf } from './backup-error.ts';
import { backupName, targetOf } from './backup-files.ts';
import { type BackupProcess, backupInProcess } from './backup-process.ts';
import { startDailyBackup } from './daily-backup.ts';
import type { BackupPlan, BackupSource, MadeBackup } from './make-backup.ts';

export type BackupNeeds = {
  storage: Pick<Storage, 'holdFile' | 'locks'>;
  source: BackupSource;
  dataDir: string;
  /** Folder of the daily backups, and how many stay in it; null: none are made by themselves. */
  daily: { folder: string; keep: number } | null;
  version: string;
  /** Wall time. */
  clock: Clock;
  steadyClock: Clock;
  logger: Logger;
  /** Makes one backup; left out: in a process of its own. */
  inProcess?: (plan: BackupPlan, hold: Storage['holdFile']) => BackupProcess;
};

export type Backups = {
  /** Makes a backup after those that were asked for before. `place`: a file that isn't there yet, or a folder. */
  make(place: string, keep: number | null): Promise<MadeBackup>;
  /** Stops what is being made; nothing of it stays. */
  close(): Promise<void>;
};

/** A backup younger than this is this night's. */
const SAME_NIGHT_MS = 3600_000;

/**
 * The running server's backups: those that the command asks for at the endpoint, and the daily ones. A
 * daily one that fails leaves its note, unless the server ends just then; the last whole one stays.
 */
export const createBackups = async (needs: BackupNeeds): Promise<Backups> => {
  const { storage, source, dataDir, daily, version, clock, steadyClock, logger } = needs;
  const inProcess = needs.inProcess ?? backupInProcess;
  let lastBackupDone: Promise<unknown> = Promise.resolve();
  let current: BackupProcess | null = null;
  let isClosing = false;

  const makeOne = async (place: string, keep: number | null): Promise<MadeBackup> => {
    const at = clock.now();
    try {
      const plan = { source, dataDir, target: targetOf(place, at), keep, at, version };
      current = inProcess(plan, storage.holdFile);
      return await current.made;
    } finally {
      current = null;
    }
  };
  const make = (place: string, keep: number | null): Promise<MadeBackup> => {
    const backup = lastBackupDone.then(() => makeOne(place, keep));
    lastBackupDone = backup.catch(() => {});
    return backup;
  };

  // A PostgreSQL database needs no endpoint: the command reads it by itself.
  const closeEndpoint =
    source.kind === 'sqlite'
      ? await serveBackupRequests(dataDir, randomBytes(32).toString('hex'), ({ place, keep }) => make(place, keep))
      : async () => {};
  const stopDaily =
    daily === null
      ? () => {}
      : startDailyBackup({ lastAt: async () => (await lastBackup(dataDir))?.at ?? null, clock, steadyClock }, () =>
          // Two servers of one machine share its data folder: the second finds that the backup is made.
          storage.locks.hold('daily backup', async () => {
            const at = clock.now();
            const newest = await lastBackup(dataDir);
            if (newest !== null && dirname(newest.file) === daily.folder && at - newest.at < SAME_NIGHT_MS) return;
            await make(join(daily.folder, backupName(at)), daily.keep).catch(async (error: unknown) => {
              const { code } = errorMessageOf(error);
              logger.error({ err: error, code }, 'daily backup failed');
              if (!isClosing) await noteFailure(dataDir, { at, code });
              throw error;
            });
          }),
        );
  return {
    make,
    close: async () => {
      isClosing = true;
      stopDaily();
      current?.stop();
      await closeEndpoint();
      await lastBackupDone;
    },
  };
};
