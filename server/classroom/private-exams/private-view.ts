/** Where a mock exam sat alone stands, and what it came to: by its times and what is stored alone (RULES O20). */
import { type Begun, isSat, seatParts } from '#classroom/exam-parts/seat-parts.ts';
import { examMark, partsToResit } from '#classroom/exam-parts/weighing.ts';
import type { SeatWindow } from '#classroom/homework/window.ts';
import { givenIn } from '#classroom/papers/given.ts';
import type { ExamMark, SeatPart } from '#contract/exams/parts.ts';
import type { PrivateExam, PrivateExamList, PrivateExamRow } from '#contract/exams/private.ts';
import type { TypedFigures } from '#contract/exams/typing.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import { seatPaper } from '#drills/papers/draw.ts';
import { creditsOf, markOf } from '#drills/papers/marks.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import { typedFigures } from '#drills/typing/typed-figures.ts';
import { typingMark } from '#drills/typing/typing-mark.ts';
import type { StoredPrivateExam } from '#storage/exams.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { PrivateContent } from './private-content.ts';

export type PrivateView = {
  exam: StoredPrivateExam;
  content: PrivateContent;
  window: SeatWindow;
  parts: SeatPart[];
  begun: Begun;
  drill: DrillRow | null;
};

/** Between the parts one may rest so long in all. */
const BETWEEN_MS = 20 * MINUTE_MS;

export const viewOf = async (
  storage: Pick<Storage, 'drill'>,
  exam: StoredPrivateExam,
  now: number,
): Promise<PrivateView> => {
  const content = contentIn(exam.body);
  const drill = exam.drill === null ? null : await storage.drill(exam.drill);
  const kinds = content.again?.parts ?? null;
  const sat = content.plan.parts.filter(({ kind }) => kinds === null || kinds.includes(kind));
  const minutes = sat.reduce((sum, part) => sum + part.minutes, 0);
  const lastAt = exam.at + minutes * MINUTE_MS + BETWEEN_MS;
  const window: SeatWindow = { opensAt: exam.at, dueAt: lastAt, lastAt, extended: false };
  const own = { seat: exam.id, run: exam.id };
  const { paper, typing } = exam.work;
  const begun: Begun = {
    sitting: paper && { ...own, begunAt: paper.begunAt, handedInAt: paper.handedInAt },
    typing: typing && { ...own, ...typing },
    drills: drill === null ? [] : [attemptOf(drill)],
  };
  const isClosed = exam.endedAt !== null;
  const parts = seatParts({ plan: content.plan, window, extraPercent: 0, isClosed }, kinds, begun, now);
  return { exam, content, window, parts, begun, drill };
};

const contentIn = (body: string): PrivateContent => {
  return JSON.parse(body);
};

const attemptOf = ({ id, state, openedAt, endedAt, score }: DrillRow): Begun['drills'][number] => ({
  ...{ drill: id, state, openedAt, endedAt, score, passed: false, isVoid: false },
});

/** Null: its typing isn't done. */
const typedOf = ({ exam, content: { typing, seed }, parts }: PrivateView): TypedFigures | null => {
  const part = parts.find(({ kind }) => kind === 'typing');
  if (part?.state !== 'done') return null;
  const texts = seatTexts({ texts: typing.texts, first: null }, seed, exam.id);
  return typedFigures(exam.work.typing?.typed ?? [], texts, part.minutes * MINUTE_MS);
};

const partMark = (view: PrivateView, { kind, state }: SeatPart, typed: TypedFigures | null): number | null => {
  const { exam, content, drill } = view;
  if (state !== 'done') return null;
  if (kind === 'customers') return drill?.score ?? null;
  if (kind === 'typing') return typed && typingMark(typed.speed, content.typing.rates, content.plan.pass);
  const paper = seatPaper(content.paper, exam.id);
  return markOf(paper, creditsOf(paper, givenIn(privateAnswers(exam))), [], '').mark;
};

