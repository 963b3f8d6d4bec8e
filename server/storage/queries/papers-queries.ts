import type { GivenAnswer } from '#contract/questions.ts';
import type { PapersStorage, Sitting, StoredAnswer } from '#storage/papers.ts';
import { isOneOf, type Tables } from './dialect.ts';
import type { PaperAnswersTable, SittingsTable } from './run-tables.ts';

export function papersStorage({ db, dialect }: Tables): PapersStorage {
  return {
    create: async ({ run, questions, body }) => {
      await db
        .insertInto('papers')
        .values({ run, questions: JSON.stringify(questions), body })
        .execute();
    },
    paper: async (run) => {
      const row = await db
        .selectFrom('papers')
        .select(['run', 'questions', 'body'])
        .where('run', '=', run)
        .executeTakeFirst();
      return row === undefined ? null : { ...row, questions: idsIn(row.questions) };
    },
    questionsOf: async (runs) => {
      const rows = await db
        .selectFrom('papers')
        .select('questions')
        .where(isOneOf(dialect, 'run', runs))
        .orderBy('rowid')
        .execute();
      return [...new Set(rows.flatMap(({ questions }) => idsIn(questions)))];
    },
    begin: async ({ seat, run, begunAt }) => {
      const stored = await db
        .insertInto('sittings')
        .values({ seat, run, begun_at: begunAt, handed_in_at: null })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return stored.numInsertedOrUpdatedRows === 1n;
    },
    sitting: async (seat) => {
      const row = await db
        .selectFrom('sittings')
        .select(['seat', 'run', 'begun_at', 'handed_in_at'])
        .where('seat', '=', seat)
        .executeTakeFirst();
      return row === undefined ? null : sittingIn(row);
    },
    seatsSat: async (guest, person) => {
      const rows = await db
        .selectFrom('sittings')
        .innerJoin('seats', 'seats.id', 'sittings.seat')
        .select('sittings.seat')
        .where((eb) =>
          eb.or([
            ...(guest === null ? [] : [eb('seats.guest', '=', guest)]),
            ...(person === null ? [] : [eb('seats.person', '=', person)]),
          ]),
        )
        .orderBy('sittings.rowid', 'desc')
        .execute();
      return rows.map(({ seat }) => seat);
    },
    sittings: async (run) => {
      const rows = await db
        .selectFrom('sittings')
        .select(['seat', 'run', 'begun_at', 'handed_in_at'])
        .where('run', '=', run)
        .orderBy('begun_at')
        .orderBy('rowid')
        .execute();
      return rows.map(sittingIn);
    },
    handIn: async (seat, at) => {
      await db
        .updateTable('sittings')
        .set({ handed_in_at: at })
        .where('seat', '=', seat)
        .where('handed_in_at', 'is', null)
        .execute();
    },
    putAnswer: async ({ seat, question, answer, flagged, at }) => {
      const written = {
        answer: answer === null ? null : JSON.stringify(answer),
        flagged: flagged ? 1 : 0,
        at,
      } as const;
      await db
        .insertInto('paper_answers')
        .values({ seat, question, ...written })
        .onConflict((on) => on.columns(['seat', 'question']).doUpdateSet(written))
        .execute();
    },
    answers: async (seat) => {
      const rows = await db
        .selectFrom('paper_answers')
        .select(['seat', 'question', 'answer', 'flagged', 'at'])
        .where('seat', '=', seat)
        .orderBy('rowid')
        .execute();
      return rows.map(answerIn);
    },
    answersOfRun: async (run) => {
      const rows = await db
        .selectFrom('paper_answers')
        .innerJoin('sittings', 'sittings.seat', 'paper_answers.seat')
        .select(['paper_answers.seat', 'paper_answers.question', 'paper_answers.answer'])
        .select(['paper_answers.flagged', 'paper_answers.at'])
        .where('sittings.run', '=', run)
        .orderBy('paper_answers.rowid')
        .execute();
      return rows.map(answerIn);
    },
  };
}

function idsIn(json: string): string[] {
  return JSON.parse(json);
}

const sittingIn = ({ seat, run, begun_at, handed_in_at }: SittingsTable): Sitting => ({
  ...{ seat, run, begunAt: begun_at, handedInAt: handed_in_at },
});

const answerIn = ({ seat, question, answer, flagged, at }: PaperAnswersTable): StoredAnswer => ({
  ...{ seat, question, flagged: flagged === 1, at },
  answer: answer === null ? null : givenIn(answer),
});

function givenIn(json: string): GivenAnswer {
  return JSON.parse(json);
}
