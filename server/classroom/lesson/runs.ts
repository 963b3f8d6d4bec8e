import type { z } from 'zod';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
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
import { injectAll } from './inject.ts';
import type { Lesson } from './lesson.ts';
import { makeRun } from './new-run.ts';
import type { ReplayTasks } from './replay-tasks.ts';
import { runBody, runRow } from './run-body.ts';
import { takeCode } from './run-codes.ts';
import { withRunLock } from './run-locks.ts';
import type { RunTimers } from './run-timers.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = { storage: Storage; catalogs: Catalogs; runner: DrillControl & DrillOpening; clock: Clock };
type Parts = { bells: RunTimers; lesson: Lesson; redos: ReplayTasks; audience: Subscriptions };
type By = Pick<SignedIn, 'id' | 'school'>;
type Done = Promise<Reply<RunBody>>;
type Outcome = ErrorCode | null | Reply<unknown>;

/** What teachers do with runs. Ids are of the principal's school: the door has seen to that. */
export type Runs = {
  /** Newest first. */
  list(school: string): Promise<RunRow[]>;
  body(runId: string): Promise<Reply<RunBody>>;
  create(by: By, wanted: z.infer<typeof newRunSchema>): Promise<Reply<RunBody>>;
  stage(runId: string, by: By, stage: Stage): Done;
  freeze(runId: string, by: By, frozen: boolean): Done;
  extend(runId: string, by: By, minutes: number): Done;
  lock(runId: string, by: By, locked: boolean): Done;
  code(runId: string, by: By): Done;
  say(runId: string, by: By, words: z.infer<typeof saySchema>): Done;
  inject(runId: string, by: By, what: { seat: string | null; incident: string }): Done;
  redo(runId: string, by: By, turn: z.infer<typeof replayTaskSchema>): Done;
  closeRedo(runId: string): Done;
  end(runId: string, by: By): Done;
  mark(runId: string, by: By, mark: z.infer<typeof bookmarkSchema>): Promise<Reply<{ id: string }>>;
  removeMark(runId: string, by: By, mark: string): Promise<Reply<null>>;
};

export function createRuns(needs: Needs, { bells, lesson, redos, audience }: Parts): Runs {
  const { storage, catalogs, runner, clock } = needs;
  const { runs } = storage;

  const bodyOf = async (runId: string): Promise<Reply<RunBody>> => {
    await bells.check();
    const run = await runs.run(runId);
    return run === null
      ? refused('unknown-run')
      : { ok: true, value: await runBody(storage, await catalogs.of(run.school), run, clock.now()) };
  };

  /**
   * One deed on a run that isn't over; answered with the run as it is then. `overMeanwhile`: what comes of it when
   * somebody else ended the run first.
   */
  const changeRun = async (
    runId: string,
    act: (run: Run) => Promise<Outcome>,
    overMeanwhile: Outcome = 'run-over',
  ): Done => {
    await bells.check();
    const asked = await runs.run(runId);
    if (asked !== null && asked.endedAt !== null) return refused('run-over');
    const outcome = await withRunLock(storage, runId, async () => {
      const run = await runs.run(runId);
      if (run === null) return 'unknown-run';
      return run.endedAt === null ? act(run) : overMeanwhile;
    });
    if (typeof outcome === 'string') return refused(outcome);
    return outcome !== null && !outcome.ok ? outcome : await bodyOf(runId);
  };

  return {
    list: async (school) => (await runs.runsOf(school)).map((run) => runRow(run, run)),
    body: bodyOf,
    create: async (by, wanted) => {
      const reply = await makeRun(needs, by, wanted);
      if (!reply.ok) return reply;
      await lesson.warm(reply.value);
      return await bodyOf(reply.value.id);
    },
    stage: (runId, by, stage) => changeRun(runId, async (run) => lesson.enter(run, stage, by.id)),
    freeze: (runId, by, frozen) => changeRun(runId, async (run) => lesson.freeze(run, frozen, by.id)),
    extend: (runId, by, minutes) => changeRun(runId, (run) => lesson.extend(run, minutes, by.id)),
    lock: (runId, by, locked) =>
      changeRun(runId, async (run) => {
        if (run.locked === locked) return null;
        await runs.changeRun({ ...run, locked });
        await runs.addLog(entryOf(run, clock.now(), by.id, locked ? 'lock' : 'unlock'));
        audience.runChanged(runId);
        return null;
      }),
    code: (runId, by) =>
      changeRun(runId, async (run) => {
        await takeCode(async (code) => code !== run.code && (await runs.changeRun({ ...run, code })));
        await runs.addLog(entryOf(run, clock.now(), by.id, 'code'));
        audience.runChanged(runId);
        return null;
      }),
    say: (runId, by, { seat, text }) =>
      changeRun(runId, async (run) => {
        if (seat !== null && (await runs.seat(seat))?.run !== runId) return 'unknown-seat';
        await runs.addLog(entryOf(run, clock.now(), by.id, 'say', seat, { text }));
        if (seat === null) audience.allChanged(runId);
        else audience.seatChanged(runId, seat);
        return null;
      }),
    inject: (runId, by, { seat, incident }) =>
      changeRun(runId, async (run) => {
        if (seat !== null && (await runs.seat(seat))?.run !== runId) return 'unknown-seat';
        if (!run.plan.incidents.includes(incident)) return 'incident-not-planned';
        if (run.stage !== 'drill') return 'run-not-drilling';
        const reply = await injectAll(storage, runner, run, seat, incident);
        if (reply.ok)
          await runs.addLog(entryOf(run, clock.now(), by.id, 'inject', seat, { incident, seats: reply.value }));
        return reply;
      }),
    redo: (runId, by, turn) =>
      changeRun(runId, async (run) => {
        if (run.stage === 'redo') return await redos.open(run, turn);
        if (run.stage !== 'debrief') return 'stage-order';
        const fault = await redos.fault(run, turn);
        if (fault !== null) return fault;
        await lesson.enter(run, 'redo', by.id);
        return await redos.open({ ...run, stage: 'redo' }, turn);
      }),
    closeRedo: (runId) => changeRun(runId, (run) => redos.close(run).then(() => null)),
    end: (runId, by) => changeRun(runId, (run) => lesson.end(run, by.id), null),
    mark: async (runId, by, { seat, drill, conversation, message, note }) => {
      const place = (await storage.drill(drill))?.place;
      if ((await runs.seat(seat))?.run !== runId) return refused('unknown-seat');
      if (place?.run !== runId || place.seat !== seat) return refused('unknown-drill');
      const entry = entryOf({ id: runId }, clock.now(), by.id, 'mark', seat, { drill, conversation, message, note });
      await runs.addLog(entry);
      return { ok: true, value: { id: entry.id } };
    },
    removeMark: async (runId, by, mark) => {
      const isKnown = (await runs.log(runId)).some(({ id, kind }) => id === mark && kind === 'mark');
      if (!isKnown) return refused('not-found');
      await runs.addLog(entryOf({ id: runId }, clock.now(), by.id, 'mark-removed', null, { mark }));
      return { ok: true, value: null };
    },
  };
}
