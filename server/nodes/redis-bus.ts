import type { Logger } from 'pino';
import { createClient } from 'redis';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import type { BusListener, NodeBus, NodeMessage } from './node-bus.ts';

/** Channels: one that all nodes hear, and one for each node. */
const ALL_CHANNEL = 'kefu-drill:all';
const channelOf = (node: string): string => `kefu-drill:node:${node}`;

/** Milliseconds for the first connection, and between two tries after a loss at most. */
const CONNECT_TIMEOUT_MS = 3000;
const MAX_RETRY_MS = 1000;
/** A connection on which nothing comes back for so long is lost, though nobody has closed it. */
const PING_MS = 1000;
const SILENCE_TIMEOUT_MS = 4000;
/** Milliseconds in which Redis tells who listens; where it doesn't, nobody is taken for dead. */
const ASK_TIMEOUT_MS = 500;

type Envelope = { from: string; message: NodeMessage };

/**
 * Messages by Redis's channels. A message to a node that has just died is told to be unheard at once, because Redis
 * counts who listens; one to a node that hangs isn't. Nothing is kept: what is said while a connection is lost is lost,
 * and `changed` says so. Throws a StartError when Redis can't be reached.
 */
export const openRedisBus = async (url: string, name: string, logger: Logger): Promise<NodeBus> => {
  const place = placeOf(url);
  const newClient = () =>
    createClient({
      url,
      pingInterval: PING_MS,
      // What waits for a lost connection would be old when it is back.
      disableOfflineQueue: true,
      // A command that isn't answered is lost with its connection, by the silence below. The client would give each a timer
      // and an abort signal of its own, more than half of what a message costs.
      commandOptions: { timeout: 0 },
      socket: {
        connectTimeout: CONNECT_TIMEOUT_MS,
        socketTimeout: SILENCE_TIMEOUT_MS,
        reconnectStrategy: (tries) => Math.min(MAX_RETRY_MS, 50 * 2 ** tries),
      },
    });
  const [publisher, subscriber] = [newClient(), newClient()];
  let listener: BusListener | null = null;
  let isUp = false;
  let isClosed = false;

  const noteState = (): void => {
    const isUpNow = publisher.isReady && subscriber.isReady;
    if (isClosed || isUpNow === isUp) return;
    isUp = isUpNow;
    if (isUp) logger.warn({ place }, 'Redis is back');
    else logger.error({ place, code: 'redis-unreachable' }, 'Redis is lost');
    listener?.connectionChanged(isUp);
  };
  let fault = '';
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: unknown) => {
      fault = error instanceof Error ? error.message || String(error) : String(error);
      noteState();
    });
    client.on('ready', () => setImmediate(noteState));
    client.on('reconnecting', noteState);
    client.on('end', noteState);
  }

  const onText = (text: string): void => {
    const { from, message }: Envelope = JSON.parse(text);
    if (from !== name) listener?.received(from, message);
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    // Redis notices a closed connection a moment later, and would count it for a node that hears; this it answers.
    if (subscriber.isReady) await withTimeout(subscriber.unsubscribe(), CONNECT_TIMEOUT_MS).catch(() => {});
    await Promise.all([publisher, subscriber].map((client) => client.close().catch(() => client.destroy())));
  };

  try {
    await withTimeout(Promise.all([publisher.connect(), subscriber.connect()]), CONNECT_TIMEOUT_MS);
    await subscriber.subscribe([ALL_CHANNEL, channelOf(name)], onText);
    isUp = true;
  } catch (error) {
    isClosed = true;
    for (const client of [publisher, subscriber]) client.destroy();
    const why = fault === '' && error instanceof Error ? error.message : fault;
    throw new StartError(
      'redis-unreachable',
      () => say('server:start.redis-unreachable', { place, fault: why }),
      error,
    );
  }

  const publish = async (channel: string, message: NodeMessage): Promise<boolean> => {
    if (!publisher.isReady) return false;
    try {
      return (await publisher.publish(channel, JSON.stringify({ from: name, message } satisfies Envelope))) > 0;
    } catch (error) {
      logger.debug({ err: error, kind: message.kind }, 'not said to other nodes');
      return false;
    }
  };
  const isListening = async (node: string): Promise<boolean> => {
    if (!isUp) return true;
    const channel = channelOf(node);
    try {
      return Number((await withTimeout(publisher.pubSubNumSub([channel]), ASK_TIMEOUT_MS))[channel]) !== 0;
    } catch (error) {
      logger.debug({ err: error, node }, 'not asked who listens');
      return true;
    }
  };
  return {
    name,
    isListening,
    send: (to, message) => publish(channelOf(to), message),
    tellAll: (message) => void publish(ALL_CHANNEL, message),
    isUp: () => isUp,
    listen: (to) => {
      listener = to;
    },
    close,
  };
};

/** Where Redis is, without user and password. */
export const placeOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'REDIS_URL');

const withTimeout = <T>(work: Promise<T>, ms: number): Promise<T> => {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`no answer within ${ms} ms`)), ms);
    work.then(done, failed).finally(() => clearTimeout(timer));
  });
};
