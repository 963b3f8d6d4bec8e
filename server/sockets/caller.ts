import type { SeatViewer, WallViewer } from '#classroom/lesson/viewers.ts';
import type { PlayerViewer } from '#classroom/role-plays/player-viewers.ts';
import type { Acked } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { Told } from '#contract/sockets.ts';
import type { RolePlayState } from '#contract/together/role-plays.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { Caller } from './command-listeners.ts';
import type { DeskSocket } from './desk-socket.ts';

type Held = { events?: DrillEvents; typing: DrillTyping[] };

/** Those that hold something back in this moment. */
const holding: SocketViewer[] = [];
const tellAllHeld = (): void => {
  for (const viewer of holding.splice(0)) viewer.tellHeld();
};

/**
 * A socket at a desk. A class, as the three below: functions of its own for each of thousands of sockets would fill the
 * memory. Where the page takes it so, what a command led to waits for its acknowledgement and goes with it: one packet in
 * place of up to three, each of which costs the server and the page several microseconds. What no acknowledgement
 * follows in the same moment is told by itself; the order stays as it was said (RULES N24).
 */
export class SocketViewer implements Viewer {
  readonly #socket: DeskSocket;
  #held: Held | null = null;
  readonly id: string;
  constructor(socket: DeskSocket) {
    this.#socket = socket;
    this.id = socket.id;
  }
  sendEvents(message: DrillEvents): void {
    if (this.#socket.data.takesTold !== true) return void this.#socket.emit('drill:events', message);
    this.tellHeld();
    this.#hold().events = message;
  }
  sendTyping(message: DrillTyping): void {
    if (this.#socket.data.takesTold !== true) return void this.#socket.emit('drill:typing', message);
    this.#hold().typing.push(message);
  }
  sendTaken(message: { drillId: string }): void {
    this.tellHeld();
    this.#socket.emit('desk:taken', message);
  }
  sendMoved(): void {
    this.tellHeld();
    this.#socket.conn.close();
  }
  /** Tells what is held back by messages of their own. */
  tellHeld(): void {
    if (this.#held === null) return;
    const { events, typing } = this.#takeHeld();
    if (events !== undefined) this.#socket.emit('drill:events', events);
    for (const message of typing) this.#socket.emit('drill:typing', message);
  }
  /** The answer to a command with what it led to. `takesHeld`: an answer of this command can have it. */
  withHeld(answer: Reply<unknown>, takesHeld: boolean): Reply<unknown> {
    if (this.#held === null) return answer;
    if (!answer.ok || !takesHeld) {
      this.tellHeld();
      return answer;
    }
    const told: Told = this.#takeHeld();
    return { ok: true, value: { ...(answer.value as Acked), told } };
  }
  #hold(): Held {
    if (this.#held !== null) return this.#held;
    if (holding.length === 0) process.nextTick(tellAllHeld);
    holding.push(this);
    this.#held = { typing: [] };
    return this.#held;
  }
  #takeHeld(): Held {
    const held = this.#held ?? { typing: [] };
    this.#held = null;
    return held;
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
export const callerOf = (socket: DeskSocket): Caller & { viewer: SocketViewer } => ({
  viewer: new SocketViewer(socket),
  seat: new SocketSeat(socket),
  wall: new SocketWall(socket),
  player: new SocketPlayer(socket),
});
