import type { EvaluationStorage } from '#storage/evaluation.ts';
import type { Tables } from '#storage/queries/dialect.ts';

const STEP = ['id', 'term', 'kind', 'step', 'by', 'at'] as const;
const DRAFT = ['term', 'person', 'side', 'by', 'version', 'marks', 'note', 'at'] as const;
const RECOMMENDATION = ['id', 'term', 'person', 'step', 'by', 'at'] as const;
const RANKING = ['id', 'term', 'person', 'step', 'at'] as const;

const withMarks = <T extends { marks: string }>(row: T): Omit<T, 'marks'> & { marks: Record<string, number> } => ({
  ...row,
  marks: JSON.parse(row.marks),
});

/** Three-sided evaluation, trial of pay and recommended trainees of terms. */
export const evaluationStorage = ({ db }: Tables): EvaluationStorage => {
  const drafts = () => db.selectFrom('side_drafts').select(DRAFT).orderBy('at').orderBy('rowid');
  const entries = () =>
    db
      .selectFrom('side_entries')
      .select(['id', ...DRAFT])
      .orderBy('at')
      .orderBy('rowid');
  const recommendations = () => db.selectFrom('recommendations').select(RECOMMENDATION).orderBy('at').orderBy('rowid');
  const rankingSteps = () => db.selectFrom('ranking_steps').select(RANKING).orderBy('at').orderBy('rowid');
  return {
    rules: async (term, kind) => {
      const found = db.selectFrom('term_rules').selectAll().where('term', '=', term).where('kind', '=', kind);
      const row = await found.executeTakeFirst();
      return { version: row?.version ?? 0, body: row === undefined || row.body === null ? null : JSON.parse(row.body) };
    },
    putRules: async (term, kind, version, rules) => {
      const body = rules === null ? null : JSON.stringify(rules);
      if (version === 1) {
        const made = db.insertInto('term_rules').values({ term, kind, version, body });
        const { numInsertedOrUpdatedRows } = await made.onConflict((on) => on.doNothing()).executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await db
        .updateTable('term_rules')
        .set({ version, body })
        .where('term', '=', term)
        .where('kind', '=', kind)
        .where('version', '=', version - 1)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    addStep: async (step) => {
      await db.insertInto('term_steps').values(step).execute();
    },
    steps: (term, kind) =>
      db
        .selectFrom('term_steps')
        .select(STEP)
        .where('term', '=', term)
        .where('kind', '=', kind)
        .orderBy('at')
        .orderBy('rowid')
        .execute(),
    putDraft: async ({ marks, ...draft }) => {
      const body = { version: draft.version, marks: JSON.stringify(marks), note: draft.note, at: draft.at };
      const made = db.insertInto('side_drafts').values({ ...draft, ...body });
      await made.onConflict((on) => on.columns(['term', 'person', 'side', 'by']).doUpdateSet(body)).execute();
    },
    draft: async ({ term, person, side, by }) => {
      const found = drafts().where('term', '=', term).where('person', '=', person).where('side', '=', side);
      const row = await found.where('by', '=', by).executeTakeFirst();
      return row === undefined ? null : withMarks(row);
    },
    addEntry: ({ marks, ...entry }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('side_entries')
          .values({ ...entry, marks: JSON.stringify(marks) })
          .execute();
        await transaction
          .deleteFrom('side_drafts')
          .where('term', '=', entry.term)
          .where('person', '=', entry.person)
          .where('side', '=', entry.side)
          .where('by', '=', entry.by)
          .execute();
      }),
    entries: async (term) => (await entries().where('term', '=', term).execute()).map(withMarks),
    entriesOf: async (person) => (await entries().where('person', '=', person).execute()).map(withMarks),
    draftsOf: async (person) =>
      (await drafts().where('person', '=', person).where('by', '=', person).execute()).map(withMarks),
    addRecommendation: async (step) => {
      await db.insertInto('recommendations').values(step).execute();
    },
    recommendations: (term) => recommendations().where('term', '=', term).execute(),
    recommendationsOf: (person) => recommendations().where('person', '=', person).execute(),
    addRankingStep: async (step) => {
      await db.insertInto('ranking_steps').values(step).execute();
    },
    rankingSteps: (term) => rankingSteps().where('term', '=', term).execute(),
    rankingStepsOf: (person) => rankingSteps().where('person', '=', person).execute(),
  };
};
