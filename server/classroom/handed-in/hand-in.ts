/** Handing in practice, taking it back and marking it (RULES G1–G4). */
import type { Seals } from '#classroom/exams/seals.ts';
import { attemptOf, windowOfSeat } from '#classroom/homework/seat-homework.ts';
import { phaseAt } from '#classroom/homework/window.ts';
import { reportRefusal } from '#classroom/results/report-access.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import {
  type HandedIn,
  type HandedInRow,
  type HandedInTo,
  type HandInTarget,
  type HandingIn,
  MOST_UNMARKED,
} from '#contract/homework/handed-in.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { toldCases } from '#drills/catalog/drill-cases.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { shownHandedIn, withoutName } from './shown.ts';

type Needs = {
  storage: Storage;
  runner: Pick<DrillRecords, 'report'>;
  seals: Pick<Seals, 'sealsFor'>;
  catalogs: Pick<Catalogs, 'of'>;
  clock: Pick<Clock, 'now'>;
};
type SeatOfRun = { seat: Seat; run: Run };

export type HandingInPractice = {
  /** How the drill stands, and where it could go. */
  state(drill: string, principal: Principal): Promise<Reply<HandingIn>>;
  handIn(drill: string, principal: Principal, wish: { seat: string; to: HandedInTo }): Promise<Reply<HandingIn>>;
  takeBack(drill: string, principal: Principal): Promise<Reply<HandingIn>>;
  own(principal: Principal): Promise<HandedIn[]>;
  ofRun(run: string): Promise<HandedInRow[]>;
  ofClass(classId: string): Promise<HandedInRow[]>;
  mark(
    seat: string,
    drill: string,
    by: string,
    mark: { score: number | null; note: string },
  ): Promise<Reply<HandedInRow>>;
};

