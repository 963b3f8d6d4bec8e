/** Targets reached over a socket: commands, the handshake, frames of no client's. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import { type CommandName, commandSchemas } from '#contract/commands.ts';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { ANSWER_MS, CODES, type FuzzTarget, ODD_IDS, randomCookie, short } from './fuzz-target.ts';
import { asText, hostileValue, mutated, mutatedBytes, rightValue } from './generate.ts';

const COMMANDS = Object.keys(commandSchemas) as [CommandName, ...CommandName[]];

export const command: FuzzTarget = async ({ random, world, sockets }) => {
  const socket = random.oneOf(sockets);
  const isKnown = random.next() < 0.93;
  const name = isKnown
    ? random.oneOf(COMMANDS)
    : random.oneOf(['nothing', '__proto__', 'constructor', 'drill:destroy']);
  const schema = Object.hasOwn(commandSchemas, name) ? commandSchemas[name as CommandName] : null;
  let payload = schema === null ? hostileValue(random) : rightValue(schema, random, world.words);
  if (typeof payload === 'object' && payload !== null && schema !== null)
    payload = {
      ...payload,
      ...('drillId' in payload ? { drillId: world.ids.drill } : {}),
      ...('seatId' in payload ? { seatId: world.ids.seat } : {}),
      ...('runId' in payload ? { runId: world.ids.run } : {}),
    };
  if (random.next() < 0.6) payload = mutated(payload, random);
  const sent = `${name} ${short(payload)}`;
  if (!socket.connected) {
    await new Promise<void>((done) => {
      socket.once('connect', done);
      socket.connect();
      setTimeout(done, 5000);
    });
  }
  if (random.next() < 0.02) socket.send(payload, Buffer.from('x'));
  try {
    const reply = await socket.timeout(ANSWER_MS).emitWithAck(name, payload);
    if (reply?.ok === true) return { sent, wrong: null };
    const code = reply?.error?.code;
    return { sent, wrong: CODES.has(code) && code !== 'internal' ? null : `answered with ${short(reply)}` };
  } catch (error) {
    // A packet longer than the server reads ends the connection.
    return { sent, wrong: socket.connected ? `no answer: ${String(error)}` : null };
  }
};

export const handshake: FuzzTarget = async ({ server, world, random }) => {
  const auth =
    random.next() < 0.3
      ? { protocol: PROTOCOL_VERSION }
      : { protocol: hostileValue(random), more: hostileValue(random) };
  const socket = io(server.url, {
    ...{
      auth,
      forceNew: true,
      reconnection: false,
      timeout: ANSWER_MS,
      query: { lang: asText(hostileValue(random)).slice(0, 900) },
    },
    transports: [random.oneOf(['websocket', 'polling'])],
    extraHeaders: {
      cookie: random.next() < 0.5 ? randomCookie(world, random) : `kefu_session=${random.oneOf(ODD_IDS)}`,
      ...(random.next() < 0.1 ? { origin: 'http://elsewhere' } : {}),
    },
  });
  const wrong = await new Promise<string | null>((done) => {
    socket.once('connect', () => done(null));
    socket.once('connect_error', (error) =>
      done(error.message === 'timeout' || error.message === 'internal' ? `handshake: ${error.message}` : null),
    );
  });
  socket.disconnect();
  return { sent: `handshake ${short(auth)}`, wrong };
};

/** A frame as a browser writes it, masked; `opcode` as in RFC 6455. */
const frame = (payload: Buffer, opcode: number): Buffer => {
  const mask = randomBytes(4);
  const head =
    payload.length < 126
      ? [0x80 | opcode, 0x80 | payload.length]
      : [0x80 | opcode, 0x80 | 126, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from(head), mask, payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
};

const PACKETS: readonly [string, ...string[]] = [
  '40{"protocol":2}',
  '42["drill:join",{}]',
  '421["drill:join",{"drillId":1}]',
  '4',
  '2',
  '3',
  '1',
  '6',
  '45-["x"]',
  '451-["x",{"_placeholder":true,"num":0}]',
  '42[',
  '42{}',
  '4299999999999999999["x"]',
  '44{"a":1}',
  '40/other,{}',
  'b\u0000',
  '42["__proto__"]',
  '43[]',
  '431[]',
];
/** Speaks to the port itself: an upgrade with frames of no client's, or bytes that are no HTTP at all. */
export const frames: FuzzTarget = async ({ server, world, random }) => {
  const isUpgrade = random.next() < 0.8;
  const written: string[] = [];
  await new Promise<void>((done) => {
    const socket = connect(server.port, '127.0.0.1');
    const end = setTimeout(() => socket.destroy(), 60);
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(end);
      done();
    });
    if (!isUpgrade) {
      const bytes = mutatedBytes(Buffer.from(`GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde`), random);
      written.push(bytes.toString('latin1').slice(0, 100));
      return void socket.end(bytes);
    }
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nCookie: ${world.owner}\r\n\r\n`,
    );
    socket.once('data', () => {
      for (let more = random.between(1, 6); more > 0; more -= 1) {
        const bytes =
          random.next() < 0.6
            ? Buffer.from(random.oneOf(PACKETS))
            : mutatedBytes(Buffer.from(random.oneOf(PACKETS)), random);
        written.push(bytes.toString('latin1').slice(0, 40));
        socket.write(
          random.next() < 0.9
            ? frame(bytes, random.oneOf([1, 1, 1, 2, 8, 9, 10, 3]))
            : mutatedBytes(frame(bytes, 1), random),
        );
      }
    });
  });
  return { sent: `frames ${short(written)}`, wrong: null };
};
