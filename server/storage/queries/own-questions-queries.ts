import type { OwnQuestion } from '#contract/practice/own-questions.ts';
import type { OwnQuestionsStorage } from '#storage/own-questions.ts';
import { isOneOf, type Tables } from './dialect.ts';

const CHANGE = [
  ...(['school', 'revision', 'kind', 'file', 'undoes'] as const),
  ...(['added', 'changed', 'removed', 'by', 'at'] as const),
] as const;
/** Rows of one statement: SQLite takes 32766 values, and a row has five. */
const ROWS_PER_STATEMENT = 500;

export const ownQuestionsStorage = ({ db, dialect }: Tables): OwnQuestionsStorage => {
  return {
    add: (change, put, removed) =>
      db.transaction().execute(async (trx) => {
        const { school, revision, kind, file, undoes, added, changed, removed: gone, by, at } = change;
        const stored = await trx
          .insertInto('question_changes')
          .values({ school, revision, kind, file, undoes, added, changed, removed: gone, by, at })
          .onConflict((on) => on.doNothing())
          .executeTakeFirst();
        if (stored.numInsertedOrUpdatedRows !== 1n) return false;
        await trx
          .updateTable('own_questions')
          .set({ until: revision })
          .where('school', '=', school)
          .where('until', 'is', null)
          .where(isOneOf(dialect, 'id', [...put.map(({ id }) => id), ...removed]))
          .execute();
        const rows = put.map((question) => ({
          ...{ school, id: question.id, since: revision, until: null },
          body: JSON.stringify(question),
        }));
        for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
          await trx
            .insertInto('own_questions')
            .values(rows.slice(from, from + ROWS_PER_STATEMENT))
            .execute();
        }
        return true;
      }),
    changes: (school) =>
      db
        .selectFrom('question_changes')
        .select(CHANGE)
        .where('school', '=', school)
        .orderBy('revision', 'desc')
        .execute(),
    revision: async (school) => {
      const newest = db.selectFrom('question_changes').select((one) => one.fn.max('revision').as('newest'));
      return (await newest.where('school', '=', school).executeTakeFirst())?.newest ?? 0;
    },
    at: async (school, revision) => {
      const rows = await db
        .selectFrom('own_questions')
        .select(['body', 'since', 'until'])
        .where('school', '=', school)
        .where('since', '<=', revision)
        .where((one) => one.or([one('until', 'is', null), one('until', '>', revision)]))
        .orderBy('since')
        .orderBy('rowid')
        .execute();
      return rows.map(({ body, since, until }) => ({ question: questionIn(body), since, until }));
    },
  };
};

const questionIn = (body: string): OwnQuestion => {
  return JSON.parse(body);
};
