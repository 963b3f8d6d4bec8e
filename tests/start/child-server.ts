import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const top = fileURLToPath(new URL('../..', import.meta.url));

export type ChildServer = {
  url: string;
  /** What it printed while starting. */
  printed: string;
  startedInMs: number;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

export type Ended = { code: number | null; stdout: string; stderr: string };

/** `npm start` as a process of its own, without building; its port is free and its data where `env` says. */
export async function childServer(env: Record<string, string>): Promise<ChildServer> {
  const began = performance.now();
  const { child, output } = launch({ PORT: '0', HOST: '127.0.0.1', NO_BUILD: '1', ...env });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((found, failed) => {
    child.stdout?.on('data', () => {
      const [address] = /http:\/\/localhost:\d+/.exec(output.stdout) ?? [];
      if (address !== undefined) found(address.replace('localhost', '127.0.0.1'));
    });
    child.on('exit', () => failed(new Error(`it didn't start:\n${output.stdout}\n${output.stderr}`)));
  });
  const startedInMs = performance.now() - began;
  return {
    url,
    printed: output.stdout,
    startedInMs,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

/** Runs `npm start` where it can't start, to the end. */
export async function failedStart(env: Record<string, string>): Promise<Ended> {
  const { child, output } = launch({ PORT: '0', HOST: '127.0.0.1', NO_BUILD: '1', ...env });
  await once(child, 'close');
  return { code: child.exitCode, ...output };
}

function launch(env: Record<string, string>): { child: ChildProcess; output: { stdout: string; stderr: string } } {
  const child = spawn(process.execPath, [join(top, 'scripts', 'start.mjs')], {
    cwd: top,
    env: { ...process.env, LOG_LEVEL: 'fatal', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += chunk));
  child.stderr?.on('data', (chunk) => (output.stderr += chunk));
  return { child, output };
}
