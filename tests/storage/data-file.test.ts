import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { append, row } from './contract.ts';
import { tempFolder } from './temp-folder.ts';

const POSIX = process.platform !== 'win32';

/** A data folder that has held a school: a drill with a log of some pages. The server is stopped. */
const usedFolder = async (): Promise<{ folder: string; file: string }> => {
  const folder = tempFolder();
  const storage = await openSqlite(folder, 'normal');
  await storage.createDrill(row('d1'));
  for (let n = 0; n < 400; n++) await storage.putContent(`hash-${n}`, 'x'.repeat(500));
  await storage.appendAll([append('d1', 0)]);
  await storage.close();
  return { folder, file: join(folder, 'kefu.sqlite') };
};

/** Another program's connection to the file; closed after the test. */
const otherProgram = (file: string, options: Database.Options = {}): Database.Database => {
  const other = new Database(file, { timeout: 0, ...options });
  onTestFinished(() => void other.close());
  return other;
};

const codeOf = async (opening: Promise<{ close(): Promise<void> }>): Promise<string> => {
  try {
    await (await opening).close();
    return 'opened';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('the database file while the server runs', () => {
  test('can’t be locked, written or read by another program, so that no write ever waits for one [S1]', async () => {
    const folder = tempFolder();
    const storage = await openSqlite(folder, 'normal');
    onTestFinished(() => storage.close());
    const other = otherProgram(join(folder, 'kefu.sqlite'));
    for (const sql of ['begin exclusive', 'begin immediate', 'select count(*) from drills']) {
      expect(() => other.exec(sql), sql).toThrow('locked');
    }
    await storage.createDrill(row('d1'));
    expect(await storage.appendAll([append('d1', 0)])).toEqual([{ ok: true, value: undefined }]);
  });

  test.each(['begin immediate', 'begin exclusive', 'select count(*) from drills'])(
    'isn’t opened after another program’s «%s», and the program to close is named [S1]',
    async (sql) => {
      const { folder, file } = await usedFolder();
      const other = new Database(file, { timeout: 0 });
      if (sql.startsWith('begin')) other.exec(sql);
      else other.prepare(sql).get();
      await expect(openSqlite(folder, 'normal')).rejects.toMatchObject({
        code: 'database-in-use',
        zh: expect.stringMatching(/kefu\.sqlite.*(?:备份|查看)/),
        en: expect.stringMatching(/kefu\.sqlite.*(?:backup|browser)/),
      });
      other.close();
      expect(await codeOf(openSqlite(folder, 'normal'))).toBe('opened');
    },
  );
});

describe('a folder whose database is damaged or gone', () => {
  test.each([
    ['cut in half', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['cut inside its first page', (file: string) => truncateSync(file, 300)],
    [
      'with a page in its middle overwritten',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xa5, 4096 * 20, 4096 * 24);
        writeFileSync(file, bytes);
      },
    ],
    [
      'with its first page overwritten, but for the header',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 100, 4096);
        writeFileSync(file, bytes);
      },
    ],
  ])('isn’t served with a file %s, and nothing in it is changed [S3]', async (_how, damage) => {
    const { folder, file } = await usedFolder();
    damage(file);
    const before = readFileSync(file);
    await expect(openSqlite(folder, 'normal')).rejects.toMatchObject({
      code: 'database-broken',
      zh: expect.stringContaining('kefu.sqlite'),
      en: expect.stringContaining('kefu.sqlite'),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('keeps the log beside a damaged file, which a rescue needs [S3]', async () => {
    const { folder, file } = await usedFolder();
    const other = new Database(file);
    other.pragma('wal_autocheckpoint = 0');
    other.exec("insert into contents values ('late', 'one')");
    const kept = tempFolder();
    for (const name of ['kefu.sqlite', 'kefu.sqlite-wal']) copyFileSync(join(folder, name), join(kept, name));
    other.close();
    const bytes = readFileSync(join(kept, 'kefu.sqlite'));
    bytes.fill(0xa5, 4096 * 20, 4096 * 24);
    writeFileSync(join(kept, 'kefu.sqlite'), bytes);
    const log = readFileSync(join(kept, 'kefu.sqlite-wal'));
    expect(await codeOf(openSqlite(kept, 'normal'))).toBe('database-broken');
    expect(readFileSync(join(kept, 'kefu.sqlite-wal')).equals(log)).toBe(true);
  });

  test('isn’t begun anew where the file has disappeared or is empty [S3]', async () => {
    const { folder, file } = await usedFolder();
    rmSync(file);
    await expect(openSqlite(folder, 'normal')).rejects.toMatchObject({
      code: 'database-missing',
      zh: expect.stringContaining('DATA_DIR'),
      en: expect.stringContaining('DATA_DIR'),
    });
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, '');
    expect(await codeOf(openSqlite(folder, 'normal'))).toBe('database-missing');
    expect(statSync(file).size).toBe(0);
  });

  test('isn’t begun anew over a log that waits to be written into its database [S3]', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'kefu.sqlite-wal'), 'x'.repeat(9000));
    expect(await codeOf(openSqlite(folder, 'normal'))).toBe('database-missing');
    writeFileSync(join(folder, 'kefu.sqlite'), '');
    expect(await codeOf(openSqlite(folder, 'normal'))).toBe('database-missing');
    expect(statSync(join(folder, 'kefu.sqlite-wal')).size).toBe(9000);
  });

  test('isn’t begun anew over an empty file that never was a database [S3]', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'kefu.sqlite'), '');
    expect(await codeOf(openSqlite(folder, 'normal'))).toBe('database-missing');
  });

  test('isn’t filled with tables where the file is another program’s database [S3]', async () => {
    const folder = tempFolder();
    const foreign = new Database(join(folder, 'kefu.sqlite'));
    foreign.exec('create table notes (text text)');
    foreign.close();
    expect(await codeOf(openSqlite(folder, 'normal'))).toBe('database-broken');
  });

  test('goes on after a first start that was cut off before its database was whole [S3]', async () => {
    const folder = tempFolder();
    const cutOff = new Database(join(folder, 'kefu.sqlite.new'));
    cutOff.exec('create table drills (id text)');
    cutOff.close();
    writeFileSync(join(folder, 'kefu.sqlite.new-journal'), '');
    writeFileSync(join(folder, 'kefu.lock'), '');
    const storage = await openSqlite(folder, 'normal');
    await storage.createDrill(row('d1'));
    await storage.close();
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
    expect(await codeOf(openSqlite(folder, 'normal'))).toBe('opened');
  });

  test('is opened after a power cut in the middle of a write [S3]', async () => {
    const { file } = await usedFolder();
    const other = new Database(file);
    other.pragma('wal_autocheckpoint = 0');
    other.exec("insert into contents values ('late', 'one')");
    const kept = tempFolder();
    for (const name of ['kefu.sqlite', 'kefu.sqlite-wal']) copyFileSync(`${file}${name.slice(11)}`, join(kept, name));
    other.close();
    truncateSync(join(kept, 'kefu.sqlite-wal'), statSync(join(kept, 'kefu.sqlite-wal')).size - 100);
    const storage = await openSqlite(kept, 'normal');
    expect(await storage.content('hash-7')).toHaveLength(500);
    await storage.close();
  });
});

