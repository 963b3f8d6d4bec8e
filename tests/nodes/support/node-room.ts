/** A node of a cluster as the helpers of a desk's tests take it, and what its answers and logs are asked for. */
import type { Reply } from '#contract/errors.ts';
import type { Cluster, TestNode } from './cluster.ts';

export const room = ({ clock, storage }: Cluster, { runner }: TestNode) => ({
  clock,
  storage,
  runner,
  restart: async () => {},
});

export const code = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);

/** The kinds of all events of a drill's log, in order. */
export const kinds = async ({ storage }: Cluster, drillId: string): Promise<string[]> =>
  (await storage.read(drillId, 0)).flatMap(({ events }) => events.map(({ kind }) => kind));
