import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Socket } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createStorageHealth } from '#storage/health/storage-health.ts';
import { openSqlite, writeTrialOf } from '#storage/opening/open-sqlite.ts';
import { wrapBetterSqlite } from '#storage/sqlite/better-sqlite.ts';
import { connectionOn } from '#storage/sqlite/sqlite-connection.ts';
import { createSqliteStorage } from '#storage/sqlite/sqlite-storage.ts';
import { sqliteTurns } from '#storage/sqlite/sqlite-turns.ts';
import type { Storage } from '#storage/storage.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, openDrill, type TestServer, testServer } from '#tests/http/support/test-server.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { connected, emit, hearing, message } from './test-socket.ts';

type Desk = { drillId: string; cookie: string; socket: Socket; heard: ReturnType<typeof hearing> };

const atDesk = async (server: TestServer): Promise<Desk> => {
  const { drillId, cookie } = await openDrill(server);
  const socket = await connected(server, cookie);
  const heard = hearing(socket);
  await emit(socket, 'drill:join', { drillId, after: 0, take: true });
  await emit(socket, 'drill:start', { drillId, commandId: 's' });
  return { drillId, cookie, socket, heard };
};

/** What a page hears of the storage, oldest first. */
const faultsHeard = (socket: Socket): unknown[] => {
  const heard: unknown[] = [];
  socket.on('storage:fault', ({ fault }: { fault: unknown }) => heard.push(fault));
  return heard;
};

const health = async ({ url }: TestServer) => {
  const { status, reply } = await ask(`${url}/healthz`);
  return { status, reply };
};
const GONE = { status: 503, reply: { ok: false, code: 'storage-gone' } };

const onFolder = async (): Promise<{ server: TestServer; dataDir: string; clock: VirtualClock }> => {
  const dataDir = join(tempFolder(), 'data');
  const clock = virtualClock();
  return { server: await testServer({ dataDir, clock }), dataDir, clock };
};

describe.skipIf(process.platform === 'win32')('a data folder that disappears while the server runs', () => {
  const file = (dataDir: string) => join(dataDir, 'kefu.sqlite');
  test.each([
    ['the file deleted', (dataDir: string) => unlinkSync(file(dataDir))],
    ['its log deleted', (dataDir: string) => unlinkSync(`${file(dataDir)}-wal`)],
    ['the folder deleted', (dataDir: string) => rmSync(dataDir, { recursive: true })],
    ['the folder renamed', (dataDir: string) => renameSync(dataDir, `${dataDir}-old`)],
    ['the file cut short', (dataDir: string) => truncateSync(file(dataDir), 0)],
    [
      'the folder made anew',
      (dataDir: string) => {
        rmSync(dataDir, { recursive: true });
        mkdirSync(dataDir);
        new Database(file(dataDir)).close();
      },
    ],
  ])('has nothing acknowledged any more: %s [S2]', async (_how, damage) => {
    const { server, dataDir } = await onFolder();
    const { drillId, socket, cookie, heard } = await atDesk(server);
    expect(await emit(socket, 'message:send', message(drillId, 'm1'))).toMatchObject({ ok: true });
    damage(dataDir);
    const left = existsSync(dataDir) ? readdirSync(dataDir) : null;
    const said = await emit(socket, 'message:send', message(drillId, 'm2'));
    expect(said).toMatchObject({ ok: false, error: { code: 'storage-gone' } });
    expect(heard.events().filter((event) => event.kind === 'trainee-said')).toMatchObject([{ id: 'm1' }]);
    const opened = await ask(`${server.url}/api/drills`, {
      method: 'POST',
      cookie,
      body: { scenarios: ['product-advice/toy'], seed: 1 },
    });
    expect([opened.status, codeOf(opened)]).toEqual([503, 'storage-gone']);
    expect(await health(server)).toEqual(GONE);
    expect(existsSync(dataDir) ? readdirSync(dataDir) : null).toEqual(left);
  });

  test('is told to every open page within a second, and what stood there goes on once the folder is back [S2]', async () => {
    const { server, dataDir, clock } = await onFolder();
    const { drillId, socket, heard } = await atDesk(server);
    const faults = faultsHeard(socket);
    await emit(socket, 'message:send', message(drillId, 'm1'));
    renameSync(dataDir, `${dataDir}-old`);
    await clock.advance(1000);
    const late = faultsHeard(await connected(server, null));
    expect(await emit(socket, 'message:send', message(drillId, 'm2'))).toMatchObject({ ok: false });
    // An acknowledgement stored before isn't repeated either: nobody would find it.
    expect(await emit(socket, 'message:send', message(drillId, 'm1'))).toMatchObject({
      error: { code: 'storage-gone' },
    });
    expect(faults).toEqual(['storage-gone']);
    renameSync(`${dataDir}-old`, dataDir);
    await clock.advance(1000);
    // The clock stood while nothing could be stored, and goes on after the countdown.
    expect(await heard.until(({ kind }) => kind === 'clock-stopped')).toMatchObject({ why: 'server', at: 0 });
    await clock.advance(6000);
    expect(await emit(socket, 'message:send', message(drillId, 'm2'))).toMatchObject({ ok: true });
    expect(faults).toEqual(['storage-gone', null]);
    expect(late.at(-1)).toBeNull();
    expect(heard.events().filter((event) => event.kind === 'trainee-said')).toMatchObject([{ id: 'm1' }, { id: 'm2' }]);
    expect((await health(server)).status).toBe(200);
  });
});