export const createHandingIn = (needs: Needs): HandingInPractice => {
  const { storage, clock } = needs;
  const { handedIn, runs, people } = storage;

  /** Seats that are the principal's own, each with its run; a roster's seat isn't for a drill that is somebody else's. */
  const seatsFor = async ({ guest, person }: Principal, drill: DrillRow): Promise<SeatOfRun[]> => {
    const owner = (await storage.ownerOf('drill', drill.id))?.person ?? null;
    const held = await runs.seatsHeld(guest, person?.id ?? null, 'all');
    const own = held.filter((seat) => owner === null || seat.person === null || seat.person === owner);
    return (
      await Promise.all(
        own.map(async (seat) => {
          const run = await runs.run(seat.run);
          return run === null ? [] : [{ seat, run }];
        }),
      )
    ).flat();
  };

  const homeworkTarget = async ({ seat, run }: SeatOfRun): Promise<HandInTarget[]> => {
    if (run.endedAt !== null || run.plan.exam !== undefined) return [];
    const window = windowOfSeat(run, await runs.log(run.id), seat.id);
    const phase = window === null ? null : phaseAt(window, clock.now());
    if (window === null || (phase !== 'open' && phase !== 'late')) return [];
    return [{ seat: seat.id, to: 'homework', where: run.name, seatName: seat.name, dueAt: window.lastAt }];
  };

  const classTargets = async (seats: readonly SeatOfRun[]): Promise<HandInTarget[]> => {
    const newest = new Map(
      seats.flatMap(({ seat, run }) => (run.classId === null ? [] : ([[run.classId, seat]] as const))),
    );
    const targets = await Promise.all(
      [...newest].map(async ([classId, seat]): Promise<HandInTarget[]> => {
        const found = await people.schoolClass(classId);
        if (found === null || found.archivedAt !== null) return [];
        return [{ seat: seat.id, to: 'class', where: found.name, seatName: seat.name, dueAt: null }];
      }),
    );
    return targets.flat();
  };

  const targetsFor = async (principal: Principal, drill: DrillRow): Promise<HandInTarget[]> => {
    const seats = await seatsFor(principal, drill);
    return [...(await Promise.all(seats.map(homeworkTarget))).flat(), ...(await classTargets(seats))];
  };

  /** Why this drill can't be handed in anywhere, or null. */
  const drillRefusal = async (principal: Principal, drill: DrillRow): Promise<ErrorCode | null> => {
    if (drill.place !== null || drill.retry !== null) return 'handed-in-not-practice';
    if (drill.state !== 'ended') return 'report-not-ready';
    const sealed = await reportRefusal(needs, principal, drill);
    if (sealed !== null) return sealed;
    const report = await needs.runner.report(drill.id);
    if (!report.ok) return report.error.code;
    if (report.value.askedLittle !== undefined) return 'handed-in-asked-little';
    return attemptOf(drill, await storage.results.result(drill.id)).score === null ? 'handed-in-nobody-came' : null;
  };

  const state = async (id: string, principal: Principal): Promise<Reply<HandingIn>> => {
    const drill = await storage.drill(id);
    if (drill === null) return refused('unknown-drill');
    const stored = await handedIn.find(id);
    if (stored !== null) {
      const [row] = await shownHandedIn(storage, [stored]);
      return { ok: true, value: { handedIn: row === undefined ? null : withoutName(row), targets: [] } };
    }
    const refusal = await drillRefusal(principal, drill);
    const targets = refusal === null ? await targetsFor(principal, drill) : [];
    return { ok: true, value: { handedIn: null, targets } };
  };

  return {
    state,
    handIn: async (id, principal, { seat: seatId, to }) => {
      const drill = await storage.drill(id);
      if (drill === null) return refused('unknown-drill');
      const refusal = await drillRefusal(principal, drill);
      if (refusal !== null) return refused(refusal);
      const target = (await targetsFor(principal, drill)).find((one) => one.seat === seatId && one.to === to);
      const seat = target === undefined ? null : await runs.seat(seatId);
      const run = seat === null ? null : await runs.run(seat.run);
      if (seat === null || run === null) return refused('handed-in-closed');
      // Of many at once from one seat none gets past the limit.
      return await storage.locks.hold(`hand in ${seatId}`, async () => {
        const unmarked = (await handedIn.ofSeats([seatId])).filter(({ mark }) => mark === null);
        if (unmarked.length >= MOST_UNMARKED) return refused('handed-in-many');
        const catalog = await needs.catalogs.of(run.school);
        const titles = toldCases(drill).map((one) => catalog.find(one)?.title ?? one);
        const isAdded = await handedIn.add({
          ...{ drill: id, school: run.school, classId: run.classId, run: run.id, seat: seatId, to, titles },
          at: clock.now(),
        });
        return isAdded ? await state(id, principal) : refused('handed-in-already');
      });
    },
    takeBack: async (id, principal) => {
      const stored = await handedIn.find(id);
      if (stored === null) return refused('not-handed-in');
      return (await handedIn.takeBack(id)) ? await state(id, principal) : refused('handed-in-marked');
    },
    own: async ({ guest, person }) => {
      const seats = await runs.seatsHeld(guest, person?.id ?? null, 'all');
      const rows = await handedIn.ofSeats(seats.map(({ id }) => id));
      return (await shownHandedIn(storage, rows)).map(withoutName);
    },
    ofRun: async (run) => await shownHandedIn(storage, await handedIn.ofRun(run)),
    ofClass: async (classId) => await shownHandedIn(storage, await handedIn.ofClass(classId)),
    mark: async (seat, drill, by, mark) => {
      const stored = await handedIn.find(drill);
      if (stored?.seat !== seat) return refused('not-handed-in');
      if (!(await handedIn.mark(drill, { ...mark, by, at: clock.now() }))) return refused('not-handed-in');
      const [row] = await shownHandedIn(storage, [{ ...stored, mark: { ...mark, by, at: clock.now() } }]);
      return row === undefined ? refused('not-handed-in') : { ok: true, value: row };
    },
  };
};
