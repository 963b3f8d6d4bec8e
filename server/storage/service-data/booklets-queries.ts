import type { Tables } from '#storage/queries/dialect.ts';
import type { BookletsStorage, StoredBooklet } from '#storage/service-data.ts';

export const bookletsStorage = ({ db }: Tables): BookletsStorage => {
  const booklet = async (term: string): Promise<StoredBooklet | null> => {
    const head = db.selectFrom('booklets').select(['version', 'title', 'by', 'at']).where('term', '=', term);
    const found = await head.executeTakeFirst();
    if (found === undefined) return null;
    const rows = await db
      .selectFrom('booklet_items')
      .select(['run', 'code', 'drill', 'good_drill', 'body'])
      .where('term', '=', term)
      .orderBy('place')
      .execute();
    const items = rows.map(({ run, code, drill, good_drill, body }) => ({
      ...{ run, code, drill, goodDrill: good_drill, sentence: body },
    }));
    return { term, ...found, items };
  };
  return {
    booklet,
    ofPerson: async (person) => {
      const terms = db.selectFrom('booklets').select('term').where('by', '=', person).orderBy('term');
      const found: StoredBooklet[] = [];
      for (const { term } of await terms.execute()) {
        const one = await booklet(term);
        if (one !== null) found.push(one);
      }
      return found;
    },
    put: ({ term, version, title, by, at, items }) =>
      db.transaction().execute(async (trx) => {
        const values = { version, title, by, at };
        const stored =
          version === 1
            ? (
                await trx
                  .insertInto('booklets')
                  .values({ term, ...values })
                  .onConflict((on) => on.doNothing())
                  .executeTakeFirst()
              ).numInsertedOrUpdatedRows
            : (
                await trx
                  .updateTable('booklets')
                  .set(values)
                  .where('term', '=', term)
                  .where('version', '=', version - 1)
                  .executeTakeFirst()
              ).numUpdatedRows;
        if (stored !== 1n) return false;
        await trx.deleteFrom('booklet_items').where('term', '=', term).execute();
        const rows = items.map(({ run, code, drill, goodDrill, sentence }, place) => ({
          ...{ term, place, run, code, drill, good_drill: goodDrill, body: sentence },
        }));
        if (rows.length > 0) await trx.insertInto('booklet_items').values(rows).execute();
        return true;
      }),
  };
};
