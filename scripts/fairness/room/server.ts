/**
 * The room's server: one address on this machine, one JSON question per request, one JSON answer. It needs no password:
 * the answer key never leaves the room.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Room } from './room.ts';

const BODY_MAX = 16_384;
const OK = 200;
const REFUSED = 400;

/** Every request is a POST with a body of JSON, 16 KB at most. Refusals are `{code, message}` with 400. */
export const roomServer = (room: Room): Server => {
  return createServer((request, response) => {
    const answer = (status: number, value: object): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
      response.end(`${JSON.stringify(value)}\n`);
    };
    const refuse = (code: string, message: string): void => answer(REFUSED, { code, message });
    if (request.method !== 'POST' || !request.headers['content-type']?.startsWith('application/json'))
      return refuse('post-json', '用 POST 发 application/json');
    bodyOf(request)
      .then((body) => {
        if (body === null) return refuse('body-too-large', `一次最多 ${BODY_MAX} 字节`);
        const value = parsed(body);
        if (value === undefined) return refuse('body-unreadable', '不是 JSON');
        const answered = room(value);
        answer('code' in answered ? REFUSED : OK, answered);
      })
      .catch((error: unknown) => {
        // The error may quote content, so it is shown where the server runs and not to the player.
        console.error(error);
        answer(500, { code: 'room-failed', message: '房间出错了，告诉开房间的人' });
      });
  });
};

/** Null when it is longer than allowed; the rest is read and thrown away, so that the refusal arrives. */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length <= BODY_MAX) parts.push(bytes);
  }
  return length > BODY_MAX ? null : Buffer.concat(parts).toString('utf8');
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Listens on this machine alone; port 0 takes a free one. Resolves with the address players need. */
export const listenHere = (server: Server, port: number): Promise<string> => {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`);
    });
  });
};
