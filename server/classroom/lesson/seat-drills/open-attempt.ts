import { cardOfResit } from '#classroom/exam-parts/resit-card.ts';
import { type ExamView, examViewOf, isOpenPart, partMinutes } from '#classroom/exam-parts/seat-parts.ts';
import { seedOf } from '#classroom/exam-parts/seat-seed.ts';
import { usedAttempts } from '#classroom/homework/used-attempts.ts';
import { leadsIn, mayHaveLeads } from '#classroom/lead-seats/who-leads.ts';
import { customersOfSeat } from '#classroom/own-shops/seat-customers.ts';
import { partOfSeat } from '#classroom/project-groups/seat-opening.ts';
import { addCode } from '#classroom/role-plays/seat-plays.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply, refused } from '#contract/errors.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import { type Catalogs, SHIPPED_ONLY } from '#drills/catalog/catalog.ts';
import { cardWithout, type Opening } from '#drills/runner/opening.ts';
import type { DrillOpening } from '#drills/runner/ports.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { drillPlace } from './drill-place.ts';
import { homeworkRefusal } from './homework-refusal.ts';

export type AttemptNeeds = {
  storage: Storage;
  catalogs: Pick<
    Catalogs,
    'withVersions' | 'rush' | 'momentCases' | 'shopDay' | 'naming' | 'playableOn' | 'short' | 'lead'
  >;
  runner: DrillOpening;
  clock: Pick<Clock, 'now'>;
};

/** Opens the seat's next drill, where its run's plan allows one more. */
export const openAttempt = async (
  { storage, catalogs, runner, clock }: AttemptNeeds,
  run: Run,
  seat: Seat,
  guest: string,
): Promise<Reply<DrillRow>> => {
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
    return part === null ? refused('no-attempts-left') : runner.open({ guest, ...part, place: drillPlace(seat, null) });
  }
  const leads = mayHaveLeads(run) ? leadsIn(await storage.runs.log(run.id)) : null;
  if (leads?.has(seat.id)) return refused('no-attempts-left');
  const most = plan.homework === undefined ? plan.attempts : plan.homework.attempts;
  const refusal = await homeworkRefusal({ storage, clock }, run, seat);
  if (refusal !== null) return { ok: false, error: refusal };
  const used = await usedAttempts(storage, run, drillsOfSeat);
  if (used === null) return { ok: false, error: failure('contest-unscored') };
  if (most !== null && used >= most) return { ok: false, error: failure('no-attempts-left') };
  const exam = await examViewOf(storage, run, seat, clock.now());
  if (exam !== null && !isOpenPart(exam.parts, 'customers')) return { ok: false, error: failure('part-locked') };
  const { pace, arrivals, incidents, mode } = plan;
  const minutes = examMinutes(plan.minutes, exam, clock.now());
  // Everybody in a contest meets the same, a school's own quick replies left out (RULES J52).
  const from =
    plan.contest === undefined
      ? { school: run.school, versions: await storage.authored.runCases(run.id) }
      : SHIPPED_ONLY;
  // A round to which nobody came is none: the next has its customers.
  const seed = seedOf(run, seat, plan.contest === undefined ? drillsOfSeat.length : used);
  const customers = await customersOfSeat({ storage, catalogs }, run, seat, { seed, from });
  if (!customers.ok) return customers;
  const opened = await runner.open({
    guest,
    ...customers.value,
    ...{ seed, mode, from, ...(plan.transfers && { transfers: true as const }) },
    ...(plan.rolePlay && { rolePlay: true as const }),
    ...(leads !== null && leads.size > 0 && { lead: { answerMs: catalogs.lead.answerS * 1000 } }),
    ...(await cardOf(storage, run, seat, drillsOfSeat.length)),
    place: drillPlace(seat, null),
    setting: { pace, arrivals, minutes, incidents, ownClock: plan.homework !== undefined },
  });
  if (opened.ok && plan.rolePlay) await addCode(storage, opened.value.id, run.school, clock.now());
  return opened;
};

/**
 * Which variants all seats get first; null: each gets its own. As `seedOf` and `cardOf` deal them.
 */
export const sharedFirst = ({ id, plan }: Run): Exclude<Opening['card'], undefined> | null => {
  if (plan.seed === 'own') return null;
  return plan.seed === 'same' ? { deck: id, card: 0 } : cardWithout(plan.contest?.seed ?? 0);
};

/**
 * Which variants a seat gets of the cases that vary. The run's own deck is dealt in the seats' order, so neighbours
 * get different ones; a seat's next attempt goes on where all seats' first cards end. Nothing: those of the seed in
 * the common deck, which are the same in every run.
 */
const cardOf = async (
  storage: Storage,
  { id, plan }: Run,
  seat: Seat,
  earlierAttempts: number,
): Promise<Pick<Opening, 'card'>> => {
  if (plan.seed === 'fixed') return {};
  const again = await cardOfResit(storage, { id, plan }, seat);
  if (again !== null) return { card: again };
  if (plan.seed === 'same') return { card: { deck: id, card: earlierAttempts } };
  const ids = (await storage.runs.seats(id)).map((other) => other.id);
  return { card: { deck: id, card: Math.max(ids.indexOf(seat.id), 0) + earlierAttempts * ids.length } };
};

/** With the extra time, and no longer than the sitting goes on (RULES O30): whole minutes, the window ends it to the moment. */
const examMinutes = (minutes: number, exam: ExamView | null, now: number): number => {
  const own = partMinutes(minutes, exam?.extraPercent ?? 0);
  const endsAt = exam?.sitting?.endsAt ?? null;
  return endsAt === null ? own : Math.max(1, Math.min(own, Math.ceil((endsAt - now) / MINUTE_MS)));
};
