/** The fuzzed server as the fuzz holds it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { builtProgram } from '#scripts/built-server/built-server.mjs';

const TOP = join(import.meta.dirname, '..', '..');
const PROGRAM = 'scripts/fuzz/fuzzed-server.ts';

export const SET_UP_CODE = 'ABCD2345';
/**
 * Headers of a request that has a connection for itself. A server closes one that was idle for five seconds, and whoever
 * takes it up in that moment gets no answer: what is closed without one here is the server's doing.
 */
export const OWN_CONNECTION = { connection: 'close' } as const;

const seenSchema = z.object({ faults: z.array(z.string()), worstMs: z.number(), rssMb: z.number() });
/** `faults`: what was logged as an error, and what nobody caught. `worstMs`: processor time by which the loop was held longest. */
export type Seen = z.infer<typeof seenSchema>;

export type FuzzServer = {
  url: string;
  port: number;
  /** What the server saw of itself since the last look. Rejects when it has ended. */
  look(): Promise<Seen>;
  close(): Promise<void>;
};

/** Starts it on an empty folder. */
export const startFuzzServer = async (folder: string): Promise<FuzzServer> => {
  const built = await builtProgram(TOP, PROGRAM);
  const child = fork(built ?? join(TOP, PROGRAM), [folder], {
    execArgv: ['--expose-gc', ...(built === null ? ['--import', 'tsx'] : [])],
  });
  const exit = once(child, 'exit');
  const ended = exit.then((): never => {
    throw new Error('the fuzzed server has ended');
  });
  ended.catch(() => {});
  const [message] = await Promise.race([once(child, 'message'), ended]);
  const { port } = z.object({ port: z.number() }).parse(message);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    look: async () => {
      const answer = once(child, 'message');
      child.send('look');
      const [seen] = await Promise.race([answer, ended]);
      return seenSchema.parse(seen);
    },
    close: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
};
