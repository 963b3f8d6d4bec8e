import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WatchedServer, watchedServer } from './watched-server.ts';

/** A Redis of our own on a free port, which keeps nothing; nobody else's is ever touched. `start`: on the same port. */
export type PrivateRedis = WatchedServer & { url: string; port: number; remove(): Promise<void> };

/** Whether there is a Redis to run. */
export const hasRedis = (): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address();
      const port = at !== null && typeof at === 'object' ? at.port : 0;
      probe.close(() => found(port));
    });
  });

/** Starts it. Rejects where it doesn't start. */
export const startRedis = async (): Promise<PrivateRedis> => {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  const server = watchedServer({
    ...{ name: 'Redis', file: 'redis-server', ends: 'KILL' },
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    ready: { on: 'stdout', text: 'Ready to accept connections' },
  });
  await server.start();
  return {
    ...server,
    url: `redis://127.0.0.1:${port}`,
    port,
    remove: async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
