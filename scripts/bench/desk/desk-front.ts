/**
 * Stands before the product: its pages and answers come from there, its socket is spoken here, so that a desk gets the
 * log it is measured with. A product of itself would need an hour to say as much.
 */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { WireEvent } from '#contract/wire-events.ts';
import { portOf } from '#scripts/bench/server-process.ts';

export type DeskFront = {
  url: string;
  /** Adds to the log; a page that has joined is told. */
  say: (events: readonly WireEvent[]) => void;
  close: () => void;
};

/** Events in a message while a desk catches up. */
const PIECE = 500;

export const deskFront = async (productPort: number, drillId: string): Promise<DeskFront> => {
  const log: WireEvent[] = [];
  const http = createServer((asked, answered) => {
    const { url = '/', method, headers } = asked;
    const onward = request({ host: '127.0.0.1', port: productPort, path: url, method, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(answered);
    });
    onward.on('error', () => answered.destroy());
    asked.pipe(onward);
  });
  const sockets = new Server(http, { serveClient: false });
  const joined = new Set<Socket>();
  const tell = (socket: Socket, after: number): void => {
    for (let from = after; from < log.length; from += PIECE) {
      const upTo = Math.min(log.length, from + PIECE);
      const events = log.slice(from, upTo).map((event, index) => ({ seq: from + index + 1, event }));
      socket.emit('drill:events', { drillId, after: from, upTo, events, now: log.at(-1)?.at ?? 0, running: true });
    }
  };
  sockets.on('connection', (socket) => {
    socket.on('disconnect', () => joined.delete(socket));
    socket.onAny((name: string, payload: { after?: number }, ack?: (reply: unknown) => void) => {
      if (name === 'drill:join') {
        tell(socket, payload.after ?? 0);
        joined.add(socket);
      }
      const now = log.at(-1)?.at ?? 0;
      ack?.({ ok: true, value: { seq: log.length, now, mine: true, running: true } });
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(http.address())}`,
    say: (events) => {
      const after = log.length;
      log.push(...events);
      for (const socket of joined) tell(socket, after);
    },
    close: () => {
      sockets.close();
      http.closeAllConnections();
    },
  };
};
