import type { SeatViewer, WallViewer } from '#classroom/lesson/viewers.ts';
import type { PlayerViewer } from '#classroom/role-plays/player-viewers.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { RolePlayState } from '#contract/together/role-plays.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { Caller } from './command-listeners.ts';
import type { DeskSocket } from './desk-socket.ts';

/** A socket at a desk. A class, as the two below: functions of its own for each of thousands of sockets would fill the memory. */
class SocketViewer implements Viewer {
  readonly #socket: DeskSocket;
  readonly id: string;
  constructor(socket: DeskSocket) {
    this.#socket = socket;
    this.id = socket.id;
  }
  sendEvents(message: DrillEvents): void {
    this.#socket.emit('drill:events', message);
  }
  sendTyping(message: DrillTyping): void {
    this.#socket.emit('drill:typing', message);
  }
  sendTaken(message: { drillId: string }): void {
    this.#socket.emit('desk:taken', message);
  }
  sendMoved(): void {
    this.#socket.conn.close();
  }
}

class SocketSeat implements SeatViewer {
  readonly #socket: DeskSocket;
  readonly id: string;
  readonly principal: SeatViewer['principal'];
  constructor(socket: DeskSocket) {
    this.#socket = socket;
    this.id = socket.id;
    this.principal = socket.data.principal;
  }
  sendState(body: SeatBody): void {
    this.#socket.emit('seat:state', body);
  }
}

class SocketWall implements WallViewer {
  readonly #socket: DeskSocket;
  readonly id: string;
  readonly language: WallViewer['language'];
  constructor(socket: DeskSocket) {
    this.#socket = socket;
    this.id = socket.id;
    this.language = socket.data.language;
  }
  sendTiles(message: WallTiles): void {
    this.#socket.emit('wall:tiles', message);
  }
  sendRun(body: RunBody): void {
    this.#socket.emit('run:state', body);
  }
}

class SocketPlayer implements PlayerViewer {
  readonly #socket: DeskSocket;
  readonly id: string;
  constructor(socket: DeskSocket) {
    this.#socket = socket;
    this.id = socket.id;
  }
  sendRole(state: RolePlayState): void {
    this.#socket.emit('role:state', state);
  }
}

/** The socket as desk, seat and wall know it. To be made when it is known who it is. */
export const callerOf = (socket: DeskSocket): Caller => ({
  viewer: new SocketViewer(socket),
  seat: new SocketSeat(socket),
  wall: new SocketWall(socket),
  player: new SocketPlayer(socket),
});
