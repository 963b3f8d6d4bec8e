/** Carries out, at a quiet hour of each day, what a school has set about how long things are kept. */
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { DataBody, RetentionDue, RetentionKind } from '#contract/personal-data/retention.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { ErasureScope } from '#storage/personal-data.ts';
import type { Storage } from '#storage/storage.ts';
import type { Erasures } from './erasures.ts';

/** `wallClock` tells the hour of day; the timer goes by `clock`, which no setting of the machine's clock moves. */
type Needs = { storage: Storage; erasures: Erasures; clock: Clock; wallClock: Pick<Clock, 'now'>; logger: Logger };
export type Retention = {
  /** What the settings of a school are and would delete the next time. */
  body(school: string): Promise<DataBody>;
  close(): void;
};

/** Ten past four in the morning, by the machine's own time: no lesson runs, and a backup of half past three is done. */
const QUIET_HOUR = 4;
const QUIET_MINUTE = 10;
/** A machine that is off at night does it so many milliseconds after its start: the first class comes first. */
const AFTER_START_MS = 10 * 60_000;
/** Drills deleted in one transaction: other requests wait for no more than that. */
const DRILLS_PER_TRANSACTION = 50;
/** Drills that a preview counts. */
const MAX_COUNTED = 100_000;

/** The next quiet hour after `now`, epoch milliseconds. */
export const nextQuietHour = (now: number): number => {
  const at = new Date(now);
  at.setHours(QUIET_HOUR, QUIET_MINUTE, 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  return at.getTime();
};

export const startRetention = ({ storage, erasures, clock, wallClock, logger }: Needs): Retention => {
  const { personalData, people, locks } = storage;
  let cancel = (): void => {};
  let isClosed = false;

  const dueCounts = async (school: string, at: number): Promise<RetentionDue[]> => {
    const { days } = await personalData.settings(school);
    const dueBefore = (count: number) => ({ school, before: at - count * DAY_MS, limit: MAX_COUNTED });
    const due: RetentionDue[] = [];
    if (days.practice !== null) {
      due.push({ kind: 'practice', n: practiceIn(await personalData.duePractice(dueBefore(days.practice))).length });
    }
    if (days.runs !== null) {
      due.push({ kind: 'runs', n: (await personalData.dueRuns(dueBefore(days.runs))).anonymisedDrills.length });
    }
    if (days.signIns !== null) {
      due.push({ kind: 'signIns', n: await personalData.signInsBefore(dueBefore(days.signIns), false) });
    }
    if (days.sessions !== null) {
      due.push({ kind: 'sessions', n: await personalData.sessionsBefore(dueBefore(days.sessions), false) });
    }
    return due;
  };

  const applyRetention = async (school: string, now: number): Promise<void> => {
    const { days } = await personalData.settings(school);
    const dueBefore = (count: number) => ({ school, before: now - count * DAY_MS, limit: DRILLS_PER_TRANSACTION });
    const by = { actor: null, school };
    const eraseDrills = async (kind: RetentionKind): Promise<void> => {
      const count = kind === 'practice' ? days.practice : days.runs;
      if (count === null) return;
      for (;;) {
        const scope =
          kind === 'practice'
            ? await personalData.duePractice(dueBefore(count))
            : await personalData.dueRuns(dueBefore(count));
        if ((kind === 'practice' ? practiceIn(scope) : scope.anonymisedDrills).length === 0 || isClosed) return;
        await erasures.eraseScope(scope, by, kind, school);
        await new Promise((then) => setImmediate(then));
      }
    };
    await eraseDrills('practice');
    await eraseDrills('runs');
    const signIns = days.signIns === null ? 0 : await personalData.signInsBefore(dueBefore(days.signIns), true);
    const sessions = days.sessions === null ? 0 : await personalData.sessionsBefore(dueBefore(days.sessions), true);
    if (signIns + sessions > 0) {
      const note = { at: now, school, actor: null, kind: 'retention-done', subject: school } as const;
      await storage.audit.append([{ ...note, details: { 'sign-ins': signIns, sessions } }]);
    }
    await personalData.noteRetentionDone(school, now);
  };

  /** Every school whose last time is before the latest quiet hour. */
  const retainAll = async (): Promise<void> => {
    const now = wallClock.now();
    const latestQuietHour = nextQuietHour(now) - DAY_MS;
    await locks.hold('retention', async () => {
      for (const { id } of await people.schools()) {
        const { doneAt } = await personalData.settings(id);
        if (isClosed || (doneAt !== null && doneAt >= latestQuietHour)) continue;
        await applyRetention(id, now);
      }
      const count = await personalData.sweepOrphans();
      if (count > 0) logger.warn({ items: count }, 'rows of deleted drills removed');
    });
  };
  const work = (): void => {
    retainAll().catch((error: unknown) => logger.error({ err: error }, 'retention failed'));
    schedule();
  };
  const schedule = (): void => {
    const now = wallClock.now();
    cancel = clock.setTimer(nextQuietHour(now) - now, work);
  };
  cancel = clock.setTimer(Math.min(AFTER_START_MS, nextQuietHour(wallClock.now()) - wallClock.now()), work);

  return {
    body: async (school) => {
      const nextAt = nextQuietHour(wallClock.now());
      const { days, officer, doneAt } = await personalData.settings(school);
      const colleagues = (await people.peopleOf(school)).filter(
        (one) => one.role !== 'trainee' && one.disabledAt === null,
      );
      return {
        school: (await people.schools()).find(({ id }) => id === school)?.name ?? '',
        settings: { days, officer },
        staff: colleagues.map(({ id, name }) => ({ id, name })),
        doneAt,
        nextAt,
        due: await dueCounts(school, nextAt),
      };
    },
    close: () => {
      isClosed = true;
      cancel();
    },
  };
};

/** A mock exam sat alone whose customers were begun goes with its drill, and counts beside it. */
const practiceIn = ({ drills, privateExams }: ErasureScope): string[] => [...drills, ...privateExams];
