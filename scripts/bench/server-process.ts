/** A server in a process of its own, so that the load doesn't share its event loop. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { builtProgram } from '#scripts/built-server/built-server.mjs';
import { startFlags } from '#scripts/built-server/start-flags.mjs';

const readySchema = z.strictObject({
  port: z.number(),
  drills: z.array(z.string()),
  /** Cookies of the devices the drills belong to, in their order; none: nobody asks for one. */
  cookies: z.array(z.string()),
  /** A teacher's cookie and the runs the drills belong to, in their order. */
  wall: z
    .strictObject({ cookie: z.string(), runs: z.array(z.string()) })
    .nullable()
    .default(null),
});
type Ready = z.infer<typeof readySchema>;
export type ServerProcess = Ready & { url: string; child: ChildProcess };

/** Said by the child once it serves. */
export const tell = (ready: z.input<typeof readySchema>): void => {
  process.send?.(ready);
};

/** The cookie of the device that a drill belongs to. */
export const cookieOf = ({ drills, cookies }: Ready, drill: string): string => cookies[drills.indexOf(drill)] ?? '';

export const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const TOP = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts a server of this folder, built as the product is and with the flags of `npm start`, the echo's too. From its
 * sources every function gets its name by `defineProperty`, which takes 256 bytes each: a seat then holds 38 kB that it
 * doesn't hold in a school.
 */
export const startServer = async (file: string, args: readonly string[]): Promise<ServerProcess> => {
  const built = await builtProgram(TOP, `scripts/bench/${file}`);
  const child = fork(built ?? join(TOP, 'scripts', 'bench', file), args, {
    // A bench that measures memory collects the garbage first.
    execArgv: ['--expose-gc', ...startFlags(TOP), ...(built === null ? ['--import', 'tsx'] : [])],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${file} ended before it served`);
  });
  // After it has served, its end is no failure.
  ended.catch(() => {});
  const [message] = await Promise.race([once(child, 'message'), ended]);
  const ready = readySchema.parse(message);
  return { ...ready, url: `http://127.0.0.1:${ready.port}`, child };
};

export const stopServer = async ({ child }: ServerProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};
