import type { PeopleStorage } from '#storage/people.ts';
import type { TeamsStorage } from '#storage/teams.ts';
import type { StoredTerm, TermsStorage } from '#storage/terms.ts';
import { forUpdate, type Tables } from './dialect.ts';
import { personColumns } from './person-columns.ts';
import type { TermsTable } from './run-tables.ts';

type Classes = Pick<
  PeopleStorage,
  'classes' | 'schoolClass' | 'classesOf' | 'createClass' | 'changeClass' | 'members' | 'addMembers' | 'changeMember'
>;

const CLASS = [
  'classes.id',
  'classes.school',
  'classes.name',
  'classes.created_at as createdAt',
  'classes.archived_at as archivedAt',
  'classes.mentors_see as mentorsSee',
] as const;

export const classesStorage = ({ db, dialect }: Tables): Classes => {
  return {
    classes: (school) =>
      db
        .selectFrom('classes')
        .select(CLASS)
        .select((eb) => [
          eb
            .selectFrom('members')
            .whereRef('members.class', '=', 'classes.id')
            .where('members.left_at', 'is', null)
            .select((one) => one.fn.countAll<number>().as('n'))
            .as('members'),
          eb
            .selectFrom('runs')
            .whereRef('runs.class', '=', 'classes.id')
            .select((one) => one.fn.countAll<number>().as('n'))
            .as('runs'),
        ])
        .where('classes.school', '=', school)
        .orderBy((eb) => eb('classes.archived_at', 'is not', null))
        .orderBy('classes.created_at')
        .orderBy('classes.rowid')
        .$narrowType<{ members: number; runs: number }>()
        .execute(),
    schoolClass: async (id) =>
      (await db.selectFrom('classes').select(CLASS).where('id', '=', id).executeTakeFirst()) ?? null,
    classesOf: (person) =>
      db
        .selectFrom('classes')
        .innerJoin('members', 'members.class', 'classes.id')
        .select(CLASS)
        .where('members.person', '=', person)
        .where('members.left_at', 'is', null)
        .orderBy('classes.rowid')
        .execute(),
    createClass: async ({ id, school, name, createdAt, archivedAt, mentorsSee = 'all' }) => {
      const columns = { id, school, name, created_at: createdAt, archived_at: archivedAt, mentors_see: mentorsSee };
      await db.insertInto('classes').values(columns).execute();
    },
    changeClass: async ({ id, name, archivedAt, mentorsSee = 'all' }) => {
      const changed = { name, archived_at: archivedAt, mentors_see: mentorsSee };
      await db.updateTable('classes').set(changed).where('id', '=', id).execute();
    },
    members: (classId) =>
      db
        .selectFrom('members')
        .innerJoin('people', 'people.id', 'members.person')
        .select(['members.person', 'members.no', 'people.name', 'members.place', 'people.login'])
        .select((eb) =>
          eb
            .selectFrom('drills')
            .whereRef('drills.person', '=', 'members.person')
            .where('drills.school', 'is not', null)
            .where('drills.redo', 'is', null)
            .where('drills.seq', '>', 0)
            .select((one) => one.fn.countAll<number>().as('n'))
            .as('drills'),
        )
        .where('members.class', '=', classId)
        .where('members.left_at', 'is', null)
        .orderBy('members.place')
        .$narrowType<{ drills: number }>()
        .execute(),
    addMembers: (classId, people) =>
      db.transaction().execute(async (trx) => {
        // Two teachers who add at once would otherwise give the same places.
        await forUpdate(dialect, trx.selectFrom('classes').select('id').where('id', '=', classId)).execute();
        const lastMember = await trx
          .selectFrom('members')
          .select((eb) => eb.fn.max('place').as('place'))
          .where('class', '=', classId)
          .executeTakeFirst();
        let place = lastMember?.place ?? -1;
        for (const { person, no } of people) {
          place += 1;
          await trx.insertInto('people').values(personColumns(person)).execute();
          await trx.insertInto('members').values({ class: classId, person: person.id, no, place }).execute();
        }
      }),
    changeMember: (classId, person, { name, no, left }, at) =>
      db.transaction().execute(async (trx) => {
        const membersOfClass = trx.selectFrom('members').select(['no', 'left_at']).where('class', '=', classId);
        const row = await forUpdate(dialect, membersOfClass.where('person', '=', person)).executeTakeFirst();
        if (row === undefined) return false;
        if (name !== null) await trx.updateTable('people').set({ name }).where('id', '=', person).execute();
        // Who had left before keeps that time.
        const leftAt = left === true ? (row.left_at ?? at) : null;
        const changedColumns = { no: no ?? row.no, left_at: left === null ? row.left_at : leftAt };
        const member = trx.updateTable('members').set(changedColumns).where('class', '=', classId);
        await member.where('person', '=', person).execute();
        return true;
      }),
  };
};

const ENTRY = ['id', 'term', 'person', 'item', 'value', 'out_of as outOf', 'reason', 'by', 'at'] as const;

