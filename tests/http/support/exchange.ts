/**
 * One request and its whole answer. A request by `fetch` takes 0.7 ms of processor time as Vitest's workers are started,
 * one by `node:http` 0.15 ms, and the tests make tens of thousands.
 */
import { Agent, type IncomingMessage, request } from 'node:http';
import { gunzipSync } from 'node:zlib';

type Sent = { method: string; headers: Record<string, string>; body: string | Uint8Array | null };
type Exchanged = { status: number; type: string; setCookies: string[]; headers: () => Headers; text: string };

const agent = new Agent({ keepAlive: true });
const decoder = new TextDecoder();

/** What `fetch` sends of itself. */
const OWN = {
  accept: '*/*',
  'accept-language': '*',
  'sec-fetch-mode': 'cors',
  'user-agent': 'node',
  'accept-encoding': 'gzip, deflate',
};

export const exchange = (url: string, { method, headers, body }: Sent): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sending = request(url, { method, agent, headers: { ...OWN, ...length, ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        try {
          resolve(exchanged(answer, Buffer.concat(parts)));
        } catch (error) {
          reject(error);
        }
      });
    });
    sending.on('error', reject);
    if (body === null) sending.end();
    else sending.end(body);
  });

const exchanged = (answer: IncomingMessage, bytes: Buffer): Exchanged => {
  const packed = answer.headers['content-encoding'] === 'gzip' && bytes.length > 0;
  return {
    status: answer.statusCode ?? 0,
    type: answer.headers['content-type'] ?? '',
    setCookies: answer.headers['set-cookie'] ?? [],
    headers: () => headersOf(answer),
    text: decoder.decode(packed ? gunzipSync(bytes) : bytes),
  };
};

const headersOf = ({ rawHeaders }: IncomingMessage): Headers => {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
};
