import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));

export type Product = {
  url: string;
  /** As in a power cut; `restart` brings it back on the same port and data. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
  /** Warnings and errors it has logged, but for how slow the machine's disk is: tests share it. */
  complaints(): string;
  /** What it has complained of so far is told no more. */
  forget(): void;
  /** Whether its process is there. */
  runs(): boolean;
};

/** `npm start` as it is built, in a process of its own, with fresh data in a new folder of this one. */
export const startProduct = async (folder = tmpdir()): Promise<Product> => {
  const dataDir = mkdtempSync(join(folder, 'kefu-browser-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server = launch(port, dataDir);
  await isUp(url, server);
  return {
    url,
    kill: () => end(server.child, 'SIGKILL'),
    restart: async () => {
      server = launch(port, dataDir);
      await isUp(url, server);
    },
    close: async () => {
      await end(server.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
    forget: () => void server.output.splice(0),
    runs: () => server.child.exitCode === null && server.child.signalCode === null,
    complaints: () =>
      server.output
        .join('')
        .replace(/^客服练兵场 已启动[\s\S]*?Ctrl\+C\n/, '')
        .replace(/^\{.*"warning":"disk-slow".*\}\n/gm, ''),
  };
};

type Running = { child: ChildProcess; output: string[] };

const launch = (port: number, dataDir: string): Running => {
  const child = spawn(process.execPath, [join(top, 'scripts', 'start.mjs')], {
    cwd: top,
    env: {
      ...process.env,
      NO_BUILD: '1',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A run that is broken off must not leave a server behind.
  const killed = () => void child.kill('SIGKILL');
  process.on('exit', killed);
  child.on('exit', () => process.off('exit', killed));
  const output: string[] = [];
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  return { child, output };
};

const isUp = (url: string, { child, output }: Running): Promise<unknown> =>
  eventually(
    'the product answers',
    async () => {
      if (child.exitCode !== null) throw new Error(`the product did not start:\n${output.join('')}`);
      return fetch(`${url}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      );
    },
    (ok) => ok,
  );

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address !== 'object') throw new Error('no free port');
  return address.port;
};
