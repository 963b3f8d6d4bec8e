import type { PointPlace } from '#contract/results.ts';
import type { Tables } from '#storage/queries/dialect.ts';
import type { RolePlaysStorage, RolePlaysTable, StoredRolePlay } from '#storage/together/role-plays.ts';

export const rolePlaysStorage = ({ db }: Tables): RolePlaysStorage => {
  const rows = () => db.selectFrom('role_plays').selectAll();
  const one = (row: RolePlaysTable | undefined): StoredRolePlay | null => (row === undefined ? null : rolePlayIn(row));
  return {
    add: async ({ drill, code, school, at }) => {
      const nobody = { player_guest: null, player_person: null, player_name: null, taken_at: null };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('role_plays')
        .values({ drill, code, school, at, ...nobody, felt: null, unsaid: '[]' })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    byCode: async (code) => one(await rows().where('code', '=', code).executeTakeFirst()),
    ofDrill: async (drill) => one(await rows().where('drill', '=', drill).executeTakeFirst()),
    ofPerson: async (person) =>
      (await rows().where('player_person', '=', person).orderBy('at', 'desc').execute()).map(rolePlayIn),
    take: async (drill, { guest, person, name, at }) => {
      const { numUpdatedRows } = await db
        .updateTable('role_plays')
        .set({ player_guest: guest, player_person: person, player_name: name, taken_at: at })
        .where('drill', '=', drill)
        .where('taken_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    moveTo: async (drill, guest) => {
      await db.updateTable('role_plays').set({ player_guest: guest }).where('drill', '=', drill).execute();
    },
    setFelt: async (drill, felt) => {
      await db.updateTable('role_plays').set({ felt }).where('drill', '=', drill).execute();
    },
    setUnsaid: async (drill, unsaid) => {
      await db
        .updateTable('role_plays')
        .set({ unsaid: JSON.stringify(unsaid) })
        .where('drill', '=', drill)
        .execute();
    },
  };
};

const rolePlayIn = (row: RolePlaysTable): StoredRolePlay => ({
  ...{ drill: row.drill, code: row.code, school: row.school, at: row.at, felt: row.felt },
  player:
    row.taken_at === null
      ? null
      : { guest: row.player_guest, person: row.player_person, name: row.player_name, at: row.taken_at },
  unsaid: placesIn(row.unsaid),
});

const placesIn = (body: string): PointPlace[] => {
  return JSON.parse(body);
};
