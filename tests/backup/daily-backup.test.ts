import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BackupError } from '#backup/backup-error.ts';
import { type BackupNeeds, createBackups } from '#backup/backups.ts';
import { lastBackupTime, startDailyBackup } from '#backup/daily-backup.ts';
import type { BackupPlan } from '#backup/make-backup.ts';
import { namedQueue } from '#common/named-queue.ts';
import { lastFailure, noteBackup } from '#monitoring/last-backup.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { collectedLog } from '#tests/support/collected-log.ts';

const HOUR = 3_600_000;
const NOON = new Date(2026, 10, 23, 12, 0).getTime();
const NIGHT = new Date(2026, 10, 24, 3, 30).getTime();

/** Daily backups from a time on; each is made at once, or fails where `fails` says so. `last`: of the one before. */
const daily = (at: number, last: number | null, fails: () => boolean = () => false) => {
  const clock = virtualClock(at);
  const made: number[] = [];
  const stop = startDailyBackup({ lastAt: async () => last, clock, steadyClock: clock }, async () => {
    made.push(clock.now());
    if (fails()) throw new Error('the disk is full');
    last = clock.now();
  });
  return { clock, made, stop };
};

test('a backup is made at the next start where none was, and then every day at half past three [S12]', async () => {
  const { clock, made, stop } = daily(NOON, null);
  await clock.advance(NIGHT - NOON - 1);
  expect(made).toEqual([NOON]);
  await clock.advance(1);
  expect(made).toEqual([NOON, NIGHT]);
  await clock.advance(24 * HOUR);
  expect(made).toEqual([NOON, NIGHT, NIGHT + 24 * HOUR]);
  stop();
  await clock.advance(48 * HOUR);
  expect(made).toHaveLength(3);
});

test('after a start within the day of the last one it waits; after being off at that hour it doesn’t [S12]', async () => {
  const early = daily(NOON, NOON - 8 * HOUR);
  await early.clock.advance(2 * HOUR);
  expect(early.made).toEqual([]);
  const late = daily(NIGHT + HOUR, NOON);
  await late.clock.advance(0);
  expect(late.made).toEqual([NIGHT + HOUR]);
  const setBack = daily(NOON, NOON + 30 * 24 * HOUR);
  await setBack.clock.advance(0);
  expect(setBack.made).toEqual([NOON]);
});

test('one that failed is tried again an hour later [S12]', async () => {
  let isFull = true;
  const { clock, made } = daily(NOON, null, () => isFull);
  await clock.advance(HOUR - 1);
  expect(made).toEqual([NOON]);
  isFull = false;
  await clock.advance(3 * HOUR);
  expect(made).toEqual([NOON, NOON + HOUR]);
});

test('the server notes why a daily one failed, and the next whole one takes the note away [S12]', async () => {
  const folder = tempFolder();
  const clock = virtualClock(NOON);
  const { logger, lines } = collectedLog('warn');
  const plans: BackupPlan[] = [];
  const inProcess: BackupNeeds['inProcess'] = (plan) => {
    plans.push(plan);
    return { made: Promise.reject(new BackupError('backup-disk-full', () => 'full')), stop: () => {} };
  };
  const backups = await createBackups({
    ...{
      storage: {
        holdFile: async () => async () => {},
        locks: { hold: (_, work) => work(), share: (_, work) => work() },
      },
      dataDir: folder,
      version: '1',
      logger,
      inProcess,
    },
    ...{ clock, steadyClock: clock },
    source: { kind: 'postgres', url: 'postgres://kefu@nowhere/kefu', name: 'nowhere/kefu' },
    daily: { folder: '/backups', keep: 3 },
  });
  onTestFinished(() => backups.close());
  await clock.advance(0);
  await vi.waitFor(async () => expect(await lastFailure(folder)).toEqual({ at: NOON, code: 'backup-disk-full' }));
  expect(plans).toMatchObject([{ keep: 3, target: '/backups/kefu-20261123-120000.sqlite' }]);
  expect(lines()).toEqual([expect.objectContaining({ code: 'backup-disk-full', msg: 'daily backup failed' })]);
  await noteBackup(folder, { at: NOON, file: '/backups/a', bytes: 1 });
  expect(await lastFailure(folder)).toBeNull();
});

test('two servers that share a data folder make one backup a night between them [S12]', async () => {
  const folder = tempFolder();
  const clock = virtualClock(NOON);
  const { logger } = collectedLog('warn');
  const targets: string[] = [];
  let finish = (): void => {};
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  let asked = 0;
  const inProcess: BackupNeeds['inProcess'] = ({ target, at }) => {
    targets.push(target);
    const made = finished
      .then(() => noteBackup(folder, { at, file: target, bytes: 1 }))
      .then(() => ({
        at,
        file: target,
        bytes: 1,
        rows: 1,
        removed: [],
      }));
    return { made, stop: () => {} };
  };
  const queue = namedQueue();
  const hold: typeof queue = (name, work) => {
    asked += 1;
    return queue(name, work);
  };
  for (const version of ['one', 'other']) {
    const backups = await createBackups({
      ...{ storage: { holdFile: async () => async () => {}, locks: { hold, share: hold } }, dataDir: folder, version },
      ...{ logger, inProcess, clock, steadyClock: clock },
      source: { kind: 'postgres', url: 'postgres://kefu@nowhere/kefu', name: 'nowhere/kefu' },
      daily: { folder: '/backups', keep: 3 },
    });
    onTestFinished(() => backups.close());
  }
  await clock.advance(0);
  await vi.waitFor(() => expect(asked).toBe(2));
  finish();
  await queue('daily backup', async () => {});
  expect(targets).toEqual(['/backups/kefu-20261123-120000.sqlite']);
});

test('the last half past three is today’s or yesterday’s', () => {
  expect(lastBackupTime(NIGHT)).toBe(NIGHT);
  expect(lastBackupTime(NIGHT - 1)).toBe(NIGHT - 24 * HOUR);
  expect(lastBackupTime(NOON)).toBe(NIGHT - 24 * HOUR);
});

test('notes are the server user’s alone, and one that can’t be read is none', async () => {
  const folder = tempFolder();
  await noteBackup(folder, { at: 5, file: '/backups/a', bytes: 1 });
  expect(statSync(join(folder, 'backup.json')).mode & 0o777).toBe(0o600);
  writeFileSync(join(folder, 'backup-failed.json'), '{');
  expect(await lastFailure(folder)).toBeNull();
});
