import type { LearningPathStorage, StoredEvaluation, StoredPathSettings } from '#storage/learning-path.ts';
import type { Tables } from './dialect.ts';
import type { EvaluationsTable } from './run-tables.ts';

export const learningPathStorage = ({ db }: Tables): LearningPathStorage => {
  return {
    putSettings: async ({ body, ...settings }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('path_settings')
        .values({ ...settings, body: body === null ? null : JSON.stringify(body) })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    settings: async (school) => {
      const rows = db.selectFrom('path_settings').select(['school', 'version', 'body', 'by', 'at']);
      const row = await rows.where('school', '=', school).orderBy('version', 'desc').limit(1).executeTakeFirst();
      return row === undefined ? null : { ...row, body: row.body === null ? null : bodyIn(row.body) };
    },
    addEvaluation: async ({ withdrawn, ...evaluation }) => {
      await db
        .insertInto('evaluations')
        .values({
          ...evaluation,
          withdrawn_at: withdrawn?.at ?? null,
          withdrawn_by: withdrawn?.by ?? null,
          withdrawn_why: withdrawn?.why ?? null,
        })
        .execute();
    },
    evaluations: async (person) =>
      (
        await db
          .selectFrom('evaluations')
          .selectAll()
          .where('person', '=', person)
          .orderBy('at')
          .orderBy('rowid')
          .execute()
      ).map(evaluationIn),
    withdrawEvaluation: async (id, person, { at, by, why }) => {
      const { numUpdatedRows } = await db
        .updateTable('evaluations')
        .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_why: why })
        .where('id', '=', id)
        .where('person', '=', person)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
};

const evaluationIn = (row: EvaluationsTable): StoredEvaluation => ({
  ...{ id: row.id, school: row.school, person: row.person, mark: row.mark, note: row.note, by: row.by, at: row.at },
  withdrawn:
    row.withdrawn_at === null
      ? null
      : { at: row.withdrawn_at, by: row.withdrawn_by ?? '', why: row.withdrawn_why ?? '' },
});

const bodyIn = (body: string): StoredPathSettings['body'] => {
  return JSON.parse(body);
};
