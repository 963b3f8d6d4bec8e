import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** What becomes of the connection on which the word is sent next. */
type Cut = {
  word: string;
  /** Whether the server still gets the word; its answer is lost in any case. */
  reachesServer: boolean;
  /** Nobody gets through afterwards, until `open`. */
  thenRefuses?: boolean;
};
export type CuttingProxy = {
  port: number;
  cutAt(cut: Cut): void;
  open(): void;
  close(): Promise<void>;
};

/** Stands between a program and the PostgreSQL whose socket lies in `folder`, and can lose a connection at a word. */
export async function cuttingProxy(folder: string, serverPort = 5440, port = 5441): Promise<CuttingProxy> {
  const socketOf = (number: number): string => join(folder, `.s.PGSQL.${number}`);
  const open = new Set<Socket>();
  let next: Cut | null = null;
  let refuses = false;

  const proxy = createServer((client) => {
    if (refuses) return void client.destroy();
    const server = connect(socketOf(serverPort));
    open.add(client).add(server);
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    let isLost = false;
    for (const socket of [client, server]) socket.on('error', end).on('close', end);
    client.on('data', (bytes) => {
      if (next === null || !bytes.includes(next.word)) return void server.write(bytes);
      const { reachesServer, thenRefuses = false } = next;
      next = null;
      refuses = thenRefuses;
      isLost = true;
      if (reachesServer) server.write(bytes);
      else end();
    });
    server.on('data', (bytes) => (isLost ? end() : client.write(bytes)));
  });
  await new Promise<void>((resolve) => proxy.listen(socketOf(port), resolve));
  return {
    port,
    cutAt: (cut) => {
      next = cut;
    },
    open: () => {
      refuses = false;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        proxy.close(() => resolve());
      }),
  };
}
