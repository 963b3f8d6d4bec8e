/** One server process of a room: started, killed and stopped again and again, each time on another port. */
import type { Answer, Order, Start } from './orders.ts';
import type { CuttingProxy } from './proxy.ts';
import { type ServerHandle, StartRefused, startServer } from './server-handle.ts';
import { until } from './waiting.ts';

export type TestNode = {
  /** Null while it doesn't run. */
  port(): number | null;
  /** Between it and Redis; null: it has its database alone. */
  redis: CuttingProxy | null;
  /** `deaths`: milliseconds after which starts before that are killed themselves. */
  start(deaths?: readonly number[]): Promise<void>;
  /** Ends it as kill -9 does. Nothing where it doesn't run. */
  kill(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  order(order: Order): Promise<Answer>;
  /** What it wrote last where it ended by itself; null: it didn't. */
  crash(): string | null;
};

/** A node that `program` is to run, as `startNow` says at the moment of each start. It isn't started yet. */
export const createNode = (program: string, startNow: () => Start, redis: CuttingProxy | null): TestNode => {
  let server: ServerHandle | null = null;
  const running = (): ServerHandle => {
    if (server === null) throw new Error('no server runs');
    return server;
  };
  return {
    redis,
    port: () => server?.port ?? null,
    start: async (deaths = []) => {
      for (const killAfterMs of deaths) await startServer(program, startNow(), { killAfterMs });
      server = await until('the server starts', async () => {
        try {
          return await startServer(program, startNow());
        } catch (error) {
          // The one that was killed is still held for dead by its database, for a moment.
          if (error instanceof StartRefused && error.code === 'database-in-use') return null;
          throw error;
        }
      });
    },
    kill: async () => {
      const killed = server;
      server = null;
      await killed?.kill();
    },
    signal: (signal) => running().signal(signal),
    order: (order) => running().order(order),
    crash: () => (server?.hasCrashed() === true ? server.complaints() : null),
  };
};
