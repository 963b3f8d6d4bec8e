import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFlags } from '#scripts/built-server/start-flags.mjs';
import { childServer } from '#tests/start/child-server.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { programNamed } from './nginx-server.ts';

const top = join(import.meta.dirname, '..', '..');
const UNIT = join(top, 'deploy', 'systemd', 'kefu@.service');

const settingsOf = (name: string): string[] =>
  [...readFileSync(UNIT, 'utf8').matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

test('the unit starts a server by the command it names, with no more environment than it gives', async () => {
  const [command = ''] = settingsOf('ExecStart');
  const [env, port, node, ...args] = command.split(' ');
  expect([env, port, node, args]).toEqual([
    '/usr/bin/env',
    'PORT=%i',
    '/usr/bin/node',
    [...startFlags(top), 'scripts/start.mjs'],
  ]);
  const given = settingsOf('Environment').flatMap((line) => line.split(' ').map((pair) => pair.split('=')));
  const environment: Record<string, string> = Object.fromEntries(given);
  expect(settingsOf('WorkingDirectory')).toEqual(['/opt/kefu']);
  const dataDir = join(tempFolder(), 'kefu');
  const server = await childServer({ ...environment, DATA_DIR: dataDir, PORT: '0' });
  expect((await fetch(new URL('/healthz', server.url))).status).toBe(200);
  expect(existsSync(join(dataDir, 'kefu.sqlite'))).toBe(true);
  expect(await server.kill(settingsOf('KillSignal')[0] as NodeJS.Signals)).toBe(0);
});

test('every setting of the example is one that the server reads', () => {
  const example = readFileSync(join(top, 'deploy', 'systemd', 'kefu.env.example'), 'utf8');
  const config = readFileSync(join(top, 'server', 'common', 'config.ts'), 'utf8');
  const names = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !config.includes(`| ${name} |`))).toEqual([]);
});

test.runIf(programNamed('systemd-analyze') !== null)('systemd finds nothing wrong with the unit', () => {
  const version = execFileSync('systemd-analyze', ['--version'], { encoding: 'utf8' });
  expect(version).toContain('systemd');
  // A machine without the programs that it names complains of these alone.
  const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', UNIT], { encoding: 'utf8' });
  expect(stderr.split('\n').filter((line) => line.includes('kefu@') && !line.includes('is not executable'))).toEqual(
    [],
  );
});
