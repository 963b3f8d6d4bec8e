import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { childServer, top } from './child-server.ts';

const told = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ id: z.string(), state: z.string(), text: z.string(), advice: z.string().nullable() })),
});

/** `npm run doctor -- --json` as a process of its own. */
const doctor = async (env: Record<string, string>): Promise<{ code: number | null; told: z.infer<typeof told> }> => {
  const child = spawn(process.execPath, [join(top, 'scripts/doctor/doctor.mjs'), '--json'], {
    env: { ...process.env, HOST: '127.0.0.1', NO_BUILD: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await once(child, 'close');
  return { code: child.exitCode, told: told.parse(JSON.parse(text)) };
};

test('npm run doctor finds a running server by its port and lock, asks it, and leaves its files alone [W6]', async () => {
  const DATA_DIR = join(tempFolder(), 'data');
  const server = await childServer({ DATA_DIR });
  const port = new URL(server.url).port;
  const files = readdirSync(DATA_DIR).toSorted();
  const beside = await doctor({ DATA_DIR, PORT: port });
  const stateOf = (id: string) => beside.told.checks.find((check) => check.id === id);
  expect(stateOf('port')).toMatchObject({ state: 'sound', text: expect.stringContaining('用这份数据') });
  expect(stateOf('database')).toMatchObject({ state: 'sound', text: expect.stringContaining('它说能存') });
  expect(readdirSync(DATA_DIR).toSorted()).toEqual(files);
  expect([beside.code, beside.told.ok]).toEqual([0, true]);
  // The server has kept its locks: it stores, and a second one is refused as before.
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });

  const elsewhere = await doctor({ DATA_DIR: join(tempFolder(), 'data'), PORT: port });
  expect(elsewhere.told.checks.find(({ id }) => id === 'port')).toMatchObject({ state: 'bad' });
  expect([elsewhere.code, elsewhere.told.ok]).toEqual([1, false]);

  await server.kill('SIGTERM');
  const after = await doctor({ DATA_DIR, PORT: port });
  expect(after.told.checks.find(({ id }) => id === 'database')).toMatchObject({ state: 'sound' });
  expect(after.told.checks.find(({ id }) => id === 'schema')).toMatchObject({ state: 'sound' });
});
