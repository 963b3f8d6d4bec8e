import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { LEASE_MS } from '#nodes/drill-leases.ts';
import { type PrivatePostgres, postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { openPostgres } from '#storage/opening/open-postgres.ts';
import { IDLE_TRANSACTION_MS, poolFor } from '#storage/postgres/postgres-connections.ts';
import { createPostgresStorage } from '#storage/postgres/postgres-storage.ts';
import type { Storage } from '#storage/storage.ts';
import { cuttingProxy } from '#tests/storage/support/cutting-proxy.ts';
import { gate } from '#tests/storage/support/gate.ts';
import { eraseSchool, makeSchool, openedFor, processOn } from './contents-contract.ts';
import { append, row } from './contract.ts';
import { everyContract } from './every-contract.ts';
import { person } from './people-contract.ts';
import { run } from './runs-contract.ts';

const programs = postgresPrograms();
/** As it is sent; without the byte behind it a setting's name would do. */
const COMMIT = 'commit\0';
/** What is sent where the whole batch may be stored. */
const AT_ONCE = 'with held as';
const OK = [{ ok: true, value: undefined }];
/** Beside an item that may be stored: the batch is decided item by item, in a transaction. */
const MISSING = append('no such drill', 0);
const MISSED = { ok: false, error: 'seq-conflict' };

if (programs === null) {
  console.warn('PostgreSQL isn’t installed here, so nothing is tried on it (apt-get install postgresql)');
  test('PostgreSQL is tried where it is installed; a build without it fails', () => {
    expect(process.env.CI, 'install PostgreSQL: apt-get install postgresql').not.toBe('true');
  });
} else {
  let server: PrivatePostgres;
  let name: string;
  beforeAll(async () => {
    server = await startPostgres(programs);
    name = await server.create();
    await (await openPostgres(server.url(name), 'normal')).close();
  });
  afterAll(() => server.remove());

  /** The storage of one node on the database that all tests share; `port`: of the socket it goes by. */
  const node = (port?: number): Storage => {
    const url = server.url(name, port);
    return createPostgresStorage(poolFor(url, 4, null), url);
  };
  const empty = async (): Promise<Storage> => {
    await server.run(name, EMPTY_ALL);
    return node();
  };
  /** Some nodes on an empty database, closed after the test. */
  const nodes = async (count: number): Promise<Storage[]> => {
    const all = [await empty(), ...Array.from({ length: count - 1 }, () => node())];
    onTestFinished(async () => void (await Promise.all(all.map((one) => one.close()))));
    return all;
  };

  describe('one node', () => {
    /**
     * Its connections, kept for all tests of the contract: a third of the time went into the server's processes for
     * new ones, each of which reads about the tables anew, and into asking every table whether it holds a row.
     */
    let pool: Pool;
    let endPool: () => Promise<void>;
    beforeAll(() => {
      pool = poolFor(server.url(name), 4, null);
      endPool = pool.end.bind(pool);
      pool.end = async () => {};
    });
    afterAll(() => endPool());

    everyContract('PostgreSQL', async () => {
      await pool.query(EMPTY_ALL);
      return createPostgresStorage(pool, server.url(name));
    });
  });

  describe('a PostgreSQL database', () => {
    test('is made once by nodes that start at once, and opened by any later one', async () => {
      const url = server.url(await server.create());
      const all = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url, 'normal')));
      await all[0]?.createDrill(row('d1'));
      expect(await all[4]?.appendAll([append('d1', 0)])).toEqual(OK);
      await Promise.all(all.map((one) => one.close()));
      const later = await openPostgres(url, 'full');
      expect(await later.lengthOf('d1')).toBe(1);
      await later.close();
    });

    test('of a newer version is not touched', async () => {
      const database = await server.create(name);
      await server.run(database, "insert into kysely_migration values ('999-later', '2030-01-01')");
      await expect(openPostgres(server.url(database), 'full')).rejects.toMatchObject({ code: 'database-newer' });
    });

    test('that can’t be reached is named without its password', async () => {
      const url = 'postgres://kefu:secret@localhost:5449/kefu?host=/nowhere';
      const error: unknown = await openPostgres(url, 'full').catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'database-unreachable', en: expect.stringContaining('/nowhere/kefu') });
      expect(JSON.stringify(error)).not.toContain('secret');
    });

    test('that can’t hold Chinese, or may only be read, is refused', async () => {
      await server.run('postgres', "create database latin template template0 encoding 'LATIN1'");
      await expect(openPostgres(server.url('latin'), 'full')).rejects.toMatchObject({ code: 'database-unsuitable' });
      const standby = await server.create(name);
      await server.run('postgres', `alter database ${standby} set default_transaction_read_only = on`);
      await expect(openPostgres(server.url(standby), 'full')).rejects.toMatchObject({
        code: 'database-unsuitable',
        zh: expect.stringContaining('只能读'),
      });
    });

    test('that a power cut may damage is told of where an acknowledged message must survive one', async () => {
      const url = server.url(await server.create(name));
      const said: string[] = [];
      const opened = (durability: 'full' | 'normal') =>
        openPostgres(url, durability, { warn: (text) => said.push(text) });
      await (await opened('normal')).close();
      expect(said).toEqual([]);
      await (await opened('full')).close();
      expect(said).toEqual([expect.stringContaining('fsync')]);
    });

    test('sorts names by their bytes, as SQLite does, whatever its own order is', async () => {
      const [storage] = await nodes(1);
      for (const id of ['b', 'A', 'Z', 'a', 'é', '王', '阿'])
        await storage?.people.createPerson(person(id, { name: id }));
      const names = (await storage?.people.peopleOf('s1'))?.map((one) => one.name);
      expect(names).toEqual(['A', 'Z', 'a', 'b', 'é', '王', '阿']);
    });

    test('keeps a text with a character that it can’t hold', async () => {
      const [storage] = await nodes(1);
      await storage?.people.createPerson(person('p1', { name: '王\0一' }));
      expect((await storage?.people.person('p1'))?.name).toBe('王\uFFFD一');
    });
  });

  describe('two nodes on one database', () => {
    test('that append to a drill at once: one is stored, the other refused', async () => {
      const [a, b] = await nodes(2);
      await a?.createDrill(row('d1'));
      for (let seq = 0; seq < 10; seq++) {
        const command = { commandId: `c${seq}` };
        const both = await Promise.all([a, b].map((one) => one?.appendAll([append('d1', seq, command)])));
        const errors = both.flatMap((results) => results?.map((result) => (result.ok ? 'ok' : result.error)) ?? []);
        expect(errors.sort()).toEqual(['ok', 'seq-conflict']);
      }
      expect(await b?.lengthOf('d1')).toBe(10);
    });

    test('that append to a drill in turn: the second is refused, and finds the command that the first stored', async () => {
      const [a, b] = await nodes(2);
      await a?.createDrill(row('d1'));
      expect(await a?.appendAll([append('d1', 0, { commandId: 'c1' })])).toEqual(OK);
      const again = append('d1', 0, { commandId: 'c1' });
      expect(await b?.appendAll([again, append('d1', 2)])).toEqual([
        { ok: false, error: 'seq-conflict' },
        { ok: false, error: 'seq-conflict' },
      ]);
      expect(await b?.read('d1', 0)).toMatchObject([{ commandId: 'c1' }]);
      expect(await b?.lengthOf('d1')).toBe(1);
    });

    test('that write many drills at once in different orders never wait for each other for ever', async () => {
      const [a, b] = await nodes(2);
      const ids = Array.from({ length: 20 }, (_, n) => `d${n}`);
      for (const id of ids)
        await a?.createDrill(row(id, { place: { school: 's', run: 'r', seat: 'seat', person: null, redo: null } }));
      const back = [...ids].reverse();
      for (let seq = 0; seq < 15; seq++) {
        await Promise.all([
          a?.appendAll(ids.map((id) => append(id, seq))),
          b?.heartbeat(back, 5000 + seq),
          b?.appendAll(back.map((id) => append(id, seq + 1000))),
          a?.heartbeat(ids, 6000 + seq),
          b?.handOver('seat', `g${seq}`),
        ]);
      }
      expect(await b?.lengthOf('d7')).toBe(15);
    });

    test('that add to a class, or open a run’s code, at once don’t get in each other’s way', async () => {
      const [a, b] = await nodes(2);
      await a?.people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
      const add = (storage: Storage | undefined, ids: string[]) =>
        storage?.people.addMembers(
          'k1',
          ids.map((id) => ({ person: person(id, { login: null }), no: id })),
        );
      await Promise.all([add(a, ['p1', 'p2']), add(b, ['p3', 'p4'])]);
      expect((await a?.people.members('k1'))?.map(({ place }) => place)).toEqual([0, 1, 2, 3]);
      const opened = await Promise.all([a?.runs.createRun(run('r1'), []), b?.runs.createRun(run('r2'), [])]);
      expect(opened.sort()).toEqual([false, true]);
    });

    test('take a drill over while it is appended to: from then on the other’s appends are refused [S6]', async () => {
      const [a, b] = await nodes(2);
      await a?.createDrill(row('d1'));
      let length = 0;
      for (let round = 0; round < 10; round++) {
        await a?.leases.take('d1', 'a', round * 100 + 50, round * 100);
        const [, results] = await Promise.all([
          b?.leases.take('d1', 'b', round * 100 + 90, round * 100 + 50),
          a?.appendAll([append('d1', length, { lease: 'a' })]),
        ]);
        // Stored before the drill was taken, or refused after.
        if (results?.[0]?.ok) length += 1;
        else expect(results).toEqual([{ ok: false, error: 'not-leased' }]);
        expect(await b?.lengthOf('d1')).toBe(length);
        expect(await a?.appendAll([append('d1', length, { lease: 'a' })])).toEqual([
          { ok: false, error: 'not-leased' },
        ]);
        await b?.leases.release('d1', 'b');
      }
    });

    test('that erase a school and open another’s drill with the same content at once leave the drill its content [S15]', async () => {
      const [a, b] = await nodes(2);
      if (a === undefined || b === undefined) throw new Error('no nodes');
      for (const id of ['s1', 's2']) await makeSchool(a, id);
      const runner = await processOn(b);
      await openedFor(runner, 's1');
      const other = new Client(server.url(name));
      await other.connect();
      onTestFinished(() => other.end());
      // The erasure has begun its last statement, which saw no drill of the other school's, when that one comes.
      await other.query("begin; select 1 from contents where hash = 'own' for update");
      const erased = eraseSchool(a, 's1');
      const waiting = async (count: number, or: () => boolean): Promise<void> => {
        const waits = "select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'";
        while (!or() && ((await other.query(waits, [name])).rowCount ?? 0) < count);
      };
      await waiting(1, () => false);
      let isOpened = false;
      const opened = openedFor(runner, 's2').finally(() => {
        isOpened = true;
      });
      await waiting(2, () => isOpened);
      await other.query('commit');
      await Promise.all([erased, opened]);
      expect(await b.content('own')).not.toBeNull();
    });

    test('wait for a row that a hanging node holds no longer than a lease lasts [D3]', async () => {
      const pool = poolFor(server.url(name), 1, null);
      onTestFinished(() => pool.end());
      const { rows } = await pool.query<{ setting: string }>(
        "select setting from pg_settings where name = 'idle_in_transaction_session_timeout' and unit = 'ms'",
      );
      expect(rows).toEqual([{ setting: String(IDLE_TRANSACTION_MS) }]);
      expect(IDLE_TRANSACTION_MS).toBeLessThan(LEASE_MS);
    });

    test('hold a lock one after the other [S8]', async () => {
      const [a, b] = await nodes(2);
      let inside = 0;
      const most: number[] = [];
      const work = async (): Promise<void> => {
        inside += 1;
        most.push(inside);
        await a?.lengthOf('d1');
        inside -= 1;
      };
      await Promise.all([a, b, a, b, a, b].map((one) => one?.locks.hold('run r1', work)));
      expect(most).toEqual([1, 1, 1, 1, 1, 1]);
    });

    test('share a lock at the same time', async () => {
      const [a, b] = await nodes(2);
      const [begun, held] = [gate(), gate()];
      const first = a?.locks.share('server', async () => {
        begun.open();
        await held.opened;
      });
      await begun.opened;
      expect(await b?.locks.share('server', async () => 'shared')).toBe('shared');
      held.open();
      await first;
    });

    test('hear when a lock’s connection is lost, and another may take it [S8]', async () => {
      const [a, b] = await nodes(2);
      const held = gate();
      const work = gate();
      const lost = a?.locks.hold('run r1', () => {
        held.open();
        return work.opened;
      });
      const refused = expect(lost).rejects.toMatchObject({ name: 'ConnectionLost' });
      await held.opened;
      await server.run('postgres', "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
      await refused;
      expect(await b?.locks.hold('run r1', async () => 'taken')).toBe('taken');
      // On the first node the work goes on, and the next of its own waits for it.
      work.open();
      expect(await a?.locks.hold('run r1', async () => 'taken')).toBe('taken');
    });
  });

  describe('a lost connection', () => {
    test('refuses what couldn’t be stored, and it is over by itself once the server is back [S4]', async () => {
      const [storage] = await nodes(1);
      await storage?.createDrill(row('d1'));
      expect(await storage?.appendAll([append('d1', 0)])).toEqual(OK);
      await server.kill();
      await expect(storage?.appendAll([append('d1', 1)])).rejects.toMatchObject({ name: 'ConnectionLost' });
      expect(storage?.health.status()).toEqual({ fault: 'storage-failed', freeMb: null });
      await storage?.health.retryWrite();
      expect(storage?.health.status().fault).toBe('storage-failed');
      await server.start();
      await storage?.health.retryWrite();
      expect(storage?.health.status().fault).toBeNull();
      expect(await storage?.appendAll([append('d1', 1)])).toEqual(OK);
      expect(await storage?.lengthOf('d1')).toBe(2);
    });

    const behindProxy = async () => {
      const proxy = await cuttingProxy(server.folder);
      const direct = await empty();
      const storage = node(proxy.port);
      onTestFinished(async () => {
        await Promise.all([storage.close(), direct.close()]);
        await proxy.close();
      });
      await direct.createDrill(row('d1'));
      return { proxy, direct, storage };
    };

    test.each([
      ['after the statement that stores all reached the server: it is found', AT_ONCE, true, []],
      ['before it did: it is stored by another try', AT_ONCE, false, []],
      ['after the commit reached the server: it is found', COMMIT, true, [MISSING]],
      ['before it did: it is stored by another try', COMMIT, false, [MISSING]],
      ['while the rows were held: what wasn’t stored is tried once more', '"id" for update', true, [MISSING]],
    ])('%s, and the append is there once [S7]', async (_when, word, reachesServer, others) => {
      const { proxy, direct, storage } = await behindProxy();
      proxy.cutAt({ word, reachesServer });
      const batch = [append('d1', 0, { commandId: 'c1', ack: 'yes' }), ...others];
      expect(await storage.appendAll(batch)).toEqual([...OK, ...others.map(() => MISSED)]);
      expect(await direct.read('d1', 0)).toHaveLength(1);
      expect(await direct.ackOf('d1', 'c1')).toBe('yes');
      expect(await storage.appendAll([append('d1', 1)])).toEqual(OK);
    });

    test('that takes the statement to the server after its rows were looked for: it is told as stored [S7]', async () => {
      const { proxy, direct, storage } = await behindProxy();
      proxy.cutAt({ word: AT_ONCE, reachesServer: 'late' });
      expect(await storage.appendAll([append('d1', 0, { commandId: 'c1', ack: 'yes' })])).toEqual(OK);
      expect(await direct.read('d1', 0)).toHaveLength(1);
      expect(await storage.appendAll([append('d1', 1)])).toEqual(OK);
    });

    test.each([
      ['the statement that stores all', AT_ONCE, []],
      ['a commit', COMMIT, [MISSING]],
    ])(
      'that stays lost after %s: the call throws, for it may be stored, as it is here [S7]',
      async (_what, word, others) => {
        const { proxy, direct, storage } = await behindProxy();
        proxy.cutAt({ word, reachesServer: true, thenRefuses: true });
        await expect(storage.appendAll([append('d1', 0, { commandId: 'c1' }), ...others])).rejects.toMatchObject({
          name: 'ConnectionLost',
        });
        expect(await direct.lengthOf('d1')).toBe(1);
        proxy.open();
        expect(await storage.appendAll([append('d1', 0, { commandId: 'c1' })])).toEqual([
          { ok: false, error: 'seq-conflict' },
        ]);
      },
    );
  });
}

/** All tables but the migrations', as new: those whose files hold anything. */
const EMPTY_ALL = `do $$ declare filled text; begin
  select string_agg(quote_ident(relname), ', ') into filled from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%' and pg_relation_size(oid) > 0;
  if filled is not null then execute 'truncate ' || filled || ' restart identity cascade'; end if;
end $$`;
