/**
 * One hostile device, in a process of its own so that what it sends and gets doesn't slow the trainees that are measured.
 * Arguments: address of the server, cookie, its own drill, a drill of somebody else. It takes attacks by name, and
 * `stop`, which it answers with what it got.
 */
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { type Attack, type Attacked, orderSchema } from './attacks.ts';

const SOCKETS = 40;
/** Commands of one socket that wait for an answer at any time. */
const IN_FLIGHT = 8;
const ACK_MS = 5000;
const AGAIN_MS = 20;

const [url = '', cookie = '', own = '', foreign = ''] = process.argv.slice(2);
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const GARBAGE: readonly [string, unknown][] = [
  ['drill:destroy', { text: 'x'.repeat(50_000) }],
  ['drill:join', { drillId: 7 }],
  ['drill:join', { drillId: foreign, after: 0, take: true }],
  ['message:typing', { drillId: foreign, conversation: 'c1' }],
  ['message:typing', { drillId: own, conversation: 'c99' }],
];
let sent = 0;
const NEXT: Record<Attack, () => readonly [string, unknown]> = {
  joins: () => ['drill:join', { drillId: own, after: 0, take: true }],
  garbage: () => GARBAGE[sent++ % GARBAGE.length] ?? ['drill:destroy', null],
  connects: () => ['drill:join', { drillId: own, after: 0, take: true }],
};

let attack: Attack | null = null;
let got: Attacked = { done: 0, refused: 0, connected: 0, lost: 0 };

/** Sends without a pause as long as the connection stands. */
const send = async (socket: Socket, next: () => readonly [string, unknown]): Promise<void> => {
  while (attack !== null && socket.connected) {
    const [name, payload] = next();
    const reply = await socket
      .timeout(ACK_MS)
      .emitWithAck(name, payload)
      .catch(() => null);
    if (reply?.ok === true) got.done += 1;
    else got.refused += 1;
  }
};

/** Connects again and again until the attack is over. */
const keepOn = async (kind: Attack): Promise<void> => {
  while (attack === kind) {
    const socket = io(url, {
      auth: { protocol: PROTOCOL_VERSION },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie },
    });
    const isUp = await new Promise<boolean>((done) => {
      socket.once('connect', () => done(true));
      socket.once('connect_error', () => done(false));
    });
    if (isUp) {
      got.connected += 1;
      if (kind === 'connects') await Promise.race([send(socket, NEXT[kind]), pause(AGAIN_MS)]);
      else await Promise.all(Array.from({ length: IN_FLIGHT }, () => send(socket, NEXT[kind])));
    } else got.lost += 1;
    socket.disconnect();
    await pause(AGAIN_MS);
  }
};

process.on('message', (message) => {
  const order = orderSchema.parse(message);
  if (order === 'stop') {
    attack = null;
    process.send?.(got);
    return;
  }
  got = { done: 0, refused: 0, connected: 0, lost: 0 };
  attack = order;
  for (let i = 0; i < SOCKETS; i++) void keepOn(order);
});
process.send?.('ready');
