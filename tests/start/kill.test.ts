import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { WireEvent } from '#contract/wire-events.ts';
import { postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { openDrill } from '#tests/http/support/ask.ts';
import { connected, emit, hearing } from '#tests/sockets/test-socket.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { childServer, failedStart } from './child-server.ts';

const CASE = 'promotion/coupon-stack';

const send = (socket: Socket, drillId: string, commandId: string, text: string) =>
  emit(socket, 'message:send', {
    drillId,
    commandId,
    conversation: 'c1',
    text,
    made: { how: 'typed', quickReply: null },
    anatomy: null,
  });

const programs = postgresPrograms();
/** Where the servers of a test keep their data. */
const PLACES: Record<string, () => Promise<Record<string, string>>> = {
  SQLite: async () => ({ DATA_DIR: tempFolder() }),
  PostgreSQL: async () => {
    const server = await startPostgres(programs ?? '');
    onTestFinished(server.remove);
    return { DATA_DIR: tempFolder(), DATABASE_URL: server.url(await server.create()) };
  },
};
/** PostgreSQL with `npm test -- sweep`: each time a server on it is killed in `faults.test.ts` and two in `nodes.test.ts`. */
const places = Object.keys(PLACES).filter(
  (name) => name === 'SQLite' || (sweepsAll && (programs !== null || process.env.CI === 'true')),
);

/** Lets a server's database thread die at SIGUSR2. */
const mortalThread = (): string => {
  const file = join(tempFolder(), 'mortal-thread.cjs');
  writeFileSync(
    file,
    `const threads = require('node:worker_threads');
    if (threads.isMainThread) {
      threads.Worker = class extends threads.Worker {
        constructor(url, options) {
          super(url, options);
          if (/sqlite\\/thread/.test(String(url))) process.once('SIGUSR2', () => void this.terminate());
        }
      };
      require('node:module').syncBuiltinESMExports();
    }`,
  );
  return `--require=${file}`;
};

describe('kill -9 in the middle of a drill', () => {
  test.each(places)(
    '[C4] [N2] loses nothing that was acknowledged, stops the clock, and the drill goes on; a dead thread ends the server: %s [N21]',
    async (name) => {
      const place = (await PLACES[name]?.()) ?? {};
      const first = await childServer(place);
      const { drillId, cookie } = await openDrill(first, null, [CASE]);
      const before = await connected(first, cookie);
      const heard = hearing(before);
      await emit(before, 'drill:join', { drillId, after: 0, take: true });
      await emit(before, 'drill:start', { drillId, commandId: 'start' });
      await heard.until(({ kind }) => kind === 'customer-said');
      const acked = await Promise.all([1, 2, 3, 4, 5].map((n) => send(before, drillId, `m${n}`, `第${n}句，我看一下`)));
      expect(acked.every(({ ok }) => ok)).toBe(true);
      await first.kill('SIGKILL');

      const second = await childServer({ ...place, NODE_OPTIONS: mortalThread() });
      const after = await connected(second, cookie);
      const again = hearing(after);
      const joined = await emit(after, 'drill:join', { drillId, after: 0, take: true });
      // With a database that answers slowly the clock may go on before the answer to the join is made.
      expect(joined).toMatchObject({ ok: true, value: { mine: true } });
      const said = ({ kind }: WireEvent) => kind === 'trainee-said';
      expect(again.events().filter(said)).toMatchObject([1, 2, 3, 4, 5].map((n) => ({ id: `m${n}` })));
      expect(again.events().slice(0, heard.events().length)).toEqual(heard.events());
      const stopped = again.events().findLast(({ kind }) => kind === 'clock-stopped');
      expect(stopped).toMatchObject({ kind: 'clock-stopped', why: 'server' });
      expect(await send(after, drillId, 'm5', '第5句，我看一下')).toEqual(acked[4]);

      const goesOn = await again.until(({ kind, at }) => kind === 'clock-started' && at > 0);
      expect(goesOn).toMatchObject({ at: stopped?.at, stoppedMs: expect.any(Number) });
      expect(await send(after, drillId, 'm6', '我回来了')).toMatchObject({ ok: true });
      expect(await again.until((event) => event.kind === 'trainee-said' && event.id === 'm6')).toBeDefined();
      if (name === 'PostgreSQL') {
        const third = await failedStart(place);
        expect(third.code).toBe(1);
        expect(third.stderr).toContain('正被另一个客服练兵场服务用着');
      }
      // Without the thread that has SQLite's file nothing can be stored: the server ends by itself, saying so (RULES N21).
      if (name === 'SQLite' && process.platform !== 'win32') {
        expect(await second.kill('SIGUSR2')).toBe(1);
        expect(second.output.stdout).toContain('管数据库文件的线程意外停了');
      } else expect(await second.kill('SIGTERM')).toBe(0);
    },
  );
});
