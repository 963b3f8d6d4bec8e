/**
 * A proxy of bytes between the trainees and whichever servers serve now, or between a node and Redis. It can cut
 * connections in the middle of a frame.
 */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Direction = 'to-server' | 'to-trainee';
export type CuttingProxy = {
  url(protocol: 'http' | 'redis'): string;
  /** Connections are made to these ports from now on, in turn; none: to nobody. */
  aim(ports: readonly number[]): void;
  /** Cuts every connection that stands now, after so many more bytes have gone in the direction. */
  cutAfter(bytes: number, direction: Direction): void;
  /** How many connections were cut in their bytes since the last call. */
  cuts(): number;
  /** Cuts the connections to these ports at once. */
  dropTo(ports: readonly number[]): void;
  dropAll(): void;
  close(): Promise<void>;
};

/** `left`: bytes that still go through in a direction; null: any number. */
type Pair = { near: Socket; far: Socket; port: number; left: Record<Direction, number | null> };

export const startProxy = async (): Promise<CuttingProxy> => {
  let targets: readonly number[] = [];
  let turn = 0;
  let cut = 0;
  const pairs = new Set<Pair>();

  const drop = (pair: Pair): void => {
    pairs.delete(pair);
    pair.near.destroy();
    pair.far.destroy();
  };
  const pass = (pair: Pair, from: Socket, to: Socket, direction: Direction): void => {
    from.on('data', (chunk: Buffer) => {
      const left = pair.left[direction];
      if (left === null || chunk.length < left) {
        if (left !== null) pair.left[direction] = left - chunk.length;
        if (!to.write(chunk)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
        return;
      }
      cut += 1;
      // The last bytes go out before the connection ends: the other side gets half a frame.
      to.write(chunk.subarray(0, left), () => drop(pair));
    });
    from.on('error', () => drop(pair));
    from.on('close', () => drop(pair));
  };

  const server = createServer((near) => {
    const port = targets[turn++ % targets.length];
    if (port === undefined) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    const pair: Pair = { near, far, port, left: { 'to-server': null, 'to-trainee': null } };
    pairs.add(pair);
    near.setNoDelay(true);
    far.setNoDelay(true);
    pass(pair, near, far, 'to-server');
    pass(pair, far, near, 'to-trainee');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    url: (protocol) => `${protocol}://127.0.0.1:${address.port}`,
    aim: (ports) => {
      targets = ports;
    },
    cutAfter: (bytes, direction) => {
      for (const pair of pairs) pair.left[direction] = bytes;
    },
    cuts: () => {
      const since = cut;
      cut = 0;
      return since;
    },
    dropTo: (ports) => {
      for (const pair of pairs) if (ports.includes(pair.port)) drop(pair);
    },
    dropAll: () => {
      for (const pair of pairs) drop(pair);
    },
    close: async () => {
      for (const pair of pairs) drop(pair);
      server.close();
      await once(server, 'close');
    },
  };
};
