import Sqlite, { type Database } from 'better-sqlite3';
import type { ClassMember, PeopleStorage, Person, School, SchoolClass, SessionFrom, StoredSession } from './people.ts';

const SCHOOL = 'id, name, created_at as createdAt';
const PERSON = `p.id, p.school, p.name, p.role, p.login, p.password, p.created_at as createdAt,
  p.disabled_at as disabledAt, p.seen_at as seenAt`;
const SESSION = 'id, person, browser, system, address, weak, created_at as createdAt, seen_at as seenAt';
const FROM_NOWHERE: SessionFrom = { browser: null, system: null, address: null, weak: false };
const CLASS = 'c.id, c.school, c.name, c.created_at as createdAt, c.archived_at as archivedAt';

type CreateSession = PeopleStorage['createSession'];
type SessionColumns = Omit<StoredSession, 'weak'> & { weak: number };
const sessionsIn = (rows: readonly SessionColumns[]): StoredSession[] =>
  rows.map((row) => ({ ...row, weak: row.weak === 1 }));

/** Schools, people, sessions and rosters on an opened, migrated database. */
export function createPeopleStorage(database: Database): PeopleStorage {
  const prepare = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql);
  const selectSchools = prepare<[], School>(`select ${SCHOOL} from schools order by created_at, rowid`);
  const insertSchool = prepare<[School], never>('insert into schools values (@id, @name, @createdAt)');
  const selectPerson = prepare<[string], Person>(`select ${PERSON} from people p where p.id = ?`);
  const selectLogin = prepare<[string], Person>(`select ${PERSON} from people p where p.login = ?`);
  const insertPerson = prepare<[Person], never>(
    `insert into people (id, school, name, role, login, password, created_at, disabled_at, seen_at)
     values (@id, @school, @name, @role, @login, @password, @createdAt, @disabledAt, @seenAt)`,
  );
  const updatePerson = prepare<[Person], never>(
    `update people set name = @name, role = @role, login = @login, password = @password,
     disabled_at = @disabledAt, seen_at = @seenAt where id = @id`,
  );
  const selectPeople = prepare<[string], Person>(
    `select ${PERSON} from people p where p.school = ? and p.login is not null
     order by case p.role when 'admin' then 0 when 'teacher' then 1 when 'mentor' then 2 else 3 end, p.name, p.rowid`,
  );

  const dropOldSessions = prepare<[number], never>('delete from sessions where expires_at <= ?');
  const insertSession = prepare<[Omit<SessionFrom, 'weak'> & Record<string, string | number | null>], never>(
    `insert into sessions (token_hash, person, created_at, expires_at, id, seen_at, browser, system, address, weak)
     values (@tokenHash, @person, @at, @expiresAt, 'n' || lower(hex(randomblob(12))), @at, @browser, @system, @address, @weak)`,
  );
  const selectOwnSession = prepare<[string], SessionColumns>(`select ${SESSION} from sessions where token_hash = ?`);
  const selectSessionsOf = prepare<[string, number], SessionColumns>(
    `select ${SESSION} from sessions where person = ? and expires_at > ? order by seen_at desc, rowid desc`,
  );
  const updateSession = prepare<[number, string, string], never>(
    'update sessions set seen_at = ?, address = ? where token_hash = ?',
  );
  const updateWeak = prepare<[string], never>('update sessions set weak = 0 where person = ?');
  const deleteSessionOf = prepare<[string, string], never>('delete from sessions where person = ? and id = ?');
  const updateSeen = prepare<[number, string], never>('update people set seen_at = ? where id = ?');
  const selectSession = prepare<[string, number], Person>(
    `select ${PERSON} from sessions s join people p on p.id = s.person
     where s.token_hash = ? and s.expires_at > ? and p.disabled_at is null`,
  );
  const deleteSession = prepare<[string], never>('delete from sessions where token_hash = ?');
  const deleteSessions = prepare<[string, string | null], never>(
    'delete from sessions where person = ? and token_hash is not ?',
  );

  const selectClasses = prepare<[string], SchoolClass & { members: number; runs: number }>(
    `select ${CLASS},
       (select count(*) from members m where m.class = c.id and m.left_at is null) as members,
       (select count(*) from runs r where r.class = c.id) as runs
     from classes c where c.school = ? order by c.archived_at is not null, c.created_at, c.rowid`,
  );
  const selectClass = prepare<[string], SchoolClass>(`select ${CLASS} from classes c where c.id = ?`);
  const insertClass = prepare<[SchoolClass], never>(
    'insert into classes (id, school, name, created_at, archived_at) values (@id, @school, @name, @createdAt, @archivedAt)',
  );
  const updateClass = prepare<[SchoolClass], never>(
    'update classes set name = @name, archived_at = @archivedAt where id = @id',
  );
  const selectMembers = prepare<[string], ClassMember & { drills: number }>(
    `select m.person, m.no, p.name, m.place, p.login,
       (select count(*) from drills d where d.person = m.person and d.school is not null and d.redo is null and d.seq > 0) as drills
     from members m join people p on p.id = m.person
     where m.class = ? and m.left_at is null order by m.place`,
  );
  const selectLastPlace = prepare<[string], { place: number }>(
    'select coalesce(max(place), -1) as place from members where class = ?',
  );
  const insertMember = prepare<[string, string, string, number], never>(
    'insert into members (class, person, no, place) values (?, ?, ?, ?)',
  );
  const selectMember = prepare<[string, string], { no: string; leftAt: number | null }>(
    'select no, left_at as leftAt from members where class = ? and person = ?',
  );
  const updateMember = prepare<[string, number | null, string, string], never>(
    'update members set no = ?, left_at = ? where class = ? and person = ?',
  );
  const updateName = prepare<[string, string], never>('update people set name = ? where id = ?');

  return {
    schools: () => selectSchools.all(),
    createSchool: database.transaction((school: School, admin: Person) => {
      insertSchool.run(school);
      insertPerson.run(admin);
    }),
    person: (id) => selectPerson.get(id) ?? null,
    personByLogin: (login) => selectLogin.get(login) ?? null,
    createPerson: (person) => writeUnlessTaken(() => insertPerson.run(person)),
    changePerson: (person) => writeUnlessTaken(() => updatePerson.run(person)),
    peopleOf: (school) => selectPeople.all(school),
    createSession: database.transaction((...[tokenHash, person, at, expiresAt, from]: Parameters<CreateSession>) => {
      dropOldSessions.run(at);
      const { browser, system, address, weak } = from ?? FROM_NOWHERE;
      insertSession.run({ tokenHash, person, at, expiresAt, browser, system, address, weak: weak ? 1 : 0 });
      updateSeen.run(at, person);
    }),
    session: (tokenHash) => sessionsIn(selectOwnSession.all(tokenHash))[0] ?? null,
    sessionsOf: (person, now) => sessionsIn(selectSessionsOf.all(person, now)),
    sawSession: (tokenHash, at, address) => void updateSession.run(at, address, tokenHash),
    forgetWeak: (person) => void updateWeak.run(person),
    endSessionOf: (person, id) => deleteSessionOf.run(person, id).changes > 0,
    sessionPerson: (tokenHash, now) => selectSession.get(tokenHash, now) ?? null,
    endSession: (tokenHash) => void deleteSession.run(tokenHash),
    endSessions: (person, butTokenHash) => void deleteSessions.run(person, butTokenHash),
    classes: (school) => selectClasses.all(school),
    schoolClass: (id) => selectClass.get(id) ?? null,
    createClass: (row) => void insertClass.run(row),
    changeClass: (row) => void updateClass.run(row),
    members: (classId) => selectMembers.all(classId),
    addMembers: database.transaction((classId: string, people: readonly { person: Person; no: string }[]) => {
      let place = selectLastPlace.get(classId)?.place ?? -1;
      for (const { person, no } of people) {
        place += 1;
        insertPerson.run(person);
        insertMember.run(classId, person.id, no, place);
      }
    }),
    changeMember: database.transaction(
      (...[classId, person, change, at]: Parameters<PeopleStorage['changeMember']>): boolean => {
        const row = selectMember.get(classId, person);
        if (row === undefined) return false;
        if (change.name !== null) updateName.run(change.name, person);
        // Who had left before keeps that time.
        const leftAtIfSo = change.left === true ? (row.leftAt ?? at) : null;
        const leftAt = change.left === null ? row.leftAt : leftAtIfSo;
        updateMember.run(change.no ?? row.no, leftAt, classId, person);
        return true;
      },
    ),
  };
}

function writeUnlessTaken(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false;
    throw error;
  }
}
