/** Where a seat stands in an exam of parts: follows from its times and from what it has begun alone (RULES O2). */
import { type Attempt, usedOf } from '#classroom/homework/marks.ts';
import { attemptOf, windowOfSeat } from '#classroom/homework/seat-homework.ts';
import { phaseAt, type SeatWindow } from '#classroom/homework/window.ts';
import type { ExamSitting, SeatPart } from '#contract/exams/parts.ts';
import type { ExamPart, ExamPlan, PartKind } from '#contract/plans/exam.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import type { TypingSitting } from '#storage/exams.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

/** What a seat has begun. `drills`: its own, oldest first. */
export type Begun = { sitting: Sitting | null; typing: TypingSitting | null; drills: readonly Attempt[] };
export type ExamView = {
  run: Run;
  plan: ExamPlan;
  window: SeatWindow;
  extraPercent: number;
  /** Null: in as many sittings as one likes. */
  sitting: ExamSitting | null;
  parts: SeatPart[];
};

/** The seat's extra time from the run's log; the latest entry counts. */
export const extraPercentOf = (log: readonly RunEntry[], seat: string): number =>
  log.reduce((percent, { kind, seat: of, body }) => {
    const isOwn = kind === 'extra-time' && of === seat && typeof body.percent === 'number';
    return isOwn ? Number(body.percent) : percent;
  }, 0);

/** A part's length with the extra time, whole minutes: a drill has no others. */
export const partMinutes = (minutes: number, extraPercent: number): number =>
  Math.ceil((minutes * (100 + extraPercent)) / 100);

/** `kinds`: what the seat sits; of a first exam all. */
export const seatParts = (
  {
    plan,
    window,
    extraPercent,
    isClosed,
  }: { plan: ExamPlan; window: SeatWindow; extraPercent: number; isClosed: boolean },
  kinds: readonly PartKind[] | null,
  begun: Begun,
  now: number,
): SeatPart[] => {
  const isOver = isClosed || phaseAt(window, now) === 'over';
  let isTurn = phaseAt(window, now) !== 'before';
  return plan.parts
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .map((part) => {
      const ms = partMinutes(part.minutes, extraPercent) * MINUTE_MS;
      const { begunAt, endedAt } = timesOf(part, begun, { ms, lastAt: window.lastAt, isClosed, now });
      const state = stateOf(begunAt, endedAt, isOver, isTurn);
      if (state !== 'done') isTurn = false;
      return { ...part, state, ms, begunAt, endedAt };
    });
};

const stateOf = (
  begunAt: number | null,
  endedAt: number | null,
  isOver: boolean,
  isTurn: boolean,
): SeatPart['state'] => {
  if (begunAt !== null) return endedAt === null ? 'going' : 'done';
  if (isOver) return 'missed';
  return isTurn ? 'ready' : 'locked';
};

type Times = { begunAt: number | null; endedAt: number | null };
const timesOf = (
  { kind }: ExamPart,
  { sitting, typing, drills }: Begun,
  { ms, lastAt, isClosed, now }: { ms: number; lastAt: number; isClosed: boolean; now: number },
): Times => {
  if (kind === 'customers') {
    const drill = drills.findLast(({ isVoid }) => !isVoid);
    if (drill === undefined || usedOf(drills) === 0) return { begunAt: null, endedAt: null };
    return { begunAt: drill.openedAt, endedAt: drill.state === 'ended' ? (drill.endedAt ?? drill.openedAt) : null };
  }
  const begunAt = (kind === 'paper' ? sitting : typing)?.begunAt ?? null;
  if (begunAt === null) return { begunAt, endedAt: null };
  const handedInAt = (kind === 'paper' ? sitting?.handedInAt : typing?.endedAt) ?? null;
  const end = Math.min(begunAt + ms, lastAt);
  if (handedInAt !== null) return { begunAt, endedAt: handedInAt };
  return { begunAt, endedAt: now >= end || isClosed ? Math.min(end, now) : null };
};

