import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Figures } from '#scripts/bots/tally.ts';
import { commandNamed, TOP } from '#tests/support/commands.ts';

export type Bots = {
  /** Stops the bots and returns the figures they have counted. */
  stop(): Promise<Figures & { seats: number }>;
};

/** Simulated trainees in a process of their own, as `npm run -s bots` starts them. They stay until stopped. */
export const startBots = async (
  url: string,
  options: { seats: number; code: string; haste: number },
): Promise<Bots> => {
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, [...(await commandNamed('bots')), '--url', url, '--json', ...words], {
    cwd: TOP,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that is broken off must not leave a class behind.
  const killed = () => void child.kill('SIGKILL');
  process.on('exit', killed);
  child.on('exit', () => process.off('exit', killed));
  const said: string[] = [];
  const complained: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  child.stderr.on('data', (chunk) => complained.push(String(chunk)));
  const closed = once(child, 'close');
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
      if (said.length === 0) throw new Error(`the bots said nothing:\n${complained.join('')}`);
      return JSON.parse(said.join(''));
    },
  };
};
