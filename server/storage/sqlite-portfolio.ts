import type { Database } from 'better-sqlite3';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import type { PortfolioStorage } from './portfolio.ts';

/** Portfolios on an opened, migrated database. */
export function createPortfolioStorage(database: Database): PortfolioStorage {
  const prepare = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql);
  const upsert = prepare<[string, number, string | null], never>(
    `insert into portfolio (drill, made_at, body) values (?, ?, ?)
     on conflict (drill) do update set made_at = excluded.made_at, body = excluded.body`,
  );
  const select = prepare<[string], { body: string | null }>('select body from portfolio where drill = ?');
  const selectSeated = prepare<[string], { person: string }>(
    'select person from seats where guest = ? and person is not null order by joined_at desc, rowid desc limit 1',
  );
  const selectUnclaimed = prepare<[string], { id: string }>(
    `select id from drills where guest = ? and school is null and person is null and retry_drill is null and state = 'ended' and seq > 0
     order by opened_at desc, rowid desc`,
  );
  const updatePerson = prepare<[string, string, string], never>(
    'update drills set person = ? where id = ? and guest = ? and school is null and person is null and retry_drill is null',
  );
  return {
    putEntry: (drill, at, entry) => void upsert.run(drill, at, entry === null ? null : JSON.stringify(entry)),
    entry: (drill) => {
      const row = select.get(drill);
      if (row === undefined) return undefined;
      return row.body === null ? null : entryIn(row.body);
    },
    seatedPerson: (guest) => selectSeated.get(guest)?.person ?? null,
    unclaimed: (guest) => selectUnclaimed.all(guest).map(({ id }) => id),
    claim: database.transaction((guest: string, person: string, drills: readonly string[]) =>
      drills.reduce((sum, drill) => sum + updatePerson.run(person, drill, guest).changes, 0),
    ),
  };
}

function entryIn(body: string): PortfolioEntry {
  return JSON.parse(body);
}
