import type { Logger } from 'pino';
import { createClient } from 'redis';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import type { BusListener, NodeBus, NodeMessage } from './node-bus.ts';

/** Channels: one that all nodes hear, and one for each node. */
const ALL = 'kefu-drill:all';
const channelOf = (node: string): string => `kefu-drill:node:${node}`;

/** Milliseconds for the first connection, and between two tries after a loss at most. */
const FIRST_MS = 3000;
const AGAIN_MS = 1000;
/** A connection on which nothing comes back for so long is lost, though nobody has closed it. */
const PING_MS = 1000;
const SILENT_MS = 4000;

type Sent = { from: string; message: NodeMessage };

/**
 * Messages by Redis's channels. A message to a node that has just died is told to be unheard at once, because Redis
 * counts who listens; one to a node that hangs isn't. Nothing is kept: what is said while a connection is lost is lost,
 * and `changed` says so. Throws a StartError when Redis can't be reached.
 */
export async function openRedisBus(url: string, name: string, logger: Logger): Promise<NodeBus> {
  const place = placeOf(url);
  const newClient = () =>
    createClient({
      url,
      pingInterval: PING_MS,
      // What waits for a lost connection would be old when it is back.
      disableOfflineQueue: true,
      socket: {
        connectTimeout: FIRST_MS,
        socketTimeout: SILENT_MS,
        reconnectStrategy: (tries) => Math.min(AGAIN_MS, 50 * 2 ** tries),
      },
    });
  const [speaking, hearing] = [newClient(), newClient()];
  let listener: BusListener | null = null;
  let isUp = false;
  let isClosed = false;

  const note = (): void => {
    const isUpNow = speaking.isReady && hearing.isReady;
    if (isClosed || isUpNow === isUp) return;
    isUp = isUpNow;
    if (isUp) logger.warn({ place }, 'Redis is back');
    else logger.error({ place, code: 'redis-unreachable' }, 'Redis is lost');
    listener?.changed(isUp);
  };
  let fault = '';
  for (const client of [speaking, hearing]) {
    client.on('error', (error: unknown) => {
      fault = error instanceof Error ? error.message || String(error) : String(error);
      note();
    });
    client.on('ready', () => setImmediate(note));
    client.on('reconnecting', note);
    client.on('end', note);
  }

  const heard = (text: string): void => {
    const { from, message }: Sent = JSON.parse(text);
    if (from !== name) listener?.heard(from, message);
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    await Promise.all([speaking, hearing].map((client) => client.close().catch(() => client.destroy())));
  };

  try {
    await inTime(Promise.all([speaking.connect(), hearing.connect()]), FIRST_MS);
    await hearing.subscribe([ALL, channelOf(name)], heard);
    isUp = true;
  } catch (error) {
    isClosed = true;
    for (const client of [speaking, hearing]) client.destroy();
    const why = fault === '' && error instanceof Error ? error.message : fault;
    throw new StartError(
      'redis-unreachable',
      () => say('server:start.redis-unreachable', { place, fault: why }),
      error,
    );
  }

  const publish = async (channel: string, message: NodeMessage): Promise<boolean> => {
    if (!speaking.isReady) return false;
    try {
      return (await speaking.publish(channel, JSON.stringify({ from: name, message } satisfies Sent))) > 0;
    } catch (error) {
      logger.debug({ err: error, kind: message.kind }, 'not said to other nodes');
      return false;
    }
  };
  return {
    name,
    send: (to, message) => publish(channelOf(to), message),
    tellAll: (message) => void publish(ALL, message),
    isUp: () => isUp,
    listen: (to) => {
      listener = to;
    },
    close,
  };
}

/** Where Redis is, without user and password. */
export const placeOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'REDIS_URL');

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`no answer within ${ms} ms`)), ms);
    work.then(done, failed).finally(() => clearTimeout(timer));
  });
}
