/** Carries out, at a quiet hour of each day, what a school has set about how long things are kept. */
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { DataBody, RetentionDue, RetentionKind } from '#contract/personal-data/retention.ts';
import type { Storage } from '#storage/storage.ts';
import type { Erasures } from './erasures.ts';

/** `wallClock` tells the hour of day; the timer goes by `clock`, which no setting of the machine's clock moves. */
type Needs = { storage: Storage; erasures: Erasures; clock: Clock; wallClock: Pick<Clock, 'now'>; logger: Logger };
export type Retention = {
  /** What the settings of a school are and would delete the next time. */
  body(school: string): Promise<DataBody>;
  close(): void;
};

const DAY_MS = 24 * 3600_000;
/** Ten past four in the morning, by the machine's own time: no lesson runs, and a backup of half past three is done. */
const HOUR = 4;
const MINUTE = 10;
/** A machine that is off at night does it so many milliseconds after its start: the first class comes first. */
const AFTER_START_MS = 10 * 60_000;
/** Drills of one transaction: a reply waits for no more than their deletion takes. */
const AT_ONCE = 50;
/** Drills that a preview counts. */
const MAX_COUNTED = 100_000;

/** The next quiet hour after `now`, epoch milliseconds. */
export function nextQuietHour(now: number): number {
  const at = new Date(now);
  at.setHours(HOUR, MINUTE, 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  return at.getTime();
}

export function startRetention({ storage, erasures, clock, wallClock, logger }: Needs): Retention {
  const { personalData, people, locks } = storage;
  let cancel = (): void => {};
  let isClosed = false;

  const dueOf = async (school: string, at: number): Promise<RetentionDue[]> => {
    const { days } = await personalData.settings(school);
    const rule = (n: number) => ({ school, before: at - n * DAY_MS, most: MAX_COUNTED });
    const due: RetentionDue[] = [];
    if (days.practice !== null) {
      due.push({ kind: 'practice', n: (await personalData.duePractice(rule(days.practice))).drills.length });
    }
    if (days.runs !== null) {
      due.push({ kind: 'runs', n: (await personalData.dueRuns(rule(days.runs))).stripped.length });
    }
    if (days.signIns !== null) {
      due.push({ kind: 'signIns', n: await personalData.signInsBefore(rule(days.signIns), false) });
    }
    if (days.sessions !== null) {
      due.push({ kind: 'sessions', n: await personalData.sessionsBefore(rule(days.sessions), false) });
    }
    return due;
  };

  const retain = async (school: string, now: number): Promise<void> => {
    const { days } = await personalData.settings(school);
    const rule = (n: number) => ({ school, before: now - n * DAY_MS, most: AT_ONCE });
    const by = { actor: null, school };
    const eraseDrills = async (kind: RetentionKind): Promise<void> => {
      const n = kind === 'practice' ? days.practice : days.runs;
      if (n === null) return;
      for (;;) {
        const scope =
          kind === 'practice' ? await personalData.duePractice(rule(n)) : await personalData.dueRuns(rule(n));
        if ((kind === 'practice' ? scope.drills : scope.stripped).length === 0 || isClosed) return;
        await erasures.eraseScope(scope, by, kind, school);
        await new Promise((then) => setImmediate(then));
      }
    };
    await eraseDrills('practice');
    await eraseDrills('runs');
    const signIns = days.signIns === null ? 0 : await personalData.signInsBefore(rule(days.signIns), true);
    const sessions = days.sessions === null ? 0 : await personalData.sessionsBefore(rule(days.sessions), true);
    if (signIns + sessions > 0) {
      const note = { at: now, school, actor: null, kind: 'retention-done', subject: school } as const;
      await storage.audit.append([{ ...note, details: { 'sign-ins': signIns, sessions } }]);
    }
    await personalData.retained(school, now);
  };

  /** Every school whose last time is before the latest quiet hour. */
  const retainAll = async (): Promise<void> => {
    const now = wallClock.now();
    const latest = nextQuietHour(now) - DAY_MS;
    await locks.hold('retention', async () => {
      for (const { id } of await people.schools()) {
        const { doneAt } = await personalData.settings(id);
        if (isClosed || (doneAt !== null && doneAt >= latest)) continue;
        await retain(id, now);
      }
      const n = await personalData.sweep();
      if (n > 0) logger.warn({ items: n }, 'rows of deleted drills removed');
    });
  };
  const work = (): void => {
    retainAll().catch((error: unknown) => logger.error({ err: error }, 'retention failed'));
    set();
  };
  function set(): void {
    const now = wallClock.now();
    cancel = clock.setTimer(nextQuietHour(now) - now, work);
  }
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
        due: await dueOf(school, nextAt),
      };
    },
    close: () => {
      isClosed = true;
      cancel();
    },
  };
}
