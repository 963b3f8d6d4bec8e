import type { z } from 'zod';
import { runsSeenBy } from '#classroom/accounts/mentor-view.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { homeworkWindowSchema } from '#contract/homework/homework.ts';
import type { OwnShop } from '#contract/plans/own-shops.ts';
import type {
  bookmarkSchema,
  newRunSchema,
  RunBody,
  RunRow,
  replayTaskSchema,
  Stage,
  saySchema,
} from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { DrillControl, DrillOpening } from '#drills/runner/ports.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { HomeworkWindows } from './homework-window.ts';
import { injectAll } from './inject.ts';
import type { Lesson } from './lesson.ts';
import { makeRun, teamShops } from './new-run.ts';
import type { ReplayTasks } from './replay-tasks.ts';
import { runBody, runRow } from './run-body.ts';
import { takeCode } from './run-codes.ts';
import { withRunLock } from './run-locks.ts';
import type { RunTimers } from './run-timers.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = { storage: Storage; catalogs: Catalogs; runner: DrillControl & DrillOpening; clock: Clock };
type Parts = {
  runTimers: RunTimers;
  lesson: Lesson;
  replayTasks: ReplayTasks;
  subscriptions: Subscriptions;
  homework: HomeworkWindows;
};
type Staff = Pick<SignedIn, 'id' | 'school'>;
type RunReply = Promise<Reply<RunBody>>;
type Outcome = ErrorCode | null | Reply<unknown>;

/** What teachers do with runs. Ids belong to the principal's school: the route has checked that. */
export type Runs = {
  /** Newest first; of a mentor those that aren't kept from them. */
  list(staff: Staff & Pick<SignedIn, 'role'>): Promise<RunRow[]>;
  body(runId: string): Promise<Reply<RunBody>>;
  /** What each team of a class of the school would play, were a run of these cases made now. */
  ownShops(staff: Staff, classId: string, scenarios: readonly string[]): Promise<OwnShop[]>;
  create(staff: Staff, request: z.infer<typeof newRunSchema>): Promise<Reply<RunBody>>;
  enterStage(runId: string, staff: Staff, enterStage: Stage): RunReply;
  freeze(runId: string, staff: Staff, frozen: boolean): RunReply;
  extend(runId: string, staff: Staff, minutes: number): RunReply;
  lock(runId: string, staff: Staff, locked: boolean): RunReply;
  renewCode(runId: string, staff: Staff): RunReply;
  say(runId: string, staff: Staff, message: z.infer<typeof saySchema>): RunReply;
  inject(runId: string, staff: Staff, incident: { seat: string | null; incident: string }): RunReply;
  openReplayTask(runId: string, staff: Staff, turn: z.infer<typeof replayTaskSchema>): RunReply;
  closeReplayTask(runId: string): RunReply;
  /** Another due time for everybody. */
  changeWindow(runId: string, staff: Staff, window: z.infer<typeof homeworkWindowSchema>): RunReply;
  closeHomework(runId: string, staff: Staff): RunReply;
  /** Another planned moment for a lesson that hasn't begun; null: none. */
  planStart(runId: string, startsAt: number | null): RunReply;
  end(runId: string, staff: Staff): RunReply;
  addBookmark(runId: string, staff: Staff, addBookmark: z.infer<typeof bookmarkSchema>): Promise<Reply<{ id: string }>>;
  removeBookmark(runId: string, staff: Staff, addBookmark: string): Promise<Reply<null>>;
};

