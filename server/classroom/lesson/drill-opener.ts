import type { Logger } from 'pino';
import { cardOfResit } from '#classroom/exam-parts/resit-card.ts';
import { examViewOf, isOpenPart, partMinutes } from '#classroom/exam-parts/seat-parts.ts';
import { seedOf } from '#classroom/exam-parts/seat-seed.ts';
import { plannedCases, sealedCases } from '#classroom/exams/sealed-cases.ts';
import { windowOfSeat } from '#classroom/homework/seat-homework.ts';
import { usedAttempts } from '#classroom/homework/used-attempts.ts';
import { minuteInChina, phaseAt } from '#classroom/homework/window.ts';
import { leadsIn, mayHaveLeads } from '#classroom/lead-seats/who-leads.ts';
import { customersOfSeat } from '#classroom/own-shops/seat-customers.ts';
import { partOfSeat } from '#classroom/project-groups/seat-opening.ts';
import { withoutName } from '#classroom/results/anonymous.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { type Failure, failure, type Reply, refused } from '#contract/errors.ts';
import { type Catalogs, SHIPPED_ONLY } from '#drills/catalog/catalog.ts';
import type { Opening } from '#drills/runner/opening.ts';
import type { DrillControl, DrillOpening } from '#drills/runner/ports.ts';
import type { ReplayTask, Run, Seat } from '#storage/runs.ts';
import type { DrillPlace, DrillRow, Storage } from '#storage/storage.ts';
import type { Peers } from './peers.ts';

type Needs = {
  storage: Storage;
  catalogs: Pick<
    Catalogs,
    'withVersions' | 'rush' | 'momentCases' | 'shopDay' | 'naming' | 'playableOn' | 'short' | 'lead'
  >;
  runner: DrillOpening & DrillControl;
  logger: Logger;
  clock: Pick<Clock, 'now'>;
  peers: Pick<Peers, 'withLock'>;
};
type Job = { seatId: string; redo: ReplayTask | null; resolve(reply: Reply<DrillRow>): void };

export type DrillOpener = {
  /**
   * Opens the seat's next drill, or its answer to a replay task. Calls that come while it is being opened get the same
   * drill.
   */
  open(seatId: string, replayTask: ReplayTask | null): Promise<Reply<DrillRow>>;
  close(): void;
};

/** Drills made at once: a class of 45 starts in the same second, and other requests are served in between. */
const MAX_RUNNING = 3;

