/** The paper of a mock exam sat alone, in the shape of a class's: its keys come when the whole sitting is over (RULES O20). */
import { isSat } from '#classroom/exam-parts/seat-parts.ts';
import { answerTo } from '#classroom/papers/answer-to.ts';
import { answeredIn, givenIn } from '#classroom/papers/given.ts';
import { asked, verdictOf } from '#classroom/papers/read-paper.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { AnswerStored, PaperAnswer, PaperSeat } from '#contract/papers/papers.ts';
import { seatPaper } from '#drills/papers/draw.ts';
import { creditsOf, markOf } from '#drills/papers/marks.ts';
import { say } from '#i18n/say.ts';
import type { PrivateWork } from '#storage/exams.ts';
import { type PrivateView, privateAnswers } from './private-view.ts';

const partOf = ({ parts }: PrivateView) => parts.find(({ kind }) => kind === 'paper');

const clockOf = (view: PrivateView, now: number): PaperSeat['clock'] => {
  const part = partOf(view);
  const begunAt = part?.begunAt ?? null;
  const left = begunAt === null ? Number.MAX_SAFE_INTEGER : view.window.lastAt - begunAt;
  const totalMs = Math.min(part?.ms ?? 0, left);
  const elapsedMs = begunAt === null ? 0 : Math.min(totalMs, (part?.endedAt ?? now) - begunAt);
  return { elapsedMs, totalMs, running: part?.state === 'going' };
};

const PHASES = { locked: 'before', ready: 'before', going: 'open', done: 'over', missed: 'over' } as const;

/** `sealed`: questions that a class's paper asks now: their keys wait (RULES X7). */
export const paperBody = (view: PrivateView, sealed: ReadonlySet<string>, now: number): PaperSeat => {
  const { exam, content, parts } = view;
  const state = partOf(view)?.state ?? 'missed';
  const { paper: source } = content;
  const isOver = isSat(parts) && exam.work.paper !== null;
  const paper = state === 'going' || isOver ? seatPaper(source, exam.id) : [];
  const answers = privateAnswers(exam);
  const clock = clockOf(view, now);
  const credits = creditsOf(paper, givenIn(answers));
  const isSealed = source.questions.some(({ id }) => sealed.has(id));
  return {
    ...{ phase: PHASES[state], asking: false, seat: { id: exam.id, no: '', name: '' } },
    run: {
      ...{ id: exam.id, code: '', name: say('school:privateExam'), className: null, stage: 'drill' },
      minutes: Math.ceil(clock.totalMs / 60_000),
      ...{ ended: false, isPart: true, mayBegin: state === 'ready' || state === 'going' },
    },
    clock,
    count: source.questions.length,
    begunAt: exam.work.paper?.begunAt ?? null,
    handedInAt: exam.work.paper?.handedInAt ?? null,
    questions: paper.map((question) => asked(question, source)),
    answers: paper.length === 0 ? [] : answers.map(({ question, answer, flagged }) => ({ question, answer, flagged })),
    answered: answeredIn(answers),
    result: isOver
      ? {
          ...markOf(paper, credits, source.topics, say('school:questions.general')),
          verdicts: isSealed ? null : paper.map((question) => verdictOf(question, credits.get(question.id) ?? 0)),
          disputes: [],
        }
      : null,
    now,
  };
};

/** What is stored next, or why nothing is. */
export const begunPaper = (view: PrivateView, now: number): Reply<PrivateWork> => {
  const { work } = view.exam;
  const state = partOf(view)?.state;
  if (state === 'done' || state === 'missed') return refused('paper-over');
  if (state === 'locked') return refused('part-locked');
  return { ok: true, value: { ...work, paper: work.paper ?? { begunAt: now, handedInAt: null, answers: [] } } };
};

export const answeredPaper = (
  view: PrivateView,
  { question: id, answer, flagged }: PaperAnswer,
  now: number,
): Reply<{ work: PrivateWork; stored: AnswerStored }> => {
  const { exam, content } = view;
  const { paper } = exam.work;
  if (partOf(view)?.state !== 'going') return refused(paper === null ? 'paper-not-begun' : 'paper-over');
  const question = seatPaper(content.paper, exam.id).find((one) => one.id === id);
  if (paper === null || question === undefined) return refused('bad-request', 'question');
  const given = answer === null ? null : answerTo(question, answer);
  if (given === undefined) return refused('bad-request', 'answer');
  const others = paper.answers.filter((one) => one.question !== id);
  const answers = [...others, { question: id, answer: given, flagged, at: now }];
  const answered = answers.filter((one) => one.answer !== null).length;
  return {
    ok: true,
    value: {
      work: { ...exam.work, paper: { ...paper, answers } },
      stored: { at: now, answered, clock: clockOf(view, now), now },
    },
  };
};

/** Null: it was handed in before, or by its clock. */
export const handedInPaper = (view: PrivateView, now: number): Reply<PrivateWork | null> => {
  const { paper } = view.exam.work;
  if (paper === null) return refused('paper-not-begun');
  if (partOf(view)?.state !== 'going') return { ok: true, value: null };
  return { ok: true, value: { ...view.exam.work, paper: { ...paper, handedInAt: now } } };
};
