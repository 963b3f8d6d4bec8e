import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBackup } from '#backup/manifest.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { runCommand } from '#tests/support/commands.ts';
import { childServer } from './child-server.ts';

/** A command of the storage as a process of its own. */
const command = async (name: string, args: readonly string[], env: Record<string, string>) => {
  const { status, stdout, stderr } = await runCommand(`storage/${name}`, args, env);
  return { code: status, out: stdout, error: stderr };
};

test('npm run backup asks the running server, which keeps its file; npm run restore puts it back [S10] [S11]', async () => {
  const folder = tempFolder();
  const DATA_DIR = join(folder, 'data');
  const server = await childServer({ DATA_DIR });
  const file = join(folder, 'backups', 'monday.sqlite');
  const made = await command('backup', ['--to', file, '--lang', 'en'], { DATA_DIR });
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining(`Backup made: ${file}`) });
  expect(checkBackup(file)?.takenFrom).toBe(DATA_DIR);
  expect(statSync(join(DATA_DIR, 'kefu.door')).mode & 0o777).toBe(0o600);

  // The server has kept its locks and stores on.
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });
  const again = await command('backup', ['--to', file], { DATA_DIR });
  expect(again).toMatchObject({ code: 2, error: expect.stringMatching(/^backup-target-exists: .*已经有了/) });
  const busy = await command('restore', ['--from', file, '--replace'], { DATA_DIR });
  expect(busy).toMatchObject({ code: 2, error: expect.stringMatching(/^data-folder-in-use: /) });

  // Who knows the port and not the token hears nothing.
  const { port } = JSON.parse(readFileSync(join(DATA_DIR, 'kefu.door'), 'utf8'));
  const asked = await fetch(`http://127.0.0.1:${port}/backup`, { method: 'POST', body: '{"place":"/x","keep":null}' });
  expect(asked.status).toBe(403);
  await server.kill('SIGTERM');
  expect(readdirSync(DATA_DIR)).not.toContain('kefu.door');

  mkdirSync(join(folder, 'stopped'));
  const stopped = await command('backup', ['--to', join(folder, 'stopped'), '--keep', '2'], { DATA_DIR });
  expect(stopped.code).toBe(0);
  expect(readdirSync(join(folder, 'stopped'))).toEqual([expect.stringMatching(/^kefu-\d{8}-\d{6}\.sqlite$/)]);
  const restored = await command('restore', ['--from', file, '--replace'], { DATA_DIR });
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining(`${DATA_DIR}-before-restore-`) });
  const back = await childServer({ DATA_DIR });
  expect(await (await fetch(`${back.url}/healthz`)).json()).toEqual({ ok: true });
});

test('with BACKUP_DIR the server makes its first backup by itself, and ends in the midst of one without a trace [S12]', async () => {
  const folder = tempFolder();
  const DATA_DIR = join(folder, 'data');
  const BACKUP_DIR = join(folder, 'daily');
  const server = await childServer({ DATA_DIR, BACKUP_DIR });
  await expect.poll(() => readdirSync(DATA_DIR), { timeout: 300_000 }).toContain('backup.json');
  const { file } = JSON.parse(readFileSync(join(DATA_DIR, 'backup.json'), 'utf8'));
  expect(checkBackup(file)?.takenFrom).toBe(DATA_DIR);
  await server.kill('SIGTERM');
  const slow = await childServer({ DATA_DIR: join(folder, 'other'), BACKUP_DIR: join(folder, 'cut') });
  await slow.kill('SIGTERM');
  expect(readdirSync(join(folder, 'other'))).not.toContain('backup-failed.json');
});