describe.runIf(POSIX)('the data folder', () => {
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  const modes = (folder: string): Record<string, string> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, mode(join(folder, name))]));

  test('and all files in it are its owner’s alone [S5]', async () => {
    const folder = join(tempFolder(), 'data');
    const storage = await openSqlite(folder, 'normal');
    await storage.createDrill(row('d1'));
    expect(mode(folder)).toBe('700');
    const found = modes(folder);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['kefu.lock', 'kefu.pid', 'kefu.sqlite', 'kefu.sqlite-wal']),
    );
    expect(new Set(Object.values(found))).toEqual(new Set(['600']));
    await storage.close();
  });

  test('made by an earlier version is closed to others, and one line says so [S5]', async () => {
    const { folder } = await usedFolder();
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    const said: string[] = [];
    await (await openSqlite(folder, 'normal', { warn: (text: string) => said.push(text) })).close();
    expect(mode(folder)).toBe('700');
    expect(mode(join(folder, 'kefu.sqlite'))).toBe('600');
    expect(said).toEqual([expect.stringContaining(folder)]);
    await (await openSqlite(folder, 'normal', { warn: (text: string) => said.push(text) })).close();
    expect(said).toHaveLength(1);
  });

  test('that holds other things, too, keeps its own rights: only our files are closed, and one line says so [S5]', async () => {
    const { folder } = await usedFolder();
    mkdirSync(join(folder, 'somebody-else'));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'kefu.sqlite'), 0o644);
    const said: string[] = [];
    await (await openSqlite(folder, 'normal', { warn: (text: string) => said.push(text) })).close();
    expect(mode(folder)).toBe('755');
    expect(mode(join(folder, 'kefu.sqlite'))).toBe('600');
    expect(said).toEqual([expect.stringContaining(folder)]);
  });
});