/**
 * One sitting: its length at the seat, with the extra time and without the parts that a re-sit's seat doesn't sit, and when
 * it ends (RULES O30).
 */
export const sittingOf = (
  { parts, sitting }: ExamPlan,
  { kinds, extraPercent }: { kinds: readonly PartKind[] | null; extraPercent: number },
  begunAt: readonly (number | null)[],
): ExamSitting | null => {
  if (sitting === undefined) return null;
  const left = parts.filter(({ kind }) => kinds !== null && !kinds.includes(kind));
  const ms =
    partMinutes(
      left.reduce((rest, { minutes }) => rest - minutes, sitting),
      extraPercent,
    ) * MINUTE_MS;
  const begun = begunAt.filter((at) => at !== null);
  return { ms, endsAt: begun.length === 0 ? null : Math.min(...begun) + ms };
};

/** The window, at most to the end of the sitting. */
const withSitting = (window: SeatWindow, endsAt: number | null): SeatWindow => ({
  ...window,
  lastAt: Math.min(window.lastAt, endsAt ?? window.lastAt),
});

/** Null: the run is no exam of parts. */
export const examViewOf = async (
  storage: Pick<Storage, 'runs' | 'papers' | 'exams' | 'drillsOfRun' | 'results'>,
  run: Run,
  { id }: Pick<Seat, 'id'>,
  now: number,
): Promise<(ExamView & { begun: Begun }) | null> => {
  const plan = run.plan.exam;
  const log = await storage.runs.log(run.id);
  const window = windowOfSeat(run, log, id);
  if (plan === undefined || window === null) return null;
  const drills = (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.seat === id && place.redo === null);
  const begun: Begun = {
    sitting: await storage.papers.sitting(id),
    typing: await storage.exams.typing(id),
    drills: await attemptsOf(storage, drills),
  };
  const kinds = (await storage.exams.resit(id))?.parts ?? null;
  const extraPercent = extraPercentOf(log, id);
  const isClosed = run.endedAt !== null;
  const partsIn = (within: SeatWindow) =>
    seatParts({ plan, window: within, extraPercent, isClosed }, kinds, begun, now);
  const parts = partsIn(window);
  const sitting = sittingOf(
    plan,
    { kinds, extraPercent },
    parts.map(({ begunAt }) => begunAt),
  );
  const endsAt = sitting?.endsAt ?? null;
  const within = withSitting(window, endsAt);
  return {
    ...{ run, plan, window: within, extraPercent, sitting, begun },
    parts: endsAt === null ? parts : partsIn(within).map((part) => cutAt(part, endsAt)),
  };
};

/** A part that was begun late in the sitting is as long as what is left of it. */
const cutAt = (part: SeatPart, endsAt: number): SeatPart =>
  part.begunAt === null ? part : { ...part, ms: Math.max(0, Math.min(part.ms, endsAt - part.begunAt)) };

const attemptsOf = (storage: Pick<Storage, 'results'>, drills: readonly DrillRow[]): Promise<Attempt[]> =>
  Promise.all(drills.map(async (row) => attemptOf(row, await storage.results.result(row.id))));

/** Whether nothing is left to be sat. */
export const isSat = (parts: readonly SeatPart[]): boolean =>
  parts.every(({ state }) => state === 'done' || state === 'missed');

/** Whether something was begun and something is left to be sat: the seat stays at its device between two parts (RULES O28). */
export const isMidExam = (parts: readonly SeatPart[]): boolean =>
  parts.some(({ begunAt }) => begunAt !== null) && !isSat(parts);

/** Whether the seat may begin the part now, or is doing it. */
export const isOpenPart = (parts: readonly SeatPart[], kind: PartKind): boolean =>
  parts.some((part) => part.kind === kind && (part.state === 'ready' || part.state === 'going'));
