import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import { say } from '#i18n/say.ts';
import { bad, type Check, ok, warn } from './check.ts';

const ASK_MS = 3000;

/** What answers on a port. `fault`: the code it tells, null where it stores; `silent`: it is ours and didn't say. */
export type Answering =
  | { program: 'none' }
  | { program: 'other' }
  | { program: 'ours'; fault: string | null | 'silent' };

const healthSchema = z.object({ ok: z.boolean(), code: z.string().optional() });
/** Only this program answers so. */
const meSchema = z.object({ ok: z.literal(true), value: z.object({ setup: z.object({ needed: z.boolean() }) }) });

/** Asks whatever listens on the port whether it is this program, and how it is. */
export const whoAnswers = async (host: string, port: number): Promise<Answering> => {
  const at = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  const me = await jsonAt(`${at}/api/me`);
  if (!meSchema.safeParse(me).success) return { program: 'other' };
  const health = healthSchema.safeParse(await jsonAt(`${at}/healthz`));
  if (!health.success) return { program: 'ours', fault: 'silent' };
  return { program: 'ours', fault: health.data.ok ? null : (health.data.code ?? 'silent') };
};

const jsonAt = async (url: string): Promise<unknown> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ASK_MS) });
    return await response.json();
  } catch {
    return null;
  }
};

/** The error code of listening there for a moment, or null when it went well. */
export const listenError = async (host: string, port: number): Promise<string | null> => {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN';
  } finally {
    server.close();
  }
};

/** `holder`: the process that holds the data folder, or null; `taken`: `listenError`. */
export const checkPort = (
  { host, port }: { host: string; port: number },
  holder: string | null,
  taken: string | null,
  answering: Answering,
): Check => {
  if (port === 0) return ok('port', say('doctor:port.any'));
  if (taken === 'EADDRNOTAVAIL' || taken === 'ENOTFOUND') {
    return bad('port', say('doctor:port.host', { host }), say('doctor:port.host-advice'));
  }
  const stop = say('doctor:port.stop', { next: port + 1 });
  if (taken === 'EADDRINUSE') {
    if (answering.program !== 'ours') return bad('port', say('doctor:port.taken', { port }), stop);
    if (holder === null) return bad('port', say('doctor:port.other-data', { port }), stop);
    return ok('port', say('doctor:port.ours', { port }));
  }
  if (taken !== null) return bad('port', say('doctor:port.refused', { port, code: taken }), stop);
  if (holder === null) return ok('port', say('doctor:port.free', { port }));
  return warn('port', say('doctor:port.elsewhere', { port, pid: holder }), say('doctor:port.look'));
};
