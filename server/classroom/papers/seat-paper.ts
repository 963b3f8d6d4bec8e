/** A seat's paper as its own trainee has it: no key before the results may be seen (RULES X4). */
import { sealingRuns } from '#classroom/exams/sealed-cases.ts';
import { classNameOf } from '#classroom/lesson/run-body.ts';
import type { Principal } from '#common/access.ts';
import type { OwnPaper, PaperResult, PaperSeat } from '#contract/papers/papers.ts';
import { type PaperSource, paperLength, seatPaper } from '#drills/papers/draw.ts';
import { creditsOf, type DrawnPaper, markOf } from '#drills/papers/marks.ts';
import { say } from '#i18n/say.ts';
import type { Sitting, StoredAnswer, StoredPaperAppeal } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { answeredIn, givenIn } from './given.ts';
import { isPaperPublished, type PaperTimes, phaseOf } from './paper-state.ts';
import { asked, ruledIn, shownDisputes, verdictOf } from './read-paper.ts';

type View = {
  run: Run;
  seat: Seat;
  sitting: Sitting | null;
  times: PaperTimes;
  answers: readonly StoredAnswer[];
  disputes: readonly StoredPaperAppeal[];
  source: PaperSource;
};

export const seatBodyOf = async (
  storage: Storage,
  view: View,
  principal: Principal,
  now: number,
): Promise<PaperSeat> => {
  const { run, seat, sitting, source, times } = view;
  const phase = phaseOf(seat, sitting, times, principal);
  const isOwn = phase !== 'elsewhere';
  const isPublished = isOwn && sitting !== null && isPaperPublished(run, times);
  const paper = phase === 'open' || isPublished ? seatPaper(source, seat.id) : [];
  const answers = isOwn ? view.answers : [];
  return {
    phase,
    asking: principal.guest !== null && seat.askingGuest === principal.guest,
    seat: { id: seat.id, no: seat.no, name: seat.name },
    run: {
      ...{ id: run.id, code: run.code, name: run.name, stage: run.stage, minutes: minutesOf(run, times) },
      className: await classNameOf(storage, run),
      ended: run.endedAt !== null,
      isPart: run.plan.exam !== undefined,
      mayBegin: times.isStarted,
    },
    clock: times.clock,
    count: paperLength(source),
    begunAt: isOwn ? (sitting?.begunAt ?? null) : null,
    handedInAt: isOwn ? (sitting?.handedInAt ?? null) : null,
    questions: paper.map((question) => asked(question, source)),
    answers: paper.length === 0 ? [] : answers.map(({ question, answer, flagged }) => ({ question, answer, flagged })),
    answered: answeredIn(answers),
    result: isPublished ? await resultOf(storage, view, paper, now) : null,
    now,
  };
};

/** The paper in its trainee's list: what there is to do, or the mark. */
export const ownPaper = async (
  storage: Pick<Storage, 'people'>,
  { run, seat, sitting, times, answers, disputes, source }: View,
  principal: Principal,
): Promise<OwnPaper> => {
  const phase = phaseOf(seat, sitting, times, principal);
  const isPublished = sitting !== null && phase !== 'elsewhere' && isPaperPublished(run, times);
  const state = phase === 'open' || (phase === 'before' && run.stage === 'drill') ? 'open' : 'waiting';
  const paper = isPublished ? seatPaper(source, seat.id) : [];
  return {
    ...{ seat: seat.id, name: run.name, className: await classNameOf(storage, run) },
    state: isPublished ? 'published' : phase === 'over' ? 'over' : state,
    elsewhere: phase === 'elsewhere',
    mark: isPublished ? markOf(paper, creditsOf(paper, givenIn(answers), ruledIn(disputes)), [], '').mark : null,
  };
};

/** An exam's part has minutes of its own, and so has a seat with extra time. */
const minutesOf = ({ plan }: Run, { clock }: PaperTimes): number =>
  plan.exam === undefined && clock.totalMs === plan.minutes * 60_000 ? plan.minutes : Math.ceil(clock.totalMs / 60_000);

const resultOf = async (
  storage: Pick<Storage, 'runs' | 'papers' | 'people'>,
  { run, answers, source, disputes }: View,
  paper: DrawnPaper,
  now: number,
): Promise<PaperResult> => {
  const credits = creditsOf(paper, givenIn(answers), ruledIn(disputes));
  const isSealed = await isAskedElsewhere(storage, run, source, now);
  return {
    ...markOf(paper, credits, source.topics, say('school:questions.general')),
    verdicts: isSealed ? null : paper.map((question) => verdictOf(question, credits.get(question.id) ?? 0)),
    disputes: await shownDisputes(storage, disputes),
  };
};

/** Whether another open paper of the school asks one of the questions. */
export const isAskedElsewhere = async (
  { runs, papers }: Pick<Storage, 'runs' | 'papers'>,
  run: Run,
  { questions }: PaperSource,
  now: number,
): Promise<boolean> => {
  const others = (await sealingRuns(runs, now)).filter(({ id, school }) => school === run.school && id !== run.id);
  const asked = new Set(await papers.questionsOf(others.map(({ id }) => id)));
  return questions.some(({ id }) => asked.has(id));
};
