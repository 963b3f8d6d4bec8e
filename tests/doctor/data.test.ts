import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkFolder } from '#scripts/doctor/data-folder.ts';
import { lookAtDatabase, servedDatabase } from '#scripts/doctor/database.ts';
import { holderOf } from '#scripts/doctor/lock.ts';
import { MIGRATION_NAMES } from '#storage/migrations/names.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { append, row } from '#tests/storage/contract.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const NEWEST = MIGRATION_NAMES[MIGRATION_NAMES.length - 1] ?? '';
const AT = 1_795_000_000_000;

/** A data folder as a server leaves it when it is stopped. */
const leftFolder = async (): Promise<{ folder: string; file: string }> => {
  const folder = join(tempFolder(), 'data');
  const storage = await openSqlite(folder, 'normal');
  await storage.createDrill(row('d1'));
  await storage.appendAll([append('d1', 0, { at: AT })]);
  const note = { at: AT, school: null, actor: null, kind: 'database-moved', subject: null, details: {} } as const;
  await storage.audit.append([note]);
  await storage.close();
  return { folder, file: join(folder, 'kefu.sqlite') };
};

/** Everything in a folder: names, sizes, rights and bytes. */
const imageOf = (folder: string) =>
  readdirSync(folder).map((name) => {
    const { size, mode, mtimeMs } = statSync(join(folder, name));
    return { name, size, mode, mtimeMs, bytes: readFileSync(join(folder, name)).toString('base64') };
  });

describe('the look at a database', () => {
  test('finds it sound, of this version, with its newest time, and changes nothing [W6]', async () => {
    const { folder } = await leftFolder();
    const before = imageOf(folder);
    const { database, schema, audit, newest } = await lookAtDatabase(folder);
    expect([database.state, schema?.state, audit?.text, newest]).toEqual(['sound', 'sound', '1 条，前后相连', AT]);
    expect(imageOf(folder)).toEqual(before);
  });

  test('says that there is none yet, before the first start and after one that was cut off', async () => {
    const folder = tempFolder();
    expect((await lookAtDatabase(join(folder, 'none'))).database).toMatchObject({ state: 'sound' });
    writeFileSync(join(folder, 'kefu.sqlite.new'), '');
    expect((await lookAtDatabase(folder)).database).toMatchObject({ state: 'sound', text: '还没有，第一次启动时建' });
  });

  test.each([
    ['gone', (file: string) => truncateSync(file, 0), /^不见了/],
    // A page of one of the many tables: only the check of all pages comes there.
    ['damaged', (file: string) => writeFileSync(file, readFileSync(file).fill(7, 81_920, 82_120)), /已损坏/],
    ['another program’s', (file: string) => writeFileSync(file, 'hello '.repeat(1000)), /不是本程序的/],
  ])('says that it is %s, with what to do, and changes nothing [W6]', async (_, harm, text) => {
    const { folder, file } = await leftFolder();
    harm(file);
    const before = imageOf(folder);
    const { database } = await lookAtDatabase(folder);
    expect([database.state, database.text]).toEqual(['bad', expect.stringMatching(text)]);
    expect(database.advice).toMatch(/DATA_DIR/);
    expect(imageOf(folder)).toEqual(before);
  });

  test('says which row of the audit trail was changed [P6]', async () => {
    const { folder, file } = await leftFolder();
    const database = new Database(file);
    database.exec('update audit_trail set at = 1');
    database.close();
    const { audit } = await lookAtDatabase(folder);
    expect(audit).toMatchObject({ state: 'bad', text: '第 1 条和记下时不一样，或者缺了' });
  });

  test('leaves what a server that was cut off has not written back to the next start', async () => {
    const { folder, file } = await leftFolder();
    writeFileSync(`${file}-wal`, 'not yet written back');
    expect((await lookAtDatabase(folder)).database).toMatchObject({
      state: 'warn',
      text: expect.stringContaining('kefu.sqlite-wal'),
    });
    expect(existsSync(`${file}-shm`)).toBe(false);
  });

  test.each([
    [`delete from kefu_m where name = '${NEWEST}'`, 'sound', new RegExp(`下次启动时升到 ${NEWEST}`)],
    ["insert into kefu_m values ('999-later', '2030')", 'bad', /999-later/],
  ])('tells an older and a newer version apart: %s', async (sql, state, text) => {
    const { folder, file } = await leftFolder();
    const database = new Database(file);
    database.exec(sql.replace('kefu_m', 'kysely_migration'));
    database.close();
    const { schema } = await lookAtDatabase(folder);
    expect([schema?.state, schema?.text]).toEqual([state, expect.stringMatching(text)]);
  });
});

describe('a database that a server holds', () => {
  test.each([
    [{ program: 'ours', fault: null } as const, 'sound', /它说能存/],
    [{ program: 'ours', fault: 'storage-full' } as const, 'bad', /storage-full/],
    [{ program: 'ours', fault: 'silent' } as const, 'warn', /没有问到/],
    [{ program: 'none' } as const, 'warn', /进程 42/],
  ])('is as %j says [W6]', (answering, state, text) => {
    const { database, newest } = servedDatabase('42', answering);
    expect([database.state, database.text, newest]).toEqual([state, expect.stringMatching(text), null]);
  });

  test('is told by the lock, which is not taken: a folder that nobody holds has no holder', async () => {
    const { folder } = await leftFolder();
    expect(holderOf(folder)).toBeNull();
    expect(holderOf(tempFolder())).toBeNull();
    const before = imageOf(folder);
    holderOf(folder);
    expect(imageOf(folder)).toEqual(before);
  });
});

describe('the look at the data folder', () => {
  const uid = process.getuid?.() ?? 0;

  test('finds a server’s own folder closed to others', async () => {
    const { folder } = await leftFolder();
    expect(checkFolder(folder, uid)).toMatchObject({ state: 'sound' });
    expect(checkFolder(folder, null)).toMatchObject({ state: 'sound', text: expect.stringContaining('能写') });
  });

  test('says what other users of the machine can open', async () => {
    const { folder, file } = await leftFolder();
    chmodSync(file, 0o644);
    chmodSync(folder, 0o755);
    const { state, text } = checkFolder(folder, uid);
    expect(state).toBe('warn');
    expect(text).toContain(folder);
    expect(text).toContain('kefu.sqlite');
    expect(text).not.toContain('kefu.lock');
  });

  test('says that a file stands where the folder should be', () => {
    const file = join(tempFolder(), 'data');
    writeFileSync(file, '');
    expect(checkFolder(file, uid)).toMatchObject({ state: 'bad', advice: expect.stringContaining('DATA_DIR') });
  });

  test('says where the first start makes it', () => {
    expect(checkFolder(join(tempFolder(), 'a', 'b'), uid)).toMatchObject({ state: 'sound' });
  });

  test('tells root that the files are another user’s, whose server couldn’t open what root’s makes', async () => {
    const { folder, file } = await leftFolder();
    if (uid === 0) chownSync(file, 1, 1);
    expect(checkFolder(folder, 0)).toMatchObject({ state: 'warn', text: expect.stringContaining('kefu.sqlite') });
  });
});