export const privateAnswers = ({ id, work }: StoredPrivateExam) =>
  (work.paper?.answers ?? []).map((answer) => ({ ...answer, seat: id }));

/** Seconds after its end in which the customers' report is still waited for; one that can't be made counts as nought. */
const SCORED_WITHIN_MS = 10 * MINUTE_MS;

/** A first exam and its re-sits, oldest first; `isSealed`: whether a class's exam keeps a case of it back, and with it the marks (RULES M45). */
export type Family = { first: PrivateView; again: readonly PrivateView[]; isSealed(view: PrivateView): boolean };

const waitsOf = (view: PrivateView, isSealed: boolean, now: number): PrivateExamRow['waits'] => {
  const { drill, parts } = view;
  if (!isSat(parts)) return null;
  if (isSealed) return 'sealed';
  const endedAt = drill?.state === 'ended' ? drill.endedAt : null;
  return endedAt !== null && drill?.score === null && now < endedAt + SCORED_WITHIN_MS ? 'scoring' : null;
};

/** The first exam's, with what was sat again so far and is told. */
const familyMark = ({ first, again, isSealed }: Family, now: number): ExamMark | null => {
  const isTold = (view: PrivateView): boolean => isSat(view.parts) && waitsOf(view, isSealed(view), now) === null;
  if (!isTold(first)) return null;
  const markIn = (view: PrivateView, kind: PartKind) =>
    view.parts.flatMap((part) => (part.kind === kind ? [partMark(view, part, typedOf(view))] : []));
  const told = again.filter(isTold);
  return examMark(
    first.content.plan,
    first.parts.map(({ kind, weight }) => ({
      ...{ kind, weight, first: markIn(first, kind)[0] ?? null },
      again: told.flatMap((view) => markIn(view, kind)),
    })),
  );
};

export const rowOf = (view: PrivateView, family: Family, now: number): PrivateExamRow => {
  const { exam, content, parts } = view;
  const over = isSat(parts);
  const waits = waitsOf(view, family.isSealed(view), now);
  return {
    ...{ id: exam.id, at: exam.at, over, waits, drill: exam.drill, of: content.again?.of ?? null },
    mark: over && waits === null ? familyMark(family, now) : null,
    typed: over ? typedOf(view) : null,
    questions: content.paper.questions.length,
    customers: content.cases.length,
  };
};

export const bodyOf = (view: PrivateView, family: Family, now: number): PrivateExam => {
  const { pass, excellent, each, counts } = view.content.plan;
  const row = rowOf(view, family, now);
  const again = family.again.map(({ exam, parts }) => ({ id: exam.id, over: isSat(parts) }));
  const isFirst = row.of === null;
  return {
    ...row,
    ...{ pass, excellent, each, counts, lastAt: view.window.lastAt, parts: view.parts, now },
    again: isFirst ? again : [],
    mayResit: isFirst && row.mark !== null && again.every(({ over }) => over) ? partsToResit(row.mark) : [],
  };
};

/** `all`: with the re-sits, whose marks are in the rows of their first exams, but not how fast they were typed. */
export const bestOf = (
  rows: readonly PrivateExamRow[],
  all: readonly PrivateExamRow[],
  kinds: readonly PartKind[],
): PrivateExamList['best'] => {
  const most = (marks: readonly (number | null | undefined)[]): number | null => {
    const given = marks.flatMap((mark) => mark ?? []);
    return given.length === 0 ? null : Math.max(...given);
  };
  const partsOf = (kind: PartKind) =>
    rows.flatMap(({ mark }) => mark?.parts.filter((part) => part.kind === kind) ?? []);
  return {
    whole: most(rows.map(({ mark }) => mark?.whole)),
    parts: kinds.map((kind) => ({ kind, mark: most(partsOf(kind).flatMap(({ first, again }) => [first, ...again])) })),
    speed: most(all.map(({ typed }) => typed?.speed)),
  };
};