/** Opens the drills of seats, a few at a time. `onOpened` is called with each. */
export function createDrillOpener(
  { storage, catalogs, runner, logger, clock, peers }: Needs,
  onOpened: (row: DrillRow) => void,
): DrillOpener {
  const openings = new Map<string, Promise<Reply<DrillRow>>>();
  const queue: Job[] = [];
  let running = 0;
  let isClosed = false;

  const openWaiting = (): void => {
    const job = isClosed || running >= MAX_RUNNING ? undefined : queue.shift();
    if (job === undefined) return;
    running += 1;
    openInTurn(job)
      .catch((error: unknown): Reply<DrillRow> => {
        logger.error({ err: error, seat: job.seatId }, 'drill not opened');
        return { ok: false, error: failure('internal') };
      })
      .then((reply) => {
        running -= 1;
        job.resolve(reply);
        setImmediate(openWaiting);
      });
    setImmediate(openWaiting);
  };

  const openInTurn = (job: Job): Promise<Reply<DrillRow>> => peers.withLock(`open ${job.seatId}`, () => openNow(job));

  async function openNow({ seatId, redo: replayTask }: Job): Promise<Reply<DrillRow>> {
    // Everything is read again: while the job waited, the bell may have rung or the seat's device changed.
    const seat = await storage.runs.seat(seatId);
    const run = seat === null ? null : await storage.runs.run(seat.run);
    if (seat === null || run === null || seat.guest === null) return { ok: false, error: failure('unknown-seat') };
    const reply =
      replayTask === null
        ? await openAttempt(run, seat, seat.guest)
        : await openAnswer(run, seat, seat.guest, replayTask);
    if (!reply.ok) return reply;
    await catchUp(reply.value, seat);
    if (!isClosed) onOpened(reply.value);
    return reply;
  }

  async function openAttempt(run: Run, seat: Seat, guest: string): Promise<Reply<DrillRow>> {
    const { plan } = run;
    // A paper has no drill to open.
    if (run.endedAt !== null || run.stage !== 'drill' || plan.paper !== undefined)
      return { ok: false, error: failure('run-not-drilling') };
    const drillsOfSeat = (await storage.drillsOfRun(run.id)).filter(
      ({ place }) => place?.seat === seat.id && place.redo === null,
    );
    if (drillsOfSeat.some(({ state }) => state !== 'ended')) return { ok: false, error: failure('drill-already-open') };
    if (plan.project !== undefined) {
      const part = await partOfSeat(storage, run, seat);
      return part === null ? refused('no-attempts-left') : runner.open({ guest, ...part, place: placeOf(seat, null) });
    }
    const leads = mayHaveLeads(run) ? leadsIn(await storage.runs.log(run.id)) : null;
    if (leads?.has(seat.id)) return refused('no-attempts-left');
    const most = plan.homework === undefined ? plan.attempts : plan.homework.attempts;
    const refusal = await homeworkRefusal(run, seat);
    if (refusal !== null) return { ok: false, error: refusal };
    const used = await usedAttempts(storage, run, drillsOfSeat);
    if (used === null) return { ok: false, error: failure('contest-unscored') };
    if (most !== null && used >= most) return { ok: false, error: failure('no-attempts-left') };
    const exam = await examViewOf(storage, run, seat, clock.now());
    if (exam !== null && !isOpenPart(exam.parts, 'customers')) return { ok: false, error: failure('part-locked') };
    const { pace, arrivals, incidents, mode } = plan;
    const minutes = partMinutes(plan.minutes, exam?.extraPercent ?? 0);
    // Everybody in a contest meets the same, a school's own quick replies left out (RULES J52).
    const from =
      plan.contest === undefined
        ? { school: run.school, versions: await storage.authored.runCases(run.id) }
        : SHIPPED_ONLY;
    // A round to which nobody came is none: the next has its customers.
    const seed = seedOf(run, seat, plan.contest === undefined ? drillsOfSeat.length : used);
    const customers = await customersOfSeat({ storage, catalogs }, run, seat, { seed, from });
    if (!customers.ok) return customers;
    return runner.open({
      guest,
      ...customers.value,
      ...{ seed, mode, from, ...(plan.transfers && { transfers: true as const }) },
      ...(leads !== null && leads.size > 0 && { lead: { answerMs: catalogs.lead.answerS * 1000 } }),
      ...(await cardOf(run, seat, drillsOfSeat.length)),
      place: placeOf(seat, null),
      setting: { pace, arrivals, minutes, incidents, ownClock: plan.homework !== undefined },
    });
  }

  /**
   * Why homework can't be begun now, or null; null for a lesson. A case that an exam of the school seals isn't trained at
   * home either (RULES M45).
   */
  async function homeworkRefusal(run: Run, { id }: Seat): Promise<Failure | null> {
    const window = windowOfSeat(run, await storage.runs.log(run.id), id);
    if (window === null) return null;
    const now = clock.now();
    const phase = phaseAt(window, now);
    if (phase === 'before') return failure('homework-not-open', minuteInChina(window.opensAt));
    if (phase === 'over') return failure('homework-over');
    const isSealed = (await sealedCases(storage.runs, now)).some(
      ({ school, scenario }) => school === run.school && plannedCases(run).includes(scenario),
    );
    // An exam of parts seals its own cases, and two exams may share theirs.
    return isSealed && run.plan.mode !== 'exam' ? failure('case-in-exam') : null;
  }

  /**
   * Which variants a seat gets of the cases that vary. The run's own deck is dealt in the seats' order, so neighbours
   * get different ones; a seat's next attempt goes on where all seats' first cards end. Nothing: those of the seed in
   * the common deck, which are the same in every run.
   */
  async function cardOf({ id, plan }: Run, seat: Seat, earlierAttempts: number): Promise<Pick<Opening, 'card'>> {
    if (plan.seed === 'fixed') return {};
    const again = await cardOfResit(storage, { id, plan }, seat);
    if (again !== null) return { card: again };
    if (plan.seed === 'same') return { card: { deck: id, card: earlierAttempts } };
    const ids = (await storage.runs.seats(id)).map((other) => other.id);
    return { card: { deck: id, card: Math.max(ids.indexOf(seat.id), 0) + earlierAttempts * ids.length } };
  }

  async function openAnswer(run: Run, seat: Seat, guest: string, replayTask: ReplayTask): Promise<Reply<DrillRow>> {
    const { drill, conversation, turn } = replayTask;
    if (run.endedAt !== null || run.stage !== 'redo' || !(await isTaskOpen(replayTask.id, run))) {
      return Promise.resolve({ ok: false, error: failure('run-not-drilling') });
    }
    const answers = (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.redo === replayTask.id);
    if (answers.some(({ place }) => place?.seat === seat.id))
      return { ok: false, error: failure('drill-already-open') };
    const originalSeat = await storage.runs.seat((await storage.drill(drill))?.place?.seat ?? '');
    return runner.fork(
      { drill, conversation, turn, since: null },
      { guest, place: placeOf(seat, replayTask.id) },
      (text) => withoutName(text, originalSeat?.name ?? ''),
    );
  }

  const isTaskOpen = async (replayTask: string, run: Run): Promise<boolean> =>
    (await storage.runs.replayTasks(run.id)).some(({ id, closedAt }) => id === replayTask && closedAt === null);

  /** Applies to the new drill what happened to its run and seat while it was being stored. */
  async function catchUp(row: DrillRow, seatBefore: Seat): Promise<void> {
    const run = await storage.runs.run(seatBefore.run);
    const seat = await storage.runs.seat(seatBefore.id);
    if (run === null || seat === null) return;
    // The seat's device changed meanwhile. A seat without one gives its drills an id that no device has, until somebody
    // takes it.
    if (seat.guest !== seatBefore.guest) await runner.handOver(seat.id, seat.guest ?? newId('x'));
    const replayTask = row.place?.redo ?? null;
    const isHomeworkOver = (await homeworkRefusal(run, seat))?.code === 'homework-over';
    const mayContinue =
      replayTask === null
        ? run.stage === 'drill' && !isHomeworkOver
        : run.stage === 'redo' && (await isTaskOpen(replayTask, run));
    if (!mayContinue) await runner.end(row.id, 'teacher');
    else if (run.frozen) await runner.setFrozen(row.id, true);
  }

  return {
    open: (seatId, replayTask) => {
      const key = `${seatId} ${replayTask?.id ?? ''}`;
      const ongoing = openings.get(key);
      if (ongoing !== undefined) return ongoing;
      const newOpening = new Promise<Reply<DrillRow>>((resolve) => {
        queue.push({
          seatId,
          redo: replayTask,
          resolve: (reply) => {
            openings.delete(key);
            resolve(reply);
          },
        });
      });
      openings.set(key, newOpening);
      openWaiting();
      return newOpening;
    },
    close: () => {
      isClosed = true;
    },
  };
}

const placeOf = ({ school, run, id, person }: Seat, replayTask: string | null): DrillPlace => ({
  school,
  run,
  seat: id,
  person,
  redo: replayTask,
});
