/** Where a mock exam sat alone stands, and what it came to: by its times and what is stored alone (RULES O20). */
import { type Begun, isSat, seatParts } from '#classroom/exam-parts/seat-parts.ts';
import { examMark } from '#classroom/exam-parts/weighing.ts';
import type { SeatWindow } from '#classroom/homework/window.ts';
import { givenIn } from '#classroom/papers/given.ts';
import type { SeatPart } from '#contract/exams/parts.ts';
import type { PrivateExam, PrivateExamRow } from '#contract/exams/private.ts';
import type { TypedFigures } from '#contract/exams/typing.ts';
import type { PartKind } from '#contract/plans/exam.ts';
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

const MINUTE_MS = 60_000;
/** Between the parts one may rest so long in all. */
const BETWEEN_MS = 20 * MINUTE_MS;

export async function viewOf(
  storage: Pick<Storage, 'drill'>,
  exam: StoredPrivateExam,
  now: number,
): Promise<PrivateView> {
  const content = contentIn(exam.body);
  const drill = exam.drill === null ? null : await storage.drill(exam.drill);
  const minutes = content.plan.parts.reduce((sum, part) => sum + part.minutes, 0);
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
  const parts = seatParts({ plan: content.plan, window, extraPercent: 0, isClosed }, null, begun, now);
  return { exam, content, window, parts, begun, drill };
}

function contentIn(body: string): PrivateContent {
  return JSON.parse(body);
}

const attemptOf = ({ id, state, openedAt, endedAt, score }: DrillRow): Begun['drills'][number] => ({
  ...{ drill: id, state, openedAt, endedAt, score, passed: false, isVoid: false },
});

/** Null: its typing isn't done. */
function typedOf({ exam, content: { typing, seed }, parts }: PrivateView): TypedFigures | null {
  const part = parts.find(({ kind }) => kind === 'typing');
  if (part?.state !== 'done') return null;
  const texts = seatTexts(typing.texts, null, seed, exam.id);
  return typedFigures(exam.work.typing?.typed ?? [], texts, part.minutes * MINUTE_MS);
}

function partMark(view: PrivateView, { kind, state }: SeatPart, typed: TypedFigures | null): number | null {
  const { exam, content, drill } = view;
  if (state !== 'done') return null;
  if (kind === 'customers') return drill?.score ?? null;
  if (kind === 'typing') return typed && typingMark(typed.speed, content.typing.rates, content.plan.pass);
  const paper = seatPaper(content.paper, exam.id);
  return markOf(paper, creditsOf(paper, givenIn(privateAnswers(exam))), [], '').mark;
}

export const privateAnswers = ({ id, work }: StoredPrivateExam) =>
  (work.paper?.answers ?? []).map((answer) => ({ ...answer, seat: id }));

/** Seconds after its end in which the customers' report is still waited for; one that can't be made counts as nought. */
const SCORED_WITHIN_MS = 10 * MINUTE_MS;

/** `isSealed`: whether a class's exam keeps one of its cases back, and with it the marks (RULES M45). */
export function rowOf(view: PrivateView, isSealed: boolean, now: number): PrivateExamRow {
  const { exam, content, parts, drill } = view;
  const over = isSat(parts);
  const typed = typedOf(view);
  const endedAt = drill?.state === 'ended' ? drill.endedAt : null;
  const isScoring = endedAt !== null && drill?.score === null && now < endedAt + SCORED_WITHIN_MS;
  const waits = !over ? null : isSealed ? 'sealed' : isScoring ? 'scoring' : null;
  const marks = parts.map((part) => ({ ...part, first: partMark(view, part, typed), again: [] }));
  return {
    ...{ id: exam.id, at: exam.at, over, waits, drill: exam.drill },
    mark:
      over && waits === null
        ? examMark(
            content.plan,
            marks.map(({ kind, weight, first, again }) => ({ kind, weight, first, again })),
          )
        : null,
    typed: over ? typed : null,
    questions: content.paper.questions.length,
    customers: content.cases.length,
  };
}

export function bodyOf(view: PrivateView, isSealed: boolean, now: number): PrivateExam {
  const { pass, excellent, each, counts } = view.content.plan;
  return {
    ...rowOf(view, isSealed, now),
    ...{ pass, excellent, each, counts, lastAt: view.window.lastAt, parts: view.parts, now },
  };
}

export function bestOf(rows: readonly PrivateExamRow[], kinds: readonly PartKind[]) {
  const most = (marks: readonly (number | null | undefined)[]): number | null => {
    const given = marks.flatMap((mark) => mark ?? []);
    return given.length === 0 ? null : Math.max(...given);
  };
  return {
    whole: most(rows.map(({ mark }) => mark?.whole)),
    parts: kinds.map((kind) => ({
      kind,
      mark: most(rows.map(({ mark }) => mark?.parts.find((part) => part.kind === kind)?.first)),
    })),
    speed: most(rows.map(({ typed }) => typed?.speed)),
  };
}
