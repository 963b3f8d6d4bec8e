/** `npm start` in a process of its own, as built, with fresh data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portOf } from '#scripts/bench/server-process.ts';
import { startFlags } from '#scripts/built-server/start-flags.mjs';

export const TOP = fileURLToPath(new URL('../../..', import.meta.url));
const ASK_EVERY_MS = 100;

export type ProductProcess = { port: number; url: string; child: ChildProcess };

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  await once(server, 'close');
  return port;
};

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Builds what isn't built, and resolves once it serves. */
export const startProduct = async (dataDir: string): Promise<ProductProcess> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...startFlags(TOP), join(TOP, 'scripts', 'start.mjs')], {
    cwd: TOP,
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
    },
    // A bench says its figures and nothing else.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const serves = (): Promise<boolean> =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await serves())) {
    if (child.exitCode !== null) throw new Error('the product ended before it served');
    await pause(ASK_EVERY_MS);
  }
  return { port, url, child };
};
