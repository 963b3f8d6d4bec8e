import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { builtModules, builtProgram, builtServer } from '#scripts/built-server/built-server.mjs';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { TOP } from '#tests/support/commands.ts';

const THREAD = `const { register } = await import('tsx/esm/api');
register();
await import('./in-thread.ts');`;
const IN_THREAD = `import { parentPort } from 'node:worker_threads';
import { greeting } from '#server/words.ts';
parentPort?.postMessage(greeting('thread'));`;
/** It reads a file of data beside its source, and one by its address, and starts a thread. */
const MAIN = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { greeting } from './words.ts';
export const main = async (): Promise<string[]> => {
  const thread = new Worker(new URL('./work/thread.mjs', import.meta.url));
  const said = await new Promise<string>((heard, failed) => thread.on('message', heard).on('error', failed));
  const data = readFileSync(join(import.meta.dirname, 'data.txt'), 'utf8');
  return [greeting('main'), said, data, readFileSync(new URL('data.txt', import.meta.url), 'utf8')];
};`;

const write = (top: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), text);
  }
};
const words = (greeting: string): string =>
  `export const greeting = (name: string): string => \`${greeting} \${name}\`;`;

const imported = (file: string) => import(/* @vite-ignore */ pathToFileURL(file).href);

const started = async (top: string): Promise<string[]> => {
  const built = await builtServer(top);
  if (built === null) throw new Error('not built');
  const { main }: { main: () => Promise<string[]> } = await imported(built);
  return main();
};

test('a built server starts its threads beside itself, reads data beside its sources, and is built anew when one changes', async () => {
  const top = tempFolder();
  write(top, {
    'package.json': '{ "type": "module", "imports": { "#server/*": "./server/*" } }',
    'package-lock.json': '{}',
    'server/main.ts': MAIN,
    'server/words.ts': words('hello'),
    'server/data.txt': 'data',
    'server/work/thread.mjs': THREAD,
    'server/work/in-thread.ts': IN_THREAD,
  });
  vi.stubEnv('NO_BUILD', '1');
  expect(await builtServer(top)).toBeNull();
  vi.stubEnv('NO_BUILD', '');
  expect(await started(top)).toEqual(['hello main', 'hello thread', 'data', 'data']);
  const first = await builtServer(top);

  write(top, { 'server/words.ts': words('goodbye') });
  vi.stubEnv('NO_BUILD', '1');
  expect(await builtServer(top)).toBeNull();
  vi.stubEnv('NO_BUILD', '');
  expect(await started(top)).toEqual(['goodbye main', 'goodbye thread', 'data', 'data']);
  expect(await builtServer(top)).not.toBe(first);
  // What a server that still runs would start its threads from.
  expect(readdirSync(join(top, 'dist', 'server'))).toHaveLength(2);
  vi.unstubAllEnvs();
});

test('a server whose sources can’t be bundled is started from them', async () => {
  const top = tempFolder();
  write(top, { 'package.json': '{}', 'package-lock.json': '{}', 'server/main.ts': 'export const = 1;' });
  expect(await builtServer(top)).toBeNull();
  expect(readdirSync(join(top, 'dist', 'server'))).toEqual([]);
});

test('two that build at once in one process build in folders of their own and get the same path', async () => {
  const top = tempFolder();
  write(top, {
    'package.json': '{ "type": "module", "imports": { "#server/*": "./server/*" } }',
    'package-lock.json': '{}',
    'server/main.ts': `import { greeting } from './words.ts';\nexport const main = async () => [greeting('main')];`,
    'server/words.ts': words('hello'),
  });
  const folder = join(top, 'dist', 'server');
  const seen = new Set<string>();
  const look = setInterval(() => {
    if (existsSync(folder)) for (const name of readdirSync(folder)) seen.add(name);
  }, 2);
  const [one = null, other] = await Promise.all([builtServer(top), builtServer(top)]);
  clearInterval(look);
  expect(one).not.toBeNull();
  expect(other).toBe(one);
  const used = basename(dirname(one ?? ''));
  expect(readdirSync(folder)).toEqual([used]);
  // In one folder, the one that was first would take it away while the other still writes.
  expect([...seen].filter((name) => name !== used)).toHaveLength(2);
});

test('a program beside the server is bundled with the others of the list, and one that isn’t on it is named', async () => {
  const built = await builtProgram(TOP, 'scripts/play.ts');
  expect(existsSync(join(dirname(built ?? ''), 'bots.mjs'))).toBe(true);
  expect(() => builtProgram(TOP, 'scripts/judge.ts')).toThrow('scripts/judge.ts');
});

test('built modules stand at the paths of their sources, share one instance, and keep what only a test asks for', async () => {
  const top = tempFolder();
  write(top, {
    'package.json': '{ "type": "module", "imports": { "#server/*": "./server/*" } }',
    'package-lock.json': '{}',
    'server/main.ts': `export { heard } from './area/list.ts';`,
    'server/area/list.ts': `import { readFileSync } from 'node:fs';
export const heard: string[] = [];
export const unusedElsewhere = (): string => readFileSync(new URL('data.txt', import.meta.url), 'utf8');`,
    'server/area/data.txt': 'data',
    'scripts/say.ts': `import { heard } from '#server/area/list.ts';
export const say = (word: string): number => heard.push(word);`,
  });
  const folder = await builtModules(top, join(top, 'dist/server/none'));
  if (folder === null) throw new Error('not built');
  const load = (path: string) => imported(join(folder, path));
  const { heard }: { heard: string[] } = await load('server/main.mjs');
  const { say }: { say: (word: string) => number } = await load('scripts/say.mjs');
  const list: { heard: string[]; unusedElsewhere: () => string } = await load('server/area/list.mjs');
  say('hello');
  expect(heard).toEqual(['hello']);
  expect(list.heard).toBe(heard);
  expect(list.unusedElsewhere()).toBe('data');
});
