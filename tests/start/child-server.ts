import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { startFlags } from '#scripts/built-server/start-flags.mjs';

export const top = fileURLToPath(new URL('../..', import.meta.url));

const START = [...startFlags(top), join(top, 'scripts', 'start.mjs')];

export type ChildServer = {
  url: string;
  /** What it printed while starting. */
  printed: string;
  /** What it has printed, as it grows. */
  output: { stdout: string; stderr: string };
  startedInMs: number;
  /** Resolves once nothing is left that could print: the program, and what it started, too. */
  silent: Promise<unknown>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

export type Ended = { code: number | null; stdout: string; stderr: string };

/** `npm start` as a process of its own, without building; its port is free and its data where `env` says. */
export const childServer = async (
  env: Record<string, string>,
  program = process.execPath,
  args = START,
): Promise<ChildServer> => {
  const began = performance.now();
  const { child, output } = launch({ PORT: '0', HOST: '127.0.0.1', NO_BUILD: '1', ...env }, program, args);
  const [exited, silent] = [once(child, 'exit'), once(child, 'close')];
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
    output,
    startedInMs,
    silent,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
};

/** The same through npm itself, which puts a shell in between. */
export const throughNpm = (env: Record<string, string>): Promise<ChildServer> =>
  childServer(env, 'npm', ['start', '--silent']);

/** Runs `npm start` where it can't start, to the end. */
export const failedStart = async (env: Record<string, string>): Promise<Ended> => {
  const { child, output } = launch({ PORT: '0', HOST: '127.0.0.1', NO_BUILD: '1', ...env }, process.execPath, START);
  await once(child, 'close');
  return { code: child.exitCode, ...output };
};

type Launched = { child: ChildProcess; output: { stdout: string; stderr: string } };

const launch = (env: Record<string, string>, program: string, args: readonly string[]): Launched => {
  const child = spawn(program, args, {
    cwd: top,
    env: { ...process.env, LOG_LEVEL: 'fatal', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += chunk));
  child.stderr?.on('data', (chunk) => (output.stderr += chunk));
  return { child, output };
};
