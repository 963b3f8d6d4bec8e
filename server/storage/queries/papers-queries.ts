import { sql } from 'kysely';
import type { PartKind } from '#contract/plans/exam.ts';
import type { GivenAnswer } from '#contract/questions.ts';
import type { ExamsStorage, Resit, TypingSitting } from '#storage/exams.ts';
import type { PapersStorage, Sitting, StoredAnswer } from '#storage/papers.ts';
import { isOneOf, type Tables } from './dialect.ts';
import type { PaperAnswersTable, ResitsTable, SittingsTable, TypingSittingsTable } from './run-tables.ts';

export const papersStorage = ({ db, dialect }: Tables): PapersStorage => {
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
};

const idsIn = (json: string): string[] => {
  return JSON.parse(json);
};

const sittingIn = ({ seat, run, begun_at, handed_in_at }: SittingsTable): Sitting => ({
  ...{ seat, run, begunAt: begun_at, handedInAt: handed_in_at },
});

const answerIn = ({ seat, question, answer, flagged, at }: PaperAnswersTable): StoredAnswer => ({
  ...{ seat, question, flagged: flagged === 1, at },
  answer: answer === null ? null : givenIn(answer),
});

const givenIn = (json: string): GivenAnswer => {
  return JSON.parse(json);
};

/** Exams of parts, whose papers are those above. */
export const examsStorage = ({ db }: Tables): ExamsStorage => {
  const resits = () => db.selectFrom('resits').select(['seat', 'run', 'first', 'parts']).orderBy('rowid');
  const sittings = () => db.selectFrom('typing_sittings').selectAll().orderBy('rowid');
  return {
    create: (exam, resitsOfExam) =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('exams').values(exam).execute();
        const rows = resitsOfExam.map(({ seat, run, first, parts }) => ({
          ...{ seat, run, first },
          parts: JSON.stringify(parts),
        }));
        if (rows.length > 0) await trx.insertInto('resits').values(rows).execute();
      }),
    exam: async (run) => {
      const row = await db.selectFrom('exams').select(['run', 'of', 'body']).where('run', '=', run).executeTakeFirst();
      return row ?? null;
    },
    resitRuns: async (of) => {
      const rows = await db.selectFrom('exams').select('run').where('of', '=', of).orderBy('rowid').execute();
      return rows.map(({ run }) => run);
    },
    resit: async (seat) => {
      const row = await resits().where('seat', '=', seat).executeTakeFirst();
      return row === undefined ? null : resitIn(row);
    },
    resitsOfRun: async (run) => (await resits().where('run', '=', run).execute()).map(resitIn),
    resitsOfSeat: async (first) => (await resits().where('first', '=', first).execute()).map(resitIn),
    beginTyping: async ({ seat, run, begunAt }) => {
      const stored = await db
        .insertInto('typing_sittings')
        .values({ seat, run, begun_at: begunAt, ended_at: null, typed: '[]', left_page: 0, pasted: 0 })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return stored.numInsertedOrUpdatedRows === 1n;
    },
    typing: async (seat) => {
      const row = await sittings().where('seat', '=', seat).executeTakeFirst();
      return row === undefined ? null : typingIn(row);
    },
    typingOfRun: async (run) => (await sittings().where('run', '=', run).execute()).map(typingIn),
    putTyped: async (seat, { typed, left, pasted, endedAt }) => {
      await db
        .updateTable('typing_sittings')
        .set({ typed: JSON.stringify(typed), left_page: left, pasted, ended_at: endedAt })
        .where('seat', '=', seat)
        .where('ended_at', 'is', null)
        .execute();
    },
    noteLeft: async (seat, part) => {
      await db
        .insertInto('seat_leaves')
        .values({ seat, part, n: 1 })
        .onConflict((on) => on.columns(['seat', 'part']).doUpdateSet({ n: sql`seat_leaves.n + 1` }))
        .execute();
    },
    left: async (seat) => {
      const rows = await db.selectFrom('seat_leaves').select(['part', 'n']).where('seat', '=', seat).execute();
      return new Map(rows.map(({ part, n }) => [part, n]));
    },
    seatsHeld: async (guest, person) => {
      const rows = await db
        .selectFrom('seats')
        .innerJoin('exams', 'exams.run', 'seats.run')
        .select('seats.id')
        .where((eb) =>
          eb.or([
            ...(guest === null ? [] : [eb('seats.guest', '=', guest)]),
            ...(person === null ? [] : [eb('seats.person', '=', person)]),
          ]),
        )
        .orderBy('seats.rowid', 'desc')
        .execute();
      return rows.map(({ id }) => id);
    },
  };
};

const resitIn = ({ parts, ...rest }: ResitsTable): Resit => ({ ...rest, parts: partsIn(parts) });

const partsIn = (json: string): PartKind[] => {
  return JSON.parse(json);
};

const typingIn = ({ seat, run, begun_at, ended_at, typed, left_page, pasted }: TypingSittingsTable): TypingSitting => ({
  ...{ seat, run, begunAt: begun_at, endedAt: ended_at, typed: typedIn(typed), left: left_page, pasted },
});

const typedIn = (json: string): string[] => {
  return JSON.parse(json);
};
