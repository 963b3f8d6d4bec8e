/** An exam of parts as its seat's own trainee has it: marks once they are published (RULES O3). */

import { type ExamView, examViewOf, isSat } from '#classroom/exam-parts/seat-parts.ts';
import { phaseAt } from '#classroom/homework/window.ts';
import { classNameOf } from '#classroom/lesson/run-body.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { dealtOf } from '#classroom/run-log/dealt.ts';
import type { Principal } from '#common/access.ts';
import type { ExamMark, OwnExam, SeatExam } from '#contract/exams/parts.ts';
import type { Run, Seat } from '#storage/runs.ts';
import { againOf, markWithResits, seatMarksOf } from './seat-marks.ts';
import { ownTyping } from './typing-dispute.ts';

/** Where the seat is: at another device not even its own trainee sits it, and everybody reads what is over. */
export const examPhase = (
  { window, parts }: ExamView,
  seat: Seat,
  principal: Principal,
  now: number,
): SeatExam['phase'] => {
  const isOver = isSat(parts);
  const isHere = principal.guest !== null && principal.guest === seat.guest;
  if (!isHere && !(isOver && isSeatOf(principal, seat))) return 'elsewhere';
  if (isOver) return 'over';
  return phaseAt(window, now) === 'before' ? 'before' : 'open';
};

export const rulesOf = ({ pass, excellent, each, counts, sitting }: ExamView['plan']) => ({
  ...{ pass, excellent, each, counts },
  ...(sitting !== undefined && { sitting }),
});

export const examHead = async (
  needs: Pick<ResultsNeeds, 'storage'>,
  run: Run,
): Promise<Omit<SeatExam['run'], keyof ReturnType<typeof rulesOf>>> => {
  const { homework } = run.plan;
  const dealt = run.publishedAt === null ? undefined : dealtOf(run.plan);
  return {
    ...(dealt && { dealt }),
    ...{ id: run.id, name: run.name, code: run.code, publishedAt: run.publishedAt, ended: run.endedAt !== null },
    className: await classNameOf(needs.storage, run),
    ...{ opensAt: homework?.opensAt ?? 0, dueAt: homework?.dueAt ?? 0 },
  };
};

/** Null: the seat is at no exam of parts. */
export const seatExam = async (
  needs: ResultsNeeds,
  run: Run,
  seat: Seat,
  principal: Principal,
  now: number,
): Promise<SeatExam | null> => {
  const view = await examViewOf(needs.storage, run, seat, now);
  if (view === null) return null;
  const phase = examPhase(view, seat, principal, now);
  const isOwn = phase !== 'elsewhere';
  const drill = view.begun.drills.findLast(({ isVoid }) => !isVoid);
  const isTold = isOwn && run.publishedAt !== null && isSat(view.parts);
  return {
    phase,
    asking: principal.guest !== null && seat.askingGuest === principal.guest,
    seat: { id: seat.id, no: seat.no, name: seat.name },
    run: { ...(await examHead(needs, run)), ...rulesOf(view.plan) },
    ...{ dueAt: view.window.dueAt, extraPercent: isOwn ? view.extraPercent : 0 },
    sitting: isOwn ? view.sitting : null,
    parts: isOwn ? view.parts : [],
    drill: isOwn ? (drill?.drill ?? null) : null,
    mark: isTold ? await markOfSeat(needs, run, seat, now) : null,
    typing: isTold ? await typingOf(needs, run, seat, now) : null,
    others: isOwn ? await othersOf(needs, run, seat) : [],
    now,
  };
};

/** A seat's mark, at a re-sit that of the first exam. */
const markOfSeat = async (needs: ResultsNeeds, run: Run, seat: Seat, now: number): Promise<ExamMark | null> => {
  const { runs, exams } = needs.storage;
  const first = run.plan.exam?.of === undefined ? run : await runs.run(run.plan.exam.of);
  const firstSeat = (await exams.resit(seat.id))?.first ?? seat.id;
  const [ofSeat] = first === null ? [] : await seatMarksOf(needs, first, now, [firstSeat]);
  if (first === null || ofSeat === undefined) return null;
  return markWithResits(ofSeat, (await againOf(needs, first.id, now, firstSeat)).get(firstSeat) ?? []);
};

const typingOf = async (needs: ResultsNeeds, run: Run, { id }: Seat, now: number): Promise<SeatExam['typing']> => {
  const [own] = await seatMarksOf(needs, run, now, [id]);
  return own === undefined ? null : await ownTyping(needs.storage, own);
};

const othersOf = async (
  { storage: { exams } }: ResultsNeeds,
  { plan }: Run,
  { id }: Seat,
): Promise<SeatExam['others']> => {
  if (plan.exam?.of === undefined) return (await exams.resitsOfSeat(id)).map(({ seat }) => ({ seat, isFirst: false }));
  const resit = await exams.resit(id);
  return resit === null ? [] : [{ seat: resit.first, isFirst: true }];
};

/** The exam in its trainee's list. */
export const ownExam = async (
  needs: ResultsNeeds,
  run: Run,
  seat: Seat,
  principal: Principal,
  now: number,
): Promise<OwnExam | null> => {
  const body = await seatExam(needs, run, seat, principal, now);
  return (
    body && {
      ...{ phase: body.phase, parts: body.parts, dueAt: body.dueAt, opensAt: body.run.opensAt, now },
      ...{ seat: seat.id, name: run.name, code: run.code, className: body.run.className },
      ...{ isResit: run.plan.exam?.of !== undefined, whole: body.mark?.whole ?? null },
    }
  );
};