export const createRuns = (needs: Needs, { runTimers, lesson, replayTasks, subscriptions, homework }: Parts): Runs => {
  const { storage, catalogs, runner, clock } = needs;
  const { runs } = storage;

  const bodyOf = async (runId: string): Promise<Reply<RunBody>> => {
    await runTimers.checkForSleep();
    const run = await runs.run(runId);
    return run === null
      ? refused('unknown-run')
      : { ok: true, value: await runBody(storage, await catalogs.of(run.school), run, clock.now()) };
  };

  /**
   * Changes a run that isn't over and answers with the run as it is then. `overMeanwhile`: the outcome when somebody
   * else ended the run first.
   */
  const changeRun = async (
    runId: string,
    change: (run: Run) => Promise<Outcome>,
    overMeanwhile: Outcome = 'run-over',
  ): RunReply => {
    await runTimers.checkForSleep();
    const runBefore = await runs.run(runId);
    if (runBefore !== null && runBefore.endedAt !== null) return refused('run-over');
    const outcome = await withRunLock(storage, runId, async () => {
      const run = await runs.run(runId);
      if (run === null) return 'unknown-run';
      return run.endedAt === null ? change(run) : overMeanwhile;
    });
    if (typeof outcome === 'string') return refused(outcome);
    return outcome !== null && !outcome.ok ? outcome : await bodyOf(runId);
  };

  /** The same, of a run with a window of its own: a contest's is the host's (RULES J54). */
  const changeOwn = (runId: string, change: (run: Run) => Promise<Outcome>): RunReply =>
    changeRun(runId, async (run) => (run.plan.contest === undefined ? await change(run) : 'contest-run'));
  /** The same, of a run with a clock for all: homework has none that could be stopped, and no stages (RULES H1). */
  const changeTimed = (runId: string, change: (run: Run) => Promise<Outcome>): RunReply =>
    changeRun(runId, async (run) => (run.plan.homework === undefined ? await change(run) : 'lesson-only'));
  /** The same, of a lesson: a paper has no drills to freeze, to send into or to do again. */
  const changeLesson = (runId: string, change: (run: Run) => Promise<Outcome>): RunReply =>
    changeTimed(runId, async (run) => (run.plan.paper === undefined ? await change(run) : 'lesson-only'));

  return {
    list: async (staff) => {
      const rows = (await runs.runsOf(staff.school)).filter(await runsSeenBy(storage, staff));
      const ids = rows.map(({ id }) => id);
      const [reports, papers] = [await storage.discussion.openIn(ids), await storage.paperAppeals.open(ids)];
      return rows.map((run) => {
        const appeals = (reports.get(run.id) ?? 0) + (papers.get(run.id) ?? 0);
        return { ...runRow(run, run), ...(appeals > 0 && { appeals }) };
      });
    },
    body: bodyOf,
    ownShops: async ({ school }, classId, scenarios) => teamShops(needs, school, classId, scenarios),
    create: async (staff, request) => {
      const reply = await makeRun(needs, staff, request);
      if (!reply.ok) return reply;
      await lesson.preloadCases(reply.value);
      await homework.settle(reply.value);
      return await bodyOf(reply.value.id);
    },
    enterStage: (runId, staff, stage) => changeTimed(runId, async (run) => lesson.enter(run, stage, staff.id)),
    freeze: (runId, staff, frozen) => changeLesson(runId, async (run) => lesson.freeze(run, frozen, staff.id)),
    extend: (runId, staff, minutes) => changeTimed(runId, (run) => lesson.extend(run, minutes, staff.id)),
    lock: (runId, staff, locked) =>
      changeRun(runId, async (run) => {
        if (run.locked === locked) return null;
        await runs.changeRun({ ...run, locked });
        await runs.addLog(entryOf(run, clock.now(), staff.id, locked ? 'lock' : 'unlock'));
        subscriptions.runChanged(runId);
        return null;
      }),
    renewCode: (runId, staff) =>
      changeRun(runId, async (run) => {
        await takeCode(async (code) => code !== run.code && (await runs.changeRun({ ...run, code })));
        await runs.addLog(entryOf(run, clock.now(), staff.id, 'code'));
        subscriptions.runChanged(runId);
        return null;
      }),
    say: (runId, staff, { seat, text }) =>
      changeRun(runId, async (run) => {
        if (seat !== null && (await runs.seat(seat))?.run !== runId) return 'unknown-seat';
        await runs.addLog(entryOf(run, clock.now(), staff.id, 'say', seat, { text }));
        if (seat === null) subscriptions.allChanged(runId);
        else subscriptions.seatChanged(runId, seat);
        return null;
      }),
    inject: (runId, staff, { seat, incident }) =>
      changeLesson(runId, async (run) => {
        if (seat !== null && (await runs.seat(seat))?.run !== runId) return 'unknown-seat';
        if (!run.plan.incidents.includes(incident)) return 'incident-not-planned';
        if (run.stage !== 'drill') return 'run-not-drilling';
        const reply = await injectAll(storage, runner, run, seat, incident);
        if (reply.ok)
          await runs.addLog(entryOf(run, clock.now(), staff.id, 'inject', seat, { incident, seats: reply.value }));
        return reply;
      }),
    openReplayTask: (runId, staff, turn) =>
      changeLesson(runId, async (run) => {
        if (run.stage === 'redo') return await replayTasks.open(run, turn);
        if (run.stage !== 'debrief') return 'stage-order';
        const refusal = await replayTasks.refusalFor(run, turn);
        if (refusal !== null) return refusal;
        await lesson.enter(run, 'redo', staff.id);
        return await replayTasks.open({ ...run, stage: 'redo' }, turn);
      }),
    closeReplayTask: (runId) => changeRun(runId, (run) => replayTasks.close(run).then(() => null)),
    changeWindow: (runId, staff, window) => changeOwn(runId, (run) => homework.change(run, window, staff.id)),
    closeHomework: (runId, staff) => changeOwn(runId, (run) => homework.closeEarly(run, staff.id)),
    planStart: (runId, startsAt) =>
      changeTimed(runId, async (run) => {
        const { startsAt: _, ...plan } = run.plan;
        if (run.startedAt !== null) return 'stage-order';
        await runs.changeRun({ ...run, plan: startsAt === null ? plan : { ...plan, startsAt } });
        return null;
      }),
    end: (runId, staff) => changeRun(runId, (run) => lesson.end(run, staff.id), null),
    addBookmark: async (runId, staff, { seat, drill, conversation, message, note }) => {
      const place = (await storage.drill(drill))?.place;
      if ((await runs.seat(seat))?.run !== runId) return refused('unknown-seat');
      if (place?.run !== runId || place.seat !== seat) return refused('unknown-drill');
      const entry = entryOf({ id: runId }, clock.now(), staff.id, 'mark', seat, { drill, conversation, message, note });
      await runs.addLog(entry);
      return { ok: true, value: { id: entry.id } };
    },
    removeBookmark: async (runId, staff, mark) => {
      const isKnown = (await runs.log(runId)).some(({ id, kind }) => id === mark && kind === 'mark');
      if (!isKnown) return refused('not-found');
      await runs.addLog(entryOf({ id: runId }, clock.now(), staff.id, 'mark-removed', null, { mark }));
      return { ok: true, value: null };
    },
  };
};
