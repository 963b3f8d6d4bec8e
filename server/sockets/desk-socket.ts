/** A desk's socket and what its commands need. */
import type { Logger } from 'pino';
import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Classroom } from '#classroom/classroom.ts';
import type { Principal } from '#common/access.ts';
import type { ClientAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import type { Meter } from '#common/meter.ts';
import type { ClientToServer, ServerToClient } from '#contract/sockets.ts';
import type { StorageFault } from '#contract/storage-status.ts';
import type { DrillDesk, DrillViewing } from '#drills/runner/ports.ts';
import type { SessionEnds } from '#http/session/session-ends.ts';
import type { Language } from '#i18n/language.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * `language`: the tab's, from its handshake. A page keeps its language until it is loaded anew. `fault`: what the tab was
 * last told of the storage; left out: nothing yet. `takesTold`: see the handshake.
 */
export type SocketData = {
  principal: Principal;
  language: Language;
  fault?: StorageFault | null;
  takesTold?: boolean;
};

export type DeskSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

export type SocketNeeds = {
  storage: Storage;
  runner: DrillDesk & DrillViewing;
  classroom: Classroom;
  /** Wall time, which sessions go by. */
  clock: Clock;
  /** What a drill and the rate of commands go by. */
  steadyClock: Clock;
  logger: Logger;
  meter: Meter;
  publicUrl: string | null;
  clientAddress: ClientAddress;
  /** Calls back when sessions may have ended. */
  sessionEnds: Pick<SessionEnds, 'subscribe'>;
  /** See `limits` of the application's parts. Left out: no. */
  areLimitsLifted?: boolean;
};