export const termsStorage = ({ db }: Tables): TermsStorage => {
  const rows = () => db.selectFrom('terms').selectAll();
  const entries = () => db.selectFrom('term_entries').select(ENTRY).orderBy('at').orderBy('rowid');
  return {
    create: async (term) => {
      await db.insertInto('terms').values(rowOf(term)).execute();
    },
    term: async (id) => {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : termIn(row);
    },
    ofClass: async (classId) =>
      (await rows().where('class', '=', classId).orderBy('first_day', 'desc').orderBy('rowid', 'desc').execute()).map(
        termIn,
      ),
    change: async (id, { name, firstDay, lastDay }) => {
      const changed = { name, first_day: firstDay, last_day: lastDay };
      await db.updateTable('terms').set(changed).where('id', '=', id).execute();
    },
    putRules: async (id, version, rules) => {
      const { numUpdatedRows } = await db
        .updateTable('terms')
        .set({ version, rules: rules === null ? null : JSON.stringify(rules) })
        .where('id', '=', id)
        .where('version', '=', version - 1)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    addEntry: async ({ outOf, ...entry }) => {
      await db
        .insertInto('term_entries')
        .values({ ...entry, out_of: outOf })
        .execute();
    },
    entries: (term) => entries().where('term', '=', term).execute(),
    entriesOf: (person) => entries().where('person', '=', person).execute(),
  };
};

const rowOf = ({ classId, firstDay, lastDay, rules, createdBy, createdAt, ...term }: StoredTerm): TermsTable => ({
  ...term,
  ...{ class: classId, first_day: firstDay, last_day: lastDay, created_by: createdBy, created_at: createdAt },
  rules: rules === null ? null : JSON.stringify(rules),
});

const termIn = (row: TermsTable): StoredTerm => ({
  ...{ id: row.id, school: row.school, classId: row.class, name: row.name, version: row.version },
  ...{ firstDay: row.first_day, lastDay: row.last_day, createdBy: row.created_by, createdAt: row.created_at },
  rules: row.rules === null ? null : rulesIn(row.rules),
});

const rulesIn = (body: string): StoredTerm['rules'] => {
  return JSON.parse(body);
};

export const teamsStorage = ({ db }: Tables): TeamsStorage => {
  return {
    teams: async (term) => {
      const row = await db.selectFrom('team_awards').selectAll().where('term', '=', term).executeTakeFirst();
      if (row === undefined) return null;
      const teams = await db.selectFrom('teams').selectAll().where('term', '=', term).orderBy('place').execute();
      const rows = db.selectFrom('team_members').select(['person', 'team', 'leader', 'shift']);
      const all = await rows.where('term', '=', term).orderBy('rowid').execute();
      return {
        version: row.version,
        awards: awardsIn(row.awards),
        teams: teams.map(({ place, name, shop }) => ({
          name,
          ...(shop !== null && { shop }),
          members: all
            .filter(({ team }) => team === place)
            .map(({ person, leader, shift }) => ({ person, leader: leader === 1, shift })),
        })),
      };
    },
    putTeams: (term, { version, awards, teams }) =>
      db.transaction().execute(async (trx) => {
        const saved = { version, awards: JSON.stringify(awards) };
        if (version === 1) {
          const made = trx.insertInto('team_awards').values({ term, ...saved });
          const { numInsertedOrUpdatedRows } = await made.onConflict((on) => on.doNothing()).executeTakeFirst();
          if (numInsertedOrUpdatedRows !== 1n) return false;
        } else {
          const changed = trx.updateTable('team_awards').set(saved).where('term', '=', term);
          const { numUpdatedRows } = await changed.where('version', '=', version - 1).executeTakeFirst();
          if (numUpdatedRows !== 1n) return false;
        }
        await trx.deleteFrom('team_members').where('term', '=', term).execute();
        await trx.deleteFrom('teams').where('term', '=', term).execute();
        for (const [place, team] of teams.entries()) {
          const { name, shop = null } = team;
          await trx.insertInto('teams').values({ term, place, name, shop }).execute();
          for (const { person, leader, shift } of team.members)
            await trx
              .insertInto('team_members')
              .values({ ...{ term, person, team: place, shift }, leader: leader ? 1 : 0 })
              .execute();
        }
        return true;
      }),
    placesOf: async (person) => {
      const rows = await db
        .selectFrom('team_members')
        .innerJoin('teams', (join) =>
          join.onRef('teams.term', '=', 'team_members.term').onRef('teams.place', '=', 'team_members.team'),
        )
        .select(['teams.term', 'teams.name', 'teams.shop', 'leader', 'shift'])
        .where('person', '=', person)
        .orderBy('team_members.rowid')
        .execute();
      return rows.map(({ term, name, shop, leader, shift }) => ({
        ...{ term, team: name, ...(shop !== null && { shop }) },
        ...{ leader: leader === 1, shift },
      }));
    },
  };
};

const awardsIn = (body: string): number[] => {
  return JSON.parse(body);
};
