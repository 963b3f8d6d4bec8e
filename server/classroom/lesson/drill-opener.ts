import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { withoutName } from '#classroom/results/anonymous.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Opening } from '#drills/runner/opening.ts';
import type { DrillControl, DrillOpening } from '#drills/runner/ports.ts';
import type { ReplayTask, Run, Seat } from '#storage/runs.ts';
import type { DrillPlace, DrillRow, Storage } from '#storage/storage.ts';
import type { Peers } from './peers.ts';

type Needs = { storage: Storage; runner: DrillOpening & DrillControl; logger: Logger; peers: Pick<Peers, 'inTurn'> };
type Job = { seatId: string; redo: ReplayTask | null; done(reply: Reply<DrillRow>): void };

export type DrillOpener = {
  /**
   * Opens the seat's next drill, or its answer to a replay task. Calls that come while it is being opened get the same
   * drill.
   */
  open(seatId: string, redo: ReplayTask | null): Promise<Reply<DrillRow>>;
  close(): void;
};

/** Drills made at once: a class of 45 starts in the same second, and other requests are served in between. */
const AT_ONCE = 3;

/** Opens the drills of seats, a few at a time. `opened` hears of each. */
export function createDrillOpener(
  { storage, runner, logger, peers }: Needs,
  opened: (row: DrillRow) => void,
): DrillOpener {
  const underWay = new Map<string, Promise<Reply<DrillRow>>>();
  const queue: Job[] = [];
  let busy = 0;
  let isClosed = false;

  const openWaiting = (): void => {
    const job = isClosed || busy >= AT_ONCE ? undefined : queue.shift();
    if (job === undefined) return;
    busy += 1;
    make(job)
      .catch((error: unknown): Reply<DrillRow> => {
        logger.error({ err: error, seat: job.seatId }, 'drill not opened');
        return { ok: false, error: failure('internal') };
      })
      .then((reply) => {
        busy -= 1;
        job.done(reply);
        setImmediate(openWaiting);
      });
    setImmediate(openWaiting);
  };

  const make = (job: Job): Promise<Reply<DrillRow>> => peers.inTurn(`open ${job.seatId}`, () => makeNow(job));

  async function makeNow({ seatId, redo }: Job): Promise<Reply<DrillRow>> {
    // Everything is read again: while the job waited, the bell may have rung or the seat's device changed.
    const seat = await storage.runs.seat(seatId);
    const run = seat === null ? null : await storage.runs.run(seat.run);
    if (seat === null || run === null || seat.guest === null) return { ok: false, error: failure('unknown-seat') };
    const reply = redo === null ? await attempt(run, seat, seat.guest) : await answer(run, seat, seat.guest, redo);
    if (!reply.ok) return reply;
    await catchUp(reply.value, seat);
    if (!isClosed) opened(reply.value);
    return reply;
  }

  async function attempt(run: Run, seat: Seat, guest: string): Promise<Reply<DrillRow>> {
    const { plan } = run;
    if (run.endedAt !== null || run.stage !== 'drill') return { ok: false, error: failure('run-not-drilling') };
    const drillsOfSeat = (await storage.drillsOfRun(run.id)).filter(
      ({ place }) => place?.seat === seat.id && place.redo === null,
    );
    if (drillsOfSeat.some(({ state }) => state !== 'ended')) return { ok: false, error: failure('drill-already-open') };
    if (drillsOfSeat.length >= plan.attempts) return { ok: false, error: failure('no-attempts-left') };
    const { pace, arrivals, minutes, incidents, mode, scenarios } = plan;
    return runner.open({
      guest,
      scenarios,
      seed: seedOf(run, seat, drillsOfSeat.length),
      mode,
      ...(await cardOf(run, seat, drillsOfSeat.length)),
      from: { school: run.school, versions: await storage.authored.runCases(run.id) },
      place: placeOf(seat, null),
      setting: { pace, arrivals, minutes, incidents },
    });
  }

  /**
   * Which variants a seat gets of the cases that vary. The run's own deck is dealt in the seats' order, so neighbours
   * get different ones; a seat's next attempt goes on where all seats' first cards end. Nothing: those of the seed in
   * the common deck, which are the same in every run.
   */
  async function cardOf({ id, plan }: Run, seat: Seat, attempts: number): Promise<Pick<Opening, 'card'>> {
    if (plan.seed === 'fixed') return {};
    if (plan.seed === 'same') return { card: { deck: id, card: attempts } };
    const ids = (await storage.runs.seats(id)).map((other) => other.id);
    return { card: { deck: id, card: Math.max(ids.indexOf(seat.id), 0) + attempts * ids.length } };
  }

  async function answer(run: Run, seat: Seat, guest: string, redo: ReplayTask): Promise<Reply<DrillRow>> {
    const { drill, conversation, turn } = redo;
    if (run.endedAt !== null || run.stage !== 'redo' || !(await isOpen(redo.id, run))) {
      return Promise.resolve({ ok: false, error: failure('run-not-drilling') });
    }
    const answers = (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.redo === redo.id);
    if (answers.some(({ place }) => place?.seat === seat.id))
      return { ok: false, error: failure('drill-already-open') };
    const first = await storage.runs.seat((await storage.drill(drill))?.place?.seat ?? '');
    return runner.fork({ drill, conversation, turn, since: null }, { guest, place: placeOf(seat, redo.id) }, (text) =>
      withoutName(text, first?.name ?? ''),
    );
  }

  const isOpen = async (redo: string, run: Run): Promise<boolean> =>
    (await storage.runs.redos(run.id)).some(({ id, closedAt }) => id === redo && closedAt === null);

  /** Applies to the new drill what happened to its run and seat while it was being stored. */
  async function catchUp(row: DrillRow, before: Seat): Promise<void> {
    const run = await storage.runs.run(before.run);
    const seat = await storage.runs.seat(before.id);
    if (run === null || seat === null) return;
    // The seat's device changed meanwhile. A seat without one gives its drills an id that no device has, until somebody
    // takes it.
    if (seat.guest !== before.guest) await runner.handOver(seat.id, seat.guest ?? newId('x'));
    const redo = row.place?.redo ?? null;
    const goesOn = redo === null ? run.stage === 'drill' : run.stage === 'redo' && (await isOpen(redo, run));
    if (!goesOn) await runner.end(row.id, 'teacher');
    else if (run.frozen) await runner.setFrozen(row.id, true);
  }

  return {
    open: (seatId, redo) => {
      const key = `${seatId} ${redo?.id ?? ''}`;
      const opening = underWay.get(key);
      if (opening !== undefined) return opening;
      const openedDrill = new Promise<Reply<DrillRow>>((resolve) => {
        queue.push({
          seatId,
          redo,
          done: (reply) => {
            underWay.delete(key);
            resolve(reply);
          },
        });
      });
      underWay.set(key, openedDrill);
      openWaiting();
      return openedDrill;
    },
    close: () => {
      isClosed = true;
    },
  };
}

const placeOf = ({ school, run, id, person }: Seat, redo: string | null): DrillPlace => ({
  school,
  run,
  seat: id,
  person,
  redo,
});

/** The seed of a seat's customers. Where each seat has its own, the same run and seat always get the same one. */
function seedOf({ plan, seed }: Run, seat: Seat, attempts: number): number {
  if (plan.seed === 'fixed') return attempts;
  if (plan.seed === 'same') return seed;
  return createHash('sha256').update(`${seed}/${seat.id}`).digest().readUInt32BE(0) & 0x7fffffff;
}
