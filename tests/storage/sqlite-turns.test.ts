import { Kysely, type Transaction } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#storage/queries/tables.ts';
import type { SqliteConnection } from '#storage/sqlite/sqlite-connection.ts';
import { sqliteDialect } from '#storage/sqlite/sqlite-dialect.ts';
import { alone, sqliteTurns } from '#storage/sqlite/sqlite-turns.ts';

/** A connection that answers a turn of the loop later, as one to a thread does; `asked` is what it was asked, in order. */
const slowConnection = () => {
  const asked: string[] = [];
  const later = <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    return new Promise((resolve, reject) =>
      setImmediate(() => (what === 'bad' ? reject(new Error('bad')) : resolve(value))),
    );
  };
  const connection: SqliteConnection = {
    query: (sql) => later(sql, { rows: [], changes: 0 }),
    exec: (sql) => later(sql, undefined),
    append: () => later('append', []),
    close: () => later('close', undefined),
  };
  const turns = sqliteTurns(connection);
  return { asked, turns, db: new Kysely<Database>({ dialect: sqliteDialect(turns) }) };
};
const query = (sql: string) => (connection: SqliteConnection) => connection.query(sql, []);

describe('whose turn it is on the connection', () => {
  test('what is asked for first is done first, and nobody waits for an answer to another [N22]', async () => {
    const { asked, turns } = slowConnection();
    const first = turns.next((connection) => connection.append({} as never, []));
    const second = turns.next(query('read'));
    // Both in this very step: one answer isn't waited for before the other is asked.
    expect(asked).toEqual(['append', 'read']);
    await Promise.all([first, second]);
  });

  test('nobody’s statement comes between those of a transaction, and each waits its turn [N22]', async () => {
    const { asked, turns, db } = slowConnection();
    const within = async (trx: Transaction<Database>): Promise<void> => {
      await trx.deleteFrom('log').execute();
      await trx.deleteFrom('drills').execute();
    };
    const transactions = [db.transaction().execute(within), db.transaction().execute(within)];
    // Until the first one has begun.
    while (asked.length === 0) await Promise.resolve();
    const others = [turns.next(query('append')), db.selectFrom('runs').selectAll().execute()];
    await Promise.all([...transactions, ...others]);
    const words = asked.map((sql) => sql.split(' ')[0]);
    const whole = ['begin', 'delete', 'delete', 'commit'];
    expect(words.slice(0, 4)).toEqual(whole);
    const rest = words.slice(4);
    const second = rest.indexOf('begin');
    expect(rest.slice(second, second + 4)).toEqual(whole);
    expect(rest.toSpliced(second, 4).sort()).toEqual(['append', 'select']);
  });

  test('one that fails lets the next begin [N22]', async () => {
    const { asked, turns, db } = slowConnection();
    const failed = db.transaction().execute(async () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await expect(turns.next(query('bad'))).rejects.toThrow('bad');
    await expect(alone(turns, (connection) => Promise.resolve(connection.query('bad', [])))).rejects.toThrow('bad');
    await turns.next(query('read'));
    expect(asked).toEqual(['begin', 'rollback', 'bad', 'bad', 'read']);
  });
});
