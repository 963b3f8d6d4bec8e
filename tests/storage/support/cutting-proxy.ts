import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** What becomes of the connection on which the word is sent next. */
type Cut = {
  word: string;
  /**
   * Whether the server still gets the word; its answer is lost in any case. 'late': when the word is sent again, on
   * another connection, and carried out before it.
   */
  reachesServer: boolean | 'late';
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
export const cuttingProxy = async (folder: string, serverPort = 5440, port = 5441): Promise<CuttingProxy> => {
  const socketOf = (number: number): string => join(folder, `.s.PGSQL.${number}`);
  const open = new Set<Socket>();
  let next: Cut | null = null;
  let late: { word: string; bytes: Buffer; to: Socket } | null = null;
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
      if (late !== null && bytes.includes(late.word)) {
        const { to, bytes: lateBytes } = late;
        late = null;
        to.once('data', () => server.write(bytes));
        return void to.write(lateBytes);
      }
      if (next === null || !bytes.includes(next.word)) return void server.write(bytes);
      const { word, reachesServer, thenRefuses = false } = next;
      next = null;
      refuses = thenRefuses;
      isLost = true;
      if (reachesServer === true) server.write(bytes);
      else if (reachesServer === false) end();
      else {
        late = { word, to: server, bytes };
        client.off('close', end).destroy();
      }
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
};
