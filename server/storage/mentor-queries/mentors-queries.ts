import type { MentorsStorage, SharedKind } from '#storage/mentors/mentors.ts';
import { type Tables, writeUnlessTaken } from '#storage/queries/dialect.ts';

const MENTORSHIP = [
  ...(['id', 'school', 'login', 'code', 'by', 'at', 'expires_at as expiresAt', 'person'] as const),
  ...(['accepted_at as acceptedAt', 'ended_at as endedAt', 'ended_by as endedBy'] as const),
] as const;
const SHARE = ['id', 'school', 'kind', 'thing', 'step', 'by', 'at'] as const;

/** Mentors of other schools, and what is shared with them. */
export const mentorsStorage = ({ db }: Tables): MentorsStorage => {
  const mentorships = () => db.selectFrom('mentorships').select(MENTORSHIP);
  const lastStep = async (kind: SharedKind, thing: string) =>
    await db
      .selectFrom('shares')
      .select(SHARE)
      .where('kind', '=', kind)
      .where('thing', '=', thing)
      .orderBy('rowid', 'desc')
      .limit(1)
      .executeTakeFirst();
  return {
    invite: ({ id, school, login, code, by, at, person, ...times }) =>
      writeUnlessTaken(() =>
        db
          .insertInto('mentorships')
          .values({
            ...{ id, school, login, code, by, at, person, expires_at: times.expiresAt },
            ...{ accepted_at: times.acceptedAt, ended_at: times.endedAt, ended_by: times.endedBy },
          })
          .execute(),
      ),
    mentorship: async (id) => (await mentorships().where('id', '=', id).executeTakeFirst()) ?? null,
    byCode: async (code) => (await mentorships().where('code', '=', code).executeTakeFirst()) ?? null,
    ofSchool: (school) => mentorships().where('school', '=', school).orderBy('rowid', 'desc').execute(),
    ofPerson: (person, login) =>
      mentorships()
        .where((eb) => eb.or([eb('person', '=', person), eb.and([eb('person', 'is', null), eb('login', '=', login)])]))
        .orderBy('rowid', 'desc')
        .execute(),
    accept: async (id, person, at) => {
      const { numUpdatedRows } = await db
        .updateTable('mentorships')
        .set({ person, accepted_at: at })
        .where('id', '=', id)
        .where('person', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    end: async (id, by, at) => {
      const { numUpdatedRows } = await db
        .updateTable('mentorships')
        .set({ ended_at: at, ended_by: by })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    isMentorOf: async (person, school) =>
      (await db
        .selectFrom('mentorships')
        .select('id')
        .where('person', '=', person)
        .where('school', '=', school)
        .where('ended_at', 'is', null)
        .executeTakeFirst()) !== undefined,
    reviewed: async (run, person) => {
      const reports = await db
        .selectFrom('drills')
        .select('id')
        .where('run', '=', run)
        .where('state', '=', 'ended')
        .where('redo', 'is', null)
        .where('retry_drill', 'is', null)
        .where('erased_at', 'is', null)
        .execute();
      const commented = await db
        .selectFrom('comments')
        .innerJoin('drills', 'drills.id', 'comments.drill')
        .select('comments.drill')
        .distinct()
        .where('drills.run', '=', run)
        .where('drills.redo', 'is', null)
        .where('comments.by', '=', person)
        .execute();
      return { reports: reports.length, commented: commented.length };
    },
    addShare: async (share) => {
      await db.insertInto('shares').values(share).execute();
    },
    shares: (kind, thing) =>
      db
        .selectFrom('shares')
        .select(SHARE)
        .where('kind', '=', kind)
        .where('thing', '=', thing)
        .orderBy('rowid')
        .execute(),
    isShared: async (school, kind, thing) => {
      const last = await lastStep(kind, thing);
      return last?.school === school && last.step === 'shared';
    },
    sharedBy: async (school) => {
      const steps = await db.selectFrom('shares').select(SHARE).where('school', '=', school).orderBy('rowid').execute();
      const last = new Map(steps.map((step) => [`${step.kind} ${step.thing}`, step]));
      return [...last.values()].flatMap(({ kind, thing, step, at }) =>
        step === 'shared' ? [{ kind, thing, at }] : [],
      );
    },
  };
};
