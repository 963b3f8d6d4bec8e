import type { Logger } from 'pino';
import { examViewOf } from '#classroom/exam-parts/seat-parts.ts';
import { nextChange, phaseAt, type SeatWindow, seatDueTimes, windowOf } from '#classroom/homework/window.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Homework, LateRule } from '#contract/homework/homework.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { DrillControl } from '#drills/runner/ports.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { endAll } from './end-drills.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = { storage: Storage; runner: DrillControl; clock: Clock; logger: Logger };
type Outcome = ErrorCode | null;

/** Milliseconds after which the work of a moment is tried again when it failed, for instance because the disk was busy. */
const RETRY_MS = 1000;
/** A timer is set no further ahead than this, because `setTimeout` takes no longer waits than 24 days. */
const LONGEST_TIMER_MS = DAY_MS;

/**
 * The windows of homework that isn't over: tells pages when one opens or is due, and ends the drills of a seat whose last
 * moment has passed. Which phase a seat is in follows from the times alone; what a server that was down missed is made up
 * for when it starts (RULES H2).
 */
export type HomeworkWindows = {
  /** Ends what is over, and sets the timer of the next moment. Does nothing for a lesson. */
  settle(run: Run): Promise<void>;
  /** Another due time for everybody. */
  change(run: Run, window: Pick<Homework, 'dueAt' | 'late'>, staffId: string): Promise<Outcome>;
  /** Due now, for seats with more time too, and nothing is accepted late. */
  closeEarly(run: Run, staffId: string): Promise<Outcome>;
  /** A due time of one seat's own, later than the class's. */
  extendSeat(run: Run, seat: Seat, dueAt: number, staffId: string): Promise<Outcome>;
  close(): void;
};

export const createHomeworkWindows = (
  { storage, runner, clock, logger }: Needs,
  subscriptions: Pick<Subscriptions, 'allChanged' | 'seatChanged' | 'notifyHere'>,
): HomeworkWindows => {
  const timers = new Map<string, () => void>();
  let isClosed = false;

  const windowsOf = async (run: Run, homework: Homework): Promise<Map<string, SeatWindow>> => {
    const due = seatDueTimes(await storage.runs.log(run.id));
    const windows = new Map<string, SeatWindow>();
    for (const seat of await storage.runs.seats(run.id)) {
      const sat = run.plan.exam?.sitting === undefined ? null : await examViewOf(storage, run, seat, clock.now());
      windows.set(seat.id, sat?.window ?? windowOf(homework, due.get(seat.id)));
    }
    return windows;
  };

  const wakeIn = (runId: string, ms: number): void => {
    if (isClosed) return;
    timers.set(
      runId,
      clock.setTimer(Math.min(ms, LONGEST_TIMER_MS), () => {
        timers.delete(runId);
        wake(runId).catch((error: unknown) => {
          logger.error({ err: error, run: runId }, 'homework not brought up to date');
          wakeIn(runId, RETRY_MS);
        });
      }),
    );
  };

  const wake = async (runId: string): Promise<void> => {
    const run = await storage.runs.run(runId);
    if (run === null) return;
    await settle(run);
    // Every node has this timer and tells its own pages.
    subscriptions.notifyHere.all(runId);
  };

  const settle = async (run: Run): Promise<void> => {
    timers.get(run.id)?.();
    timers.delete(run.id);
    const { homework } = run.plan;
    if (homework === undefined || run.endedAt !== null) return;
    const windows = await windowsOf(run, homework);
    const now = clock.now();
    const isOver = (seat: string | undefined): boolean => {
      const window = windows.get(seat ?? '');
      return window !== undefined && phaseAt(window, now) === 'over';
    };
    const open = (await storage.drillsOfRun(run.id)).filter(({ state }) => state !== 'ended');
    await endAll(
      runner,
      open.filter(({ place }) => isOver(place?.seat)),
      'time',
    );
    const next = nextChange([windowOf(homework, undefined), ...windows.values()], clock.now());
    // Another change may have set it meanwhile.
    timers.get(run.id)?.();
    if (next !== null) wakeIn(run.id, next - clock.now());
  };

  const save = async (run: Run, homework: Homework, staffId: string, isClosing: boolean): Promise<null> => {
    const next = { ...run, plan: { ...run.plan, homework } };
    await storage.runs.changeRun(next);
    const body = { dueAt: homework.dueAt, late: homework.late, ...(isClosing && { closed: true }) };
    await storage.runs.addLog(entryOf(run, clock.now(), staffId, 'due', null, body));
    await settle(next);
    subscriptions.allChanged(run.id);
    return null;
  };

  return {
    settle,
    change: async (run, { dueAt, late }, staffId) => {
      const { homework } = run.plan;
      if (homework === undefined) return 'homework-only';
      if (isTold(run)) return 'exam-published';
      if (dueAt <= clock.now() || dueAt <= homework.opensAt) return 'due-past';
      return await save(run, { ...homework, dueAt, late }, staffId, false);
    },
    closeEarly: async (run, staffId) => {
      const { homework } = run.plan;
      if (homework === undefined) return 'homework-only';
      // The moment itself would still be open.
      const dueAt = Math.min(homework.dueAt, clock.now() - 1);
      return await save(
        run,
        { ...homework, opensAt: Math.min(homework.opensAt, dueAt), dueAt, late: CLOSED },
        staffId,
        true,
      );
    },
    extendSeat: async (run, seat, dueAt, staffId) => {
      const { homework } = run.plan;
      if (homework === undefined) return 'homework-only';
      if (isTold(run)) return 'exam-published';
      if (dueAt <= clock.now() || dueAt <= homework.opensAt) return 'due-past';
      await storage.runs.addLog(entryOf(run, clock.now(), staffId, 'due', seat.id, { dueAt }));
      await settle(run);
      subscriptions.seatChanged(run.id, seat.id);
      return null;
    },
    close: () => {
      isClosed = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
};

/** An exam whose marks are told isn't sat any further: who sat it has read the keys (RULES O3). */
const isTold = ({ plan, publishedAt }: Run): boolean => plan.exam !== undefined && publishedAt !== null;

const CLOSED: LateRule = null;
