import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseIn } from '#storage/files/data-files.ts';
import { ConnectionLost } from '#storage/health/storage-errors.ts';
import type { OpeningOptions } from '#storage/opening/open-sqlite.ts';
import { hasNodeSqlite } from '#storage/sqlite/node-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { THREAD } from '#storage/sqlite/thread-connection.ts';
import type { Storage } from '#storage/storage.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { append, row, storageContract } from './contract.ts';
import { everyContract } from './every-contract.ts';
import { leasesContract } from './leases-contract.ts';
import { personalDataContract } from './personal-data-contract.ts';
import { tempFolder } from './temp-folder.ts';

const inThread = { onLost: () => {} };
const open = (folder: string, options: OpeningOptions = {}): Promise<Storage> =>
  openReady(folder, 'full', { inThread, ...options });

const NAME = 'better-sqlite3 in a thread';
const openNew = (): Promise<Storage> => open(tempFolder());
// A thread for each test is three times the time of the same queries without; they differ only in how they get there.
if (sweepsAll) everyContract(NAME, openNew);
else {
  storageContract(NAME, openNew);
  leasesContract(NAME, openNew);
  personalDataContract(NAME, openNew);
}

/** The thread, which does `before` and `after` each append. `gate`: four bytes it shares with the test. */
const threadThat =
  (before: string, after = '', gate = new Int32Array(new SharedArrayBuffer(4))) =>
  (): Worker =>
    new Worker(
      `const { parentPort, workerData } = require('node:worker_threads');
    const { gate } = workerData;
    const on = parentPort.on.bind(parentPort);
    parentPort.on = (name, listener) => on(name, (message) => {
      const isAppend = message.question.kind === 'append';
      if (isAppend) { ${before} }
      listener(message);
      if (isAppend) { ${after} }
    });
    import(${JSON.stringify(THREAD.href)});`,
      { eval: true, execArgv: [], workerData: { gate } },
    );

describe('the file in a thread of its own', () => {
  test('a commit that waits for the disk holds nothing else, and is told once it is there [N20]', async () => {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const start = threadThat('Atomics.wait(gate, 0, 0);', '', gate);
    const storage = await open(tempFolder(), { inThread: { ...inThread, start } });
    await storage.createDrill(row('d1'));
    const told: string[] = [];
    const appending = storage.appendAll([append('d1', 0)]).then(() => told.push('stored'));
    // Asked for after the append, and so answered after it.
    const reading = storage.lengthOf('d1').then((length) => told.push(`read ${length}`));
    for (let turn = 0; turn < 50; turn++) await new Promise((done) => setImmediate(done));
    // The disk takes as long as the test says; with the file in this thread the loop would not have come here.
    expect(told).toEqual([]);
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await Promise.all([appending, reading]);
    expect(told).toEqual(['stored', 'read 1']);
    await storage.close();
  });

  test.each([
    ['before it has stored', 'process.exit(7);', '', 1],
    ['when it has stored and not said so', 'parentPort.postMessage = () => {};', 'process.exit(7);', 2],
  ])(
    '[N21] [S7] one that dies %s fails what was asked, and all acknowledged is there',
    async (_, before, after, length) => {
      const folder = tempFolder();
      const kept = await open(folder);
      await kept.createDrill(row('d1'));
      await kept.appendAll([append('d1', 0)]);
      await kept.close();
      const lost: Error[] = [];
      const start = threadThat(before, after);
      const storage = await open(folder, { inThread: { onLost: (error) => lost.push(error), start } });
      const asked = [storage.appendAll([append('d1', 1)]), storage.lengthOf('d1'), storage.guestByToken('t')];
      const ends = await Promise.allSettled(asked);
      for (const end of ends) expect(end).toMatchObject({ status: 'rejected', reason: expect.any(ConnectionLost) });
      await expect(storage.appendAll([append('d1', 1)])).rejects.toThrow('its thread ended with code 7');
      expect(lost).toHaveLength(1);
      storage.health.checkFiles();
      expect(storage.health.status().fault).not.toBeNull();
      await expect(storage.close()).rejects.toThrow(ConnectionLost);
      const again = await open(folder);
      expect(await again.lengthOf('d1')).toBe(length);
      await again.close();
    },
  );

  test('closing waits for what was asked before, and refuses what comes after', async () => {
    const folder = tempFolder();
    const storage = await open(folder);
    await storage.createDrill(row('d1'));
    const asked = [storage.appendAll([append('d1', 0)])];
    const closing = storage.close();
    await expect(storage.lengthOf('d1')).rejects.toThrow('the database is closed');
    await Promise.all([...asked, closing]);
    const again = await open(folder);
    expect(await again.lengthOf('d1')).toBe(1);
    await again.close();
  });

  test('is held alone, and each fault has its code [S1] [S3] [S4]', async () => {
    const folder = tempFolder();
    const storage = await open(folder);
    const other = openFile(databaseIn(folder));
    onTestFinished(() => other.close());
    expect(() => other.query('select count(*) from drills', [])).toThrow(
      expect.objectContaining({ code: 'SQLITE_BUSY' }),
    );
    await storage.createGuest('t', 'g', 1);
    // The error has SQLite's name of it, as in this thread.
    await expect(storage.createGuest('t', 'g', 1)).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    await storage.close();
    const broken = tempFolder();
    writeFileSync(join(broken, 'kefu.sqlite'), 'this is not a database, whatever its name says'.repeat(100));
    await expect(open(broken)).rejects.toMatchObject({ code: 'database-broken' });
  });

  test('files that are moved away are missed, and found again [S2]', async () => {
    const folder = tempFolder();
    const storage = await open(join(folder, 'data'));
    expect(storage.health.isGone()).toBe(false);
    renameSync(join(folder, 'data'), join(folder, 'away'));
    expect(storage.health.isGone()).toBe(true);
    renameSync(join(folder, 'away'), join(folder, 'data'));
    storage.health.checkFiles();
    expect(storage.health.isGone()).toBe(false);
    storage.health.noteError(Object.assign(new Error('full'), { name: 'SqliteError', code: 'SQLITE_FULL' }));
    await storage.health.retryWrite();
    expect(storage.health.status().fault).toBeNull();
    await storage.close();
  });

  test.runIf(hasNodeSqlite())('is opened there by Node’s own SQLite, too', async () => {
    const storage = await open(tempFolder(), { program: 'node:sqlite' });
    await storage.createDrill(row('d1'));
    expect(await storage.appendAll([append('d1', 0)])).toEqual([{ ok: true, value: undefined }]);
    expect(await storage.lengthOf('d1')).toBe(1);
    await storage.close();
  });
});
