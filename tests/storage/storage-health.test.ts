import { linkSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import type { StorageFault } from '#contract/storage-status.ts';
import { observeErrors } from '#storage/health/error-observer.ts';
import { rememberFiles } from '#storage/health/file-identity.ts';
import { storageRefusal } from '#storage/health/storage-health.ts';
import { startStorageWatch } from '#storage/health/storage-watch.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { soundHealth } from '#tests/storage/support/storage-health-cases.ts';
import { tempFolder } from './temp-folder.ts';

const sqliteError = (code: string) => new Database.SqliteError('it failed', code);

describe('the health of a storage', () => {
  test.each([
    ['SQLITE_FULL', 'storage-full'],
    ['SQLITE_IOERR_WRITE', 'storage-failed'],
    ['SQLITE_READONLY_DBMOVED', 'storage-failed'],
    ['SQLITE_BUSY', 'storage-failed'],
    ['SQLITE_CORRUPT', 'storage-broken'],
    ['SQLITE_CONSTRAINT_UNIQUE', null],
  ] as const)('after %s is %s [S4]', (code, fault) => {
    const health = soundHealth();
    health.noteError(sqliteError(code));
    expect(health.status().fault).toBe(fault);
    expect(storageRefusal(sqliteError(code))).toBe(fault === 'storage-broken' ? 'storage-failed' : fault);
  });

  test('is the gravest of what is known, and an error of the program is no fault of it [S4]', async () => {
    let isThere = true;
    const health = soundHealth({ isThere: () => isThere, freeBytes: async () => 1_000_000, minFreeBytes: 2_000_000 });
    health.noteError(new Error('a bug'));
    expect(health.status()).toEqual({ fault: null, freeMb: null });
    await health.measure();
    expect(health.status()).toEqual({ fault: 'storage-low', freeMb: 1 });
    health.noteError(sqliteError('SQLITE_FULL'));
    expect([health.status().fault, health.refusal()]).toEqual(['storage-full', 'storage-full']);
    health.noteError(sqliteError('SQLITE_CORRUPT'));
    expect([health.status().fault, health.refusal()]).toEqual(['storage-broken', 'storage-failed']);
    isThere = false;
    expect(health.isGone()).toBe(true);
    expect([health.status().fault, health.refusal()]).toEqual(['storage-gone', 'storage-gone']);
  });

  test('goes on only when the watch has found the files again, so that the clocks are stopped first [S2]', () => {
    let isThere = false;
    const health = soundHealth({ isThere: () => isThere });
    expect(health.isGone()).toBe(true);
    isThere = true;
    expect(health.isGone()).toBe(true);
    health.checkFiles();
    expect(health.isGone()).toBe(false);
  });

  test('stays full until a write succeeds; a damaged file stays damaged [S4]', async () => {
    let code = 'SQLITE_FULL';
    let tries = 0;
    const health = soundHealth({
      tryWrite: () => {
        tries += 1;
        if (code !== '') throw sqliteError(code);
      },
    });
    await health.retryWrite();
    expect(tries).toBe(0);
    health.noteError(sqliteError(code));
    await health.retryWrite();
    expect([tries, health.status().fault]).toEqual([1, 'storage-full']);
    code = '';
    await health.retryWrite();
    expect(health.status().fault).toBeNull();
    health.noteError(sqliteError('SQLITE_CORRUPT_VTAB'));
    await health.retryWrite();
    expect(health.status().fault).toBe('storage-broken');
  });

  test('hears what any call of the storage throws, also in its parts, and the caller hears it, too [S4]', async () => {
    const heard: unknown[] = [];
    const error = sqliteError('SQLITE_FULL');
    const storage = observeErrors(
      {
        read: async (n: number) => n + 1,
        people: {
          change: async (): Promise<void> => {
            throw error;
          },
        },
      },
      (thrown) => heard.push(thrown),
    );
    expect(await storage.read(1)).toBe(2);
    await expect(storage.people.change()).rejects.toBe(error);
    expect(heard).toEqual([error]);
  });
});

describe('the watch', () => {
  test('tells each fault once, since when nothing was stored, and stops [S2]', async () => {
    const clock = virtualClock(0);
    let isThere = true;
    const told: (StorageFault | null | number)[] = [];
    const stop = startStorageWatch(soundHealth({ isThere: () => isThere }), clock, pino({ level: 'silent' }), {
      faultChanged: ({ fault }) => told.push(fault),
      storesAgain: (since) => told.push(since),
    });
    await clock.advance(10_500);
    isThere = false;
    await clock.advance(500);
    expect(told).toEqual(['storage-gone']);
    await clock.advance(60_000);
    isThere = true;
    await clock.advance(1000);
    // The drills' clocks go back to the last look that found the files, before the pages are told.
    expect(told).toEqual(['storage-gone', 10_000, null]);
    stop();
    isThere = false;
    await clock.advance(10_000);
    expect(told).toHaveLength(3);
  });
});

describe.skipIf(process.platform === 'win32')('files that are remembered', () => {
  const database = (): { folder: string; file: string } => {
    const folder = tempFolder();
    const file = join(folder, 'kefu.sqlite');
    writeFileSync(file, 'data');
    writeFileSync(`${file}-wal`, 'log');
    return { folder, file };
  };

  test('may grow, be linked elsewhere, and lie behind a linked folder [S2]', () => {
    const { folder, file } = database();
    const link = join(tempFolder(), 'data');
    symlinkSync(folder, link);
    const isSame = rememberFiles(join(link, 'kefu.sqlite'));
    writeFileSync(file, 'more data');
    linkSync(file, join(folder, 'copy'));
    expect(isSame()).toBe(true);
  });

  test('may be a link themselves: their log is where the file is [S2]', () => {
    const { file } = database();
    const link = join(tempFolder(), 'kefu.sqlite');
    symlinkSync(file, link);
    const isSame = rememberFiles(link);
    expect(isSame()).toBe(true);
    renameSync(`${file}-wal`, `${file}-old`);
    expect(isSame()).toBe(false);
  });

  test('aren’t the same once another file, even of the same words, is in their place, or one grew shorter [S2]', () => {
    const { file } = database();
    const isSame = rememberFiles(file);
    renameSync(file, `${file}-old`);
    expect(isSame()).toBe(false);
    writeFileSync(file, 'data');
    expect(isSame()).toBe(false);
    renameSync(`${file}-old`, file);
    expect(isSame()).toBe(true);
    writeFileSync(file, 'dat');
    expect(isSame()).toBe(false);
  });
});
