/** A faulted server as the harness holds it: starts it, gives it orders, stops and kills its process. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Answer, answerSchema, type Order, type Start } from './orders.ts';

export type ServerHandle = {
  port: number;
  signal(signal: NodeJS.Signals): void;
  /** Carries an order out. Rejects where the server can't, or has ended. */
  order(order: Order): Promise<Answer>;
  /** Ends the process without a word, as kill -9 does. */
  kill(): Promise<void>;
  /** Whether it ended without having been killed. */
  hasCrashed(): boolean;
  /** What it wrote to standard error, the last of it. */
  complaints(): string;
};

/** The server refused to start, with the code of its StartError. */
export class StartRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the server didn't start: ${code}`);
    this.code = code;
  }
}

/** What a start is like from outside; `killAfterMs`: it is killed so soon after it was begun, whatever it does then. */
export type StartHow = { killAfterMs?: number };

/**
 * Starts `program`, the built file of `faulted-server.ts`. Resolves with null where it was killed before it served.
 * Rejects with StartRefused where it ended by itself.
 */
export const startServer = async (program: string, start: Start, how: StartHow = {}): Promise<ServerHandle | null> => {
  const child = fork(program, [JSON.stringify(start)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => void errors.splice(0, errors.length - 20, ...errors, String(chunk)));
  const exit = once(child, 'exit');
  let isKilled = false;
  const kill = async (): Promise<void> => {
    isKilled = true;
    child.kill('SIGKILL');
    await exit;
  };
  const early = how.killAfterMs === undefined ? null : setTimeout(() => void kill(), how.killAfterMs);
  const first = await Promise.race([nextAnswer(child), exit.then(() => null)]);
  if (early !== null) {
    await exit;
    clearTimeout(early);
    return null;
  }
  if (first?.kind !== 'ready') {
    await kill();
    throw new StartRefused(first?.kind === 'refused' ? first.code : `ended: ${errors.join('').slice(-500)}`);
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    port: first.port,
    signal: (signal) => void child.kill(signal),
    order: (order) => {
      // One after the other: an answer doesn't say which order it is to.
      const done = last.then(async () => {
        const answer = nextAnswer(child);
        child.send(order);
        const got = await Promise.race([answer, exit.then(() => null)]);
        if (got === null) throw new Error('the server has ended');
        if (got.kind === 'failed') throw new Error(got.why);
        return got;
      });
      last = done.catch(() => {});
      return done;
    },
    kill,
    hasCrashed: () => !isKilled && (child.exitCode !== null || child.signalCode !== null),
    complaints: () => errors.join('').slice(-2000),
  };
};

const nextAnswer = async (child: ChildProcess): Promise<Answer> => {
  const [message] = await once(child, 'message');
  return answerSchema.parse(message);
};
