/** A teacher's wall, as the benches need it: the socket and how much it was told. */
import { io, type Socket } from 'socket.io-client';
import { type ClientToServer, PROTOCOL_VERSION, type ServerToClient } from '#contract/sockets.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { ServerProcess } from './server-process.ts';

export type Wall = { socket: Socket<ServerToClient, ClientToServer>; frames: number; bytes: number; tiles: number };

/** Opens the wall of a run, by the server's teacher, and counts what comes. */
export const watch = async (server: ServerProcess, run: string): Promise<Wall> => {
  const socket: Wall['socket'] = io(server.url, {
    auth: { protocol: PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: server.wall?.cookie ?? '' },
  });
  const wall: Wall = { socket, frames: 0, bytes: 0, tiles: 0 };
  socket.on('wall:tiles', (message: WallTiles) => {
    wall.frames += 1;
    wall.bytes += JSON.stringify(message).length;
    wall.tiles += message.tiles.length;
  });
  const reply = await socket.timeout(30_000).emitWithAck('run:watch', { runId: run });
  if (!reply.ok) throw new Error(`the wall was refused: ${reply.error.code}`);
  return wall;
};
