import type { IncomingMessage } from 'node:http';
import { type ClientAddress, limitedAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Storage } from '#storage/storage.ts';
import { type Allowance, createAllowances, UNLIMITED } from './allowances.ts';
import { type Connection, createConnections } from './connections.ts';
import type { DeskSocket } from './desk-socket.ts';
import { type SocketDevice, socketDevice } from './socket-device.ts';

/** The connection below a socket. */
export type EngineConnection = DeskSocket['conn'];

/** Packets that wait for the other end: with more it gets no missed events, with many more the connection is closed. */
const MAX_UNREAD_FOR_CATCH_UP = 32;
const MAX_UNREAD = 1000;

/** What holds for one connection, from its first packet to its last. */
export type ConnectionGuard = {
  allowance: Allowance;
  /** A command came. */
  noteCommand(): void;
  /** Whether the other end doesn't take what it is sent: what it asks for would only fill the memory. */
  isBehind(): boolean;
  /** Says how to close it with a reason, from when there is somebody to tell. */
  onClose(close: (code: ErrorCode) => void): void;
  close(code: ErrorCode): void;
};

export type Guard = {
  /** Whether a connection may be made by this request, which counts as a try. */
  admits(request: IncomingMessage): Promise<boolean>;
  /** Watches an admitted connection until it is closed. Closes any other. */
  watch(engineConnection: EngineConnection): void;
  of(engineConnection: EngineConnection): ConnectionGuard;
};

type GuardNeeds = {
  storage: Pick<Storage, 'guestByToken' | 'people'>;
  clock: Clock;
  steadyClock: Clock;
  clientAddress: ClientAddress;
  areLimitsLifted?: boolean;
};

/**
 * Keeps each device and each address within what it may do over all its connections together (RULES N8). Sessions go by
 * wall time (`clock`), rates by the steady one.
 */
export const createGuard = ({ storage, clock, steadyClock, clientAddress, areLimitsLifted }: GuardNeeds): Guard => {
  const deviceOf = (request: IncomingMessage): Promise<SocketDevice> =>
    socketDevice(storage, request, limitedAddress(clientAddress(request)), clock.now());
  const allowances = areLimitsLifted === true ? () => UNLIMITED : createAllowances(steadyClock.now);
  const connections = createConnections();
  const admittedDevices = new WeakMap<IncomingMessage, SocketDevice>();
  const guards = new WeakMap<EngineConnection, ConnectionGuard>();

  return {
    admits: async (request) => {
      const device = await deviceOf(request);
      if (!connections.hasRoom(device) || !allowances(device).connect()) return false;
      admittedDevices.set(request, device);
      return true;
    },
    watch: (engineConnection) => {
      const device = admittedDevices.get(engineConnection.request);
      // Of those that were let in at the same time the address may not have room for all.
      if (device === undefined || !connections.hasRoom(device)) return void engineConnection.close();
      const allowance = allowances(device);
      let unread = 0;
      let close = (_code: ErrorCode): void => void engineConnection.close();
      const connection: Connection = { usedAt: steadyClock.now(), giveWay: () => close('too-many-pages') };
      guards.set(engineConnection, {
        allowance,
        noteCommand: () => {
          connection.usedAt = steadyClock.now();
        },
        isBehind: () => unread > MAX_UNREAD_FOR_CATCH_UP,
        onClose: (closeWithCode) => {
          close = closeWithCode;
        },
        close: (code) => close(code),
      });
      engineConnection.on('packet', () => {
        if (!allowance.packet()) engineConnection.close();
      });
      engineConnection.on('packetCreate', () => {
        unread += 1;
        if (unread > MAX_UNREAD) engineConnection.close();
      });
      engineConnection.on('flush', () => {
        unread = 0;
      });
      engineConnection.on('close', () => connections.remove(device, connection));
      connections.add(device, connection);
    },
    of: (engineConnection) => {
      const guard = guards.get(engineConnection);
      if (guard === undefined) throw new Error('a connection was not watched from its start');
      return guard;
    },
  };
};
