/** The socket as a whole: its version, what each end may say, and what a command is answered with. */
import { z } from 'zod';
import type { RolePlayState } from '#contract/together/role-plays.ts';
import type { Acked, CommandName, CommandPayload, Joined } from './commands.ts';
import type { Failure, Reply } from './errors.ts';
import type { RunBody, SeatBody } from './runs.ts';
import type { StorageStatus } from './storage-status.ts';
import type { WallTiles } from './wall.ts';
import type { DrillEvents, DrillTyping } from './wire-events.ts';

/**
 * Goes up with every change of a command or an event that a page or a server of the release before wouldn't
 * understand: otherwise a page left open over an update would send and show what isn't so.
 */
export const PROTOCOL_VERSION = 5;

/** What a client says of itself while it connects. Another version, or none, is refused with `protocol-mismatch`. */
export const handshakeSchema = z.object({
  protocol: z.literal(PROTOCOL_VERSION),
  /** It takes what its own command led to with the acknowledgement (`Told`). Left out: by messages of their own. */
  takesTold: z.boolean().optional(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** What a command led to at its desk: the events, then who is typing. To be taken in before the acknowledgement is. */
export type Told = { events?: DrillEvents; typing?: readonly DrillTyping[] };

export type RunWatched = { run: RunBody; tiles: WallTiles };
/** Commands that are answered with another value than the log's length. */
type OtherValues = {
  'drill:join': Joined;
  'drill:watch': Joined;
  'drill:unwatch': null;
  'seat:join': SeatBody;
  'run:watch': RunWatched;
  'run:unwatch': null;
  'role:join': RolePlayState;
  'role:leave': null;
};
export type CommandValue = {
  [N in CommandName]: N extends keyof OtherValues ? OtherValues[N] : Acked & { told?: Told };
};

/** One object each, always acknowledged. */
export type ClientToServer = {
  [N in CommandName]: (payload: CommandPayload<N>, ack: (reply: Reply<CommandValue[N]>) => void) => void;
};
export type ServerToClient = {
  'drill:events': (message: DrillEvents) => void;
  'drill:typing': (message: DrillTyping) => void;
  /** Another tab took the desk (RULES N6). */
  'desk:taken': (message: { drillId: string }) => void;
  /** The last word on a connection that the server closes: `too-many-pages` or `too-many-refusals`. */
  'socket:closed': (why: Failure) => void;
  'seat:state': (message: SeatBody) => void;
  'wall:tiles': (message: WallTiles) => void;
  'run:state': (message: RunBody) => void;
  'role:state': (message: RolePlayState) => void;
  /** What keeps words from being stored, or that it is over. Warnings and the space left are told to staff only. */
  'storage:fault': (message: StorageStatus) => void;
};
export type EventName = keyof ServerToClient;
