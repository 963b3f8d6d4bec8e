import type { Database } from 'better-sqlite3';
import type { SignInsAsked, SignInsStorage, StoredSignIn } from './sign-ins.ts';

/** The record of sign-ins on an opened, migrated database. */
export function createSignInsStorage(database: Database): SignInsStorage {
  const insert = database.prepare<[StoredSignIn], never>(
    `insert into sign_ins (id, school, person, kind, by, browser, system, address, at, last_at, count)
     values (@id, @school, @person, @kind, @by, @browser, @system, @address, @at, @lastAt, @count)`,
  );
  const again = database.prepare<[StoredSignIn & { since: number }], never>(
    `update sign_ins set count = count + 1, last_at = max(last_at, @lastAt) where id = (
       select id from sign_ins where last_at > @since and at > @since and kind = @kind and person is @person
         and school is @school and by is @by and browser is @browser and system is @system and address = @address
       order by at desc limit 1)`,
  );
  const select = database.prepare<[Omit<SignInsAsked, 'machine'> & { machine: number }], StoredSignIn>(
    `select id, school, person, kind, by, browser, system, address, at, last_at as lastAt, count from sign_ins
     where (school = @school or (@machine = 1 and school is null)) and (@person is null or person = @person)
       and last_at >= @from and at < @to
     order by last_at desc, rowid desc limit @most`,
  );
  const remove = database.prepare<[number], never>('delete from sign_ins where last_at < ?');
  return {
    add: (row) => void insert.run(row),
    countAgain: (row, since) => again.run({ ...row, since }).changes > 0,
    list: (asked) => select.all({ ...asked, machine: asked.machine ? 1 : 0 }),
    forget: (before) => void remove.run(before),
  };
}