/** A server whose file may not grow while it is `full`, as on a disk without space; `free` is what the disk says. */
const onSmallDisk = async (minFreeBytes = 0) => {
  const dataDir = join(tempFolder(), 'data');
  await (await openSqlite(dataDir, 'normal')).close();
  const database = new Database(join(dataDir, 'kefu.sqlite'));
  database.pragma('journal_mode = wal');
  const disk = { free: 1_000_000_000 };
  const clock = virtualClock();
  const turns = sqliteTurns(connectionOn(wrapBetterSqlite(database)));
  const storage: Storage = createSqliteStorage(
    turns,
    createStorageHealth({
      isThere: () => true,
      tryWrite: writeTrialOf(turns),
      freeBytes: async () => disk.free,
      minFreeBytes,
    }),
    () => {},
  );
  const most = (pages: number) => database.pragma(`max_page_count = ${pages}`);
  const fill = (): void => {
    most(database.pragma('page_count', { simple: true }) as number);
    // Pages that were freed before would still take what is written.
    const insert = database.prepare('insert into first_write values (zeroblob(3000))');
    onTestFinished(() => void most(1_000_000));
    try {
      for (;;) insert.run();
    } catch {}
  };
  const server = await testServer({ storage, clock });
  return { server, storage, clock, disk, fill, empty: () => void most(1_000_000) };
};

describe('a full disk', () => {
  test('refuses in words, is told to staff and trainees, and is over once a write succeeds [S4]', async () => {
    const { server, storage, clock, fill, empty } = await onSmallDisk();
    await twoSchools(storage);
    const staff = await cookieOf(storage, 'mentor');
    const teacher = await cookieOf(storage, 'teacher');
    const { drillId, socket, heard } = await atDesk(server);
    const faults = faultsHeard(socket);
    expect(await ask(`${server.url}/api/storage`, { cookie: staff })).toMatchObject({
      reply: { ok: true, value: { fault: null } },
    });
    fill();
    const long = '亲，'.repeat(120);
    let refusal = await emit(socket, 'message:send', message(drillId, 'm0', long));
    for (let n = 1; refusal.ok && n < 30; n++)
      refusal = await emit(socket, 'message:send', message(drillId, `m${n}`, long));
    expect(refusal).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    expect(refusal).toMatchObject({ error: { message: expect.stringContaining('磁盘') } });
    const count = heard.events().filter(({ kind }) => kind === 'trainee-said').length;
    expect(await health(server)).toEqual({ status: 503, reply: { ok: false, code: 'storage-full' } });
    await clock.advance(6000);
    expect(await ask(`${server.url}/api/storage`, { cookie: staff })).toMatchObject({
      reply: { ok: true, value: { fault: 'storage-full' } },
    });
    const open = () =>
      ask(`${server.url}/api/drills`, { method: 'POST', body: { scenarios: ['product-advice/toy'], seed: 1 } });
    // The last page still has room for some.
    let opened = await open();
    for (let n = 0; opened.reply.ok && n < 30; n++) opened = await open();
    expect([opened.status, codeOf(opened)]).toEqual([503, 'storage-full']);
    const addClass = () =>
      ask(`${server.url}/api/classes`, { method: 'POST', cookie: teacher, body: { name: '电商班'.repeat(10) } });
    let added = await addClass();
    for (let n = 0; added.reply.ok && n < 90; n++) added = await addClass();
    expect([added.status, codeOf(added)]).toEqual([503, 'storage-full']);
    empty();
    // Five seconds to the next attempt to write, and five of countdown.
    await clock.advance(12_000);
    expect(await health(server)).toEqual({ status: 200, reply: { ok: true } });
    expect(await emit(socket, 'message:send', message(drillId, 'again', long))).toMatchObject({ ok: true });
    expect(heard.events().filter(({ kind }) => kind === 'trainee-said')).toHaveLength(count + 1);
    expect(faults).toEqual(['storage-full', null]);
  });

  test('is foretold where less space is left than the configuration asks for; trainees hear nothing of it [S4]', async () => {
    const { server, storage, clock, disk } = await onSmallDisk(200_000_000);
    await twoSchools(storage);
    const staffCookie = await cookieOf(storage, 'teacher');
    const trainee = faultsHeard(await connected(server, null));
    const staffPage = await connected(server, staffCookie);
    const staff = faultsHeard(staffPage);
    const told: unknown[] = [];
    staffPage.on('storage:fault', (status) => told.push(status));
    await clock.advance(30_000);
    expect((await health(server)).status).toBe(200);
    disk.free = 150_999_999;
    await clock.advance(30_000);
    expect(await health(server)).toEqual({ status: 503, reply: { ok: false, code: 'storage-low' } });
    expect(await ask(`${server.url}/api/storage`, { cookie: staffCookie })).toMatchObject({
      reply: { ok: true, value: { fault: 'storage-low', freeMb: 150 } },
    });
    const opened = await openDrill(server);
    expect(opened.drillId).toMatch(/^d/);
    disk.free = 1_000_000_000;
    await clock.advance(30_000);
    expect((await health(server)).status).toBe(200);
    expect(staff).toEqual(['storage-low', null]);
    expect(told[0]).toEqual({ fault: 'storage-low', freeMb: 150 });
    expect(trainee).toEqual([]);
  });

  test('is nobody’s to ask about but staff’s [S4]', async () => {
    const server = await testServer();
    await twoSchools(server.storage);
    const asTrainee = await ask(`${server.url}/api/storage`, { cookie: await cookieOf(server.storage, 'trainee') });
    expect(asTrainee.status).toBe(403);
    expect((await ask(`${server.url}/api/storage`)).status).toBe(401);
  });
});
