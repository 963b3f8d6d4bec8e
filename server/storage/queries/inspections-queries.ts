import { sql } from 'kysely';
import type { Marking } from '#contract/practice/inspections.ts';
import type { InspectionsStorage, StoredMarking } from '#storage/inspections.ts';
import { isOneOf, type Tables } from './dialect.ts';
import type { MarkingsTable } from './run-tables.ts';

const COLUMNS = ['run', 'drill', 'seat', 'person', 'inspector', 'body', 'at', 'handed_in_at'] as const;

export const inspectionsStorage = ({ db, dialect }: Tables): InspectionsStorage => {
  return {
    items: async (run) =>
      await db
        .selectFrom('inspection_items')
        .select(['run', 'drill', 'no'])
        .where('run', '=', run)
        .orderBy('no')
        .execute(),
    pick: async (run, drills, at) => {
      await db.transaction().execute(async (trx) => {
        const kept = await trx.selectFrom('inspection_items').select(['drill', 'no']).where('run', '=', run).execute();
        const out = kept.map(({ drill }) => drill).filter((drill) => !drills.includes(drill));
        await trx
          .deleteFrom('inspection_items')
          .where('run', '=', run)
          .where(isOneOf(dialect, 'drill', out))
          .where(sql<boolean>`not exists (select 1 from markings where markings.drill = inspection_items.drill)`)
          .execute();
        const from = Math.max(0, ...kept.map(({ no }) => no)) + 1;
        const added = drills.filter((drill) => kept.every((one) => one.drill !== drill));
        const rows = added.map((drill, index) => ({ run, drill, no: from + index, at }));
        if (rows.length > 0) await trx.insertInto('inspection_items').values(rows).execute();
      });
    },
    save: async ({ run, drill, inspector, marking, at }) => {
      const written = { body: JSON.stringify(marking), at };
      const stored = await db
        .insertInto('markings')
        .values({ run, drill, ...columnsOf(inspector), ...written, handed_in_at: null })
        .onConflict((on) =>
          on.columns(['drill', 'inspector']).doUpdateSet(written).where('markings.handed_in_at', 'is', null),
        )
        .executeTakeFirst();
      return Number(stored.numInsertedOrUpdatedRows ?? 0) === 1;
    },
    handIn: async (drill, inspector, at) => {
      const { numUpdatedRows } = await db
        .updateTable('markings')
        .set({ handed_in_at: at })
        .where('drill', '=', drill)
        .where('inspector', '=', inspector)
        .where('handed_in_at', 'is', null)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },
    markings: async (run) =>
      (await db.selectFrom('markings').select(COLUMNS).where('run', '=', run).orderBy('rowid').execute()).map(
        markingIn,
      ),
    markingsOf: async (seats, person) =>
      (
        await db
          .selectFrom('markings')
          .select(COLUMNS)
          .where((eb) =>
            eb.or([isOneOf(dialect, 'seat', seats), ...(person === null ? [] : [eb('person', '=', person)])]),
          )
          .orderBy('rowid')
          .execute()
      ).map(markingIn),
  };
};

const columnsOf = (inspector: StoredMarking['inspector']) =>
  'seat' in inspector
    ? { seat: inspector.seat, person: null, inspector: inspector.seat }
    : { seat: null, person: inspector.person, inspector: inspector.person };

const markingIn = ({ run, drill, seat, inspector, body, at, handed_in_at }: MarkingsTable): StoredMarking => ({
  ...{ run, drill, at, handedInAt: handed_in_at },
  inspector: seat === null ? { person: inspector } : { seat },
  marking: bodyIn(body),
});

const bodyIn = (json: string): Marking => {
  return JSON.parse(json);
};
