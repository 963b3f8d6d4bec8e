import type { PublishedSheetsStorage, StoredSheetAppeal, StoredSheetVersion } from '#storage/published-sheets.ts';
import type { Tables } from '#storage/queries/dialect.ts';
import type { SheetAppealsTable, SheetVersionsTable } from '#storage/tables/sheet-tables.ts';

/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500;

export const publishedSheetsStorage = ({ db }: Tables): PublishedSheetsStorage => {
  const appeals = () => db.selectFrom('sheet_appeals').selectAll().orderBy('at').orderBy('rowid');
  return {
    publish: ({ term, version, ...rest }, rows) =>
      db.transaction().execute(async (trx) => {
        const newest = trx.selectFrom('sheet_versions').select((eb) => eb.fn.max('version').as('version'));
        const last = (await newest.where('term', '=', term).executeTakeFirst())?.version ?? 0;
        if (version !== Number(last) + 1) return false;
        const { at, by, missing, showsRank, body, withdrawn } = rest;
        const columns: SheetVersionsTable = {
          ...{ term, version, at, by, missing, shows_rank: showsRank ? 1 : 0, body },
          withdrawn_at: withdrawn?.at ?? null,
          withdrawn_by: withdrawn?.by ?? null,
          withdrawn_why: withdrawn?.why ?? null,
        };
        const made = trx.insertInto('sheet_versions').values(columns);
        // Another node may have published the same version since it was looked for.
        const { numInsertedOrUpdatedRows } = await made.onConflict((on) => on.doNothing()).executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
          await trx
            .insertInto('sheet_rows')
            .values(rows.slice(from, from + ROWS_AT_ONCE).map((row) => ({ term, version, ...row })))
            .execute();
        return true;
      }),
    withdraw: async (term, version, { at, by, why }) => {
      const { numUpdatedRows } = await db
        .updateTable('sheet_versions')
        .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_why: why })
        .where('term', '=', term)
        .where('version', '=', version)
        .where('withdrawn_at', 'is', null)
        .where((eb) =>
          eb(
            'version',
            '=',
            eb
              .selectFrom('sheet_versions as newest')
              .select((one) => one.fn.max('newest.version').as('version'))
              .where('newest.term', '=', term),
          ),
        )
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    versions: async (term) =>
      (
        await db
          .selectFrom('sheet_versions')
          .selectAll()
          .select((eb) => [
            eb
              .selectFrom('sheet_rows')
              .whereRef('sheet_rows.term', '=', 'sheet_versions.term')
              .whereRef('sheet_rows.version', '=', 'sheet_versions.version')
              .select((one) => one.fn.countAll<number>().as('n'))
              .as('people'),
          ])
          .where('term', '=', term)
          .orderBy('version', 'desc')
          .execute()
      ).map((row) => versionIn(row, Number(row.people ?? 0))),
    rows: (term, version) =>
      db
        .selectFrom('sheet_rows')
        .select(['person', 'no', 'name', 'body'])
        .where('term', '=', term)
        .where('version', '=', version)
        .orderBy('rowid')
        .execute(),
    rowsOf: (person) =>
      db
        .selectFrom('sheet_rows')
        .select(['term', 'version', 'person', 'no', 'name', 'body'])
        .where('person', '=', person)
        .orderBy('rowid')
        .execute(),
    addAppeal: async (appeal) => {
      const added = db.insertInto('sheet_appeals').values(appeal);
      const { numInsertedOrUpdatedRows } = await added
        .onConflict((on) => on.columns(['term', 'version', 'person', 'item']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    appeals: async (term) => (await appeals().where('term', '=', term).execute()).map(appealIn),
    appealsOf: async (person) => (await appeals().where('person', '=', person).execute()).map(appealIn),
    answer: (appeal, { how, to, reason, by, at }, entry) =>
      db.transaction().execute(async (trx) => {
        const closed = trx
          .updateTable('sheet_appeals')
          .set({ how, changed_to: to, reason, closed_by: by, closed_at: at });
        const open = closed.where('id', '=', appeal).where('closed_at', 'is', null);
        if ((await open.executeTakeFirst()).numUpdatedRows !== 1n) return false;
        if (entry === null) return true;
        const { outOf, ...columns } = entry;
        await trx
          .insertInto('term_entries')
          .values({ ...columns, out_of: outOf })
          .execute();
        return true;
      }),
  };
};

const versionIn = (row: SheetVersionsTable, people: number): StoredSheetVersion => ({
  ...{ term: row.term, version: row.version, at: row.at, by: row.by, missing: row.missing, body: row.body, people },
  showsRank: row.shows_rank === 1,
  withdrawn:
    row.withdrawn_at === null
      ? null
      : { at: row.withdrawn_at, by: row.withdrawn_by ?? '', why: row.withdrawn_why ?? '' },
});

const appealIn = (row: SheetAppealsTable): StoredSheetAppeal => ({
  ...{ id: row.id, term: row.term, version: row.version, person: row.person, item: row.item },
  ...{ value: row.value, text: row.text, at: row.at },
  closing:
    row.how === null || row.closed_at === null
      ? null
      : { how: row.how, to: row.changed_to, reason: row.reason ?? '', by: row.closed_by ?? '', at: row.closed_at },
});
