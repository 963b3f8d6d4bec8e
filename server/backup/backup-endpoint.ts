import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request as requestTo } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { say } from '#i18n/say.ts';
import { BackupError, type ErrorMessage, errorMessageOf } from './backup-error.ts';
import { ProcessFailed } from './backup-process.ts';
import type { MadeBackup } from './make-backup.ts';

const ENDPOINT_FILE = 'kefu.door';
const endpointSchema = z.object({ port: z.int(), token: z.string() });
const requestSchema = z.object({ place: z.string().min(1), keep: z.int().positive().nullable() });
export type BackupRequest = z.infer<typeof requestSchema>;
const MAX_BYTES = 10_000;

export type BackupResponse = { ok: true; made: MadeBackup } | { ok: false; error: ErrorMessage };
const responseSchema = z.union([
  z.object({
    ok: z.literal(true),
    made: z.object({
      at: z.number(),
      file: z.string(),
      bytes: z.number(),
      rows: z.number(),
      removed: z.array(z.string()),
    }),
  }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), zh: z.string(), en: z.string() }) }),
]);

/**
 * The running server's endpoint for backups. It answers who may read its data folder and nobody else: a port of its own
 * on this machine, which no proxy passes on, and a token in a file that only the server's user reads. Windows has no
 * socket files, so it is HTTP everywhere. The returned function closes it.
 */
export const serveBackupRequests = async (
  dataDir: string,
  token: string,
  make: (parsed: BackupRequest) => Promise<MadeBackup>,
): Promise<() => Promise<void>> => {
  const answer = async (request: IncomingMessage): Promise<{ status: number; body: BackupResponse | null }> => {
    if (!isToken(request.headers.authorization, token)) return { status: 403, body: null };
    if (request.method !== 'POST' || request.url !== '/backup') return { status: 404, body: null };
    if (Number(request.headers['content-length'] ?? MAX_BYTES) >= MAX_BYTES) return { status: 413, body: null };
    const parsed = requestSchema.safeParse(jsonOf(await text(request)));
    if (!parsed.success) return { status: 400, body: null };
    return make(parsed.data).then(
      (made) => ({ status: 200, body: { ok: true, made } }),
      (error: unknown) => ({ status: 200, body: { ok: false, error: errorMessageOf(error) } }),
    );
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) => response.writeHead(status).end(body === null ? '' : JSON.stringify(body)),
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const file = join(dataDir, ENDPOINT_FILE);
  // Made anew: an old one may have other rights.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ port, token }), { flag: 'wx', mode: 0o600 });
  return async () => {
    rmSync(file, { force: true });
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
};

/** Compared by hashes: the time it takes tells nothing of the token, nor of its length. */
const isToken = (authorization: string | undefined, token: string): boolean => {
  const hash = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
};

/**
 * Asks the server that holds a data folder for a backup. Throws a BackupError `backup-no-answer` where it doesn't
 * answer, and a ProcessFailed with what it says where the backup failed.
 */
export const requestBackup = async (dataDir: string, request: BackupRequest): Promise<MadeBackup> => {
  const noAnswer = (cause?: unknown): BackupError =>
    new BackupError('backup-no-answer', () => say('server:backup.no-answer', { folder: dataDir }), cause);
  const endpoint = endpointSchema.safeParse(jsonOf(readOrEmpty(join(dataDir, ENDPOINT_FILE))));
  if (!endpoint.success) throw noAnswer();
  const { port, token } = endpoint.data;
  const body = await post(port, token, JSON.stringify(request)).catch((error: unknown) => {
    throw noAnswer(error);
  });
  const answer = responseSchema.safeParse(jsonOf(body));
  if (!answer.success) throw noAnswer();
  if (!answer.data.ok) throw new ProcessFailed(answer.data.error);
  return answer.data.made;
};

/** Not by fetch, which waits five minutes for an answer and no longer. */
const post = (port: number, token: string, body: string): Promise<string> => {
  return new Promise((done, failed) => {
    const headers = { authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
    const request = requestTo({ host: '127.0.0.1', port, path: '/backup', method: 'POST', headers }, (response) => {
      text(response).then(done, failed);
    });
    request.on('error', failed);
    request.end(body);
  });
};

const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};
