import type { DeskSocket } from './desk-socket.ts';

/** The connection below a socket. */
type EngineConnection = Pick<DeskSocket['conn'], 'on' | 'transport' | 'request'>;

/**
 * Sends what a page is told in one moment by one write to its connection. A reply is told by two packets at least, its
 * events and its acknowledgement, and each write by itself costs the server and the page a call of the system: together
 * a quarter of the processor time of a reply. Packets wait for the end of the callback that makes them, no longer, and
 * keep their order. Returns what watches a new connection. One that polls is left as it is: its packets wait for the
 * next poll anyway.
 */
export const createWriteBatcher = (): ((connection: EngineConnection) => void) => {
  const waiting: EngineConnection[] = [];
  const send = ({ transport, request }: EngineConnection): void => {
    request.socket.cork();
    transport.writable = true;
    // What engine.io says itself when a write is over: the packets that wait are sent now.
    transport.emit('ready');
    request.socket.uncork();
  };
  const flush = (): void => {
    try {
      for (let connection = waiting.shift(); connection !== undefined; connection = waiting.shift()) send(connection);
    } finally {
      // One connection's fault must not leave the others waiting.
      if (waiting.length > 0) process.nextTick(flush);
    }
  };
  return (connection) => {
    // Said of each packet before it is sent. A transport that can't be written to sends its packets later, together.
    connection.on('packetCreate', () => {
      const { transport } = connection;
      if (transport.name !== 'websocket' || !transport.writable) return;
      transport.writable = false;
      if (waiting.length === 0) process.nextTick(flush);
      waiting.push(connection);
    });
  };
};
