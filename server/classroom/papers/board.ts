/** The teacher's board of a paper: who sits it, what they have, and once it is over what came of it (RULES X5, X6). */
import { examViewOf } from '#classroom/exam-parts/seat-parts.ts';
import { classNameOf } from '#classroom/lesson/run-body.ts';
import { clockBody, elapsedMs } from '#classroom/lesson/run-clock.ts';
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import { extraPercents, seatMs } from '#classroom/run-log/paper-clock.ts';
import type { BoardSeat, PaperBoard, PaperItem } from '#contract/papers/papers.ts';
import type { PaperPlan } from '#contract/questions.ts';
import { examplePaper, type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { itemFigures, LEAST_FOR_DISCRIMINATION } from '#drills/papers/items.ts';
import { type Credits, creditsOf, type DrawnPaper, markOf } from '#drills/papers/marks.ts';
import { say } from '#i18n/say.ts';
import type { Sitting, StoredAnswer } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { answeredIn, givenIn } from './given.ts';
import { endOf, isPaperOver, satMs } from './paper-state.ts';
import { ruledIn } from './read-paper.ts';
import { isAskedElsewhere } from './seat-paper.ts';

export const boardOf = async (
  storage: Storage,
  run: Run,
  { plan, source }: { plan: PaperPlan; source: PaperSource },
  now: number,
): Promise<PaperBoard> => {
  const stages = await stagesOf(storage, run, now);
  const isOver = run.plan.exam === undefined ? isPaperOver(run, now) : stages.every(({ isDone }) => isDone);
  const disputes = await storage.paperAppeals.ofRun(run.id);
  const sittings = new Map((await storage.papers.sittings(run.id)).map((sitting) => [sitting.seat, sitting]));
  const answers = new Map<string, StoredAnswer[]>();
  for (const answer of await storage.papers.answersOfRun(run.id))
    answers.set(answer.seat, [...(answers.get(answer.seat) ?? []), answer]);
  const credits = new Map<string, Credits>();
  const rows: BoardSeat[] = [];
  for (const { seat, isDone, endedAt, extraPercent } of stages) {
    const sitting = sittings.get(seat.id) ?? null;
    const given = answers.get(seat.id) ?? [];
    const ofSeat = disputes.filter((one) => one.seat === seat.id);
    const row = rowOf(seat, sitting, given, endedAt);
    row.extraPercent = extraPercent;
    row.appeals = ofSeat.filter(({ waits }) => waits).length;
    rows.push(row);
    if (!isDone || sitting === null) continue;
    await yieldToOthers();
    const paper = seatPaper(source, seat.id);
    const credited = creditsOf(paper, givenIn(given), ruledIn(ofSeat));
    credits.set(seat.id, credited);
    row.result = markOf(paper, credited, source.topics, say('school:questions.general'));
  }
  return {
    run: {
      ...{ id: run.id, name: run.name, code: run.code, stage: run.stage, locked: run.locked },
      ...{ minutes: run.plan.minutes, publishedAt: run.publishedAt, ended: run.endedAt !== null },
      isPart: run.plan.exam !== undefined,
      className: await classNameOf(storage, run),
    },
    clock: clockBody(run, now),
    over: isOver,
    plan,
    keysWait: await isAskedElsewhere(storage, run, source, now),
    seats: rows,
    items: itemsOf(examplePaper(source), source, [...credits.values()]),
    leastForDiscrimination: LEAST_FOR_DISCRIMINATION,
    now,
  };
};

type Stage = { seat: Seat; isDone: boolean; endedAt: number | null; extraPercent: number };
/** Which seats have a paper here, whether each can answer no more, and since when. A re-sit's seat may have no paper. */
const stagesOf = async (storage: Storage, run: Run, now: number): Promise<Stage[]> => {
  const seats = await storage.runs.seats(run.id);
  if (run.plan.exam === undefined) {
    const isDone = isPaperOver(run, now);
    const log = await storage.runs.log(run.id);
    const endedAt = endOf(log) ?? now;
    const percents = extraPercents(log);
    // The run is as long as its longest seat: another's time was up so much earlier.
    const before = (seat: Seat) => Math.max(0, elapsedMs(run, now) - seatMs(run, log, seat.id));
    return seats.map((seat) => ({
      ...{ seat, isDone, extraPercent: percents.get(seat.id) ?? 0 },
      endedAt: isDone ? endedAt - before(seat) : null,
    }));
  }
  const stages: Stage[] = [];
  for (const seat of seats) {
    const view = await examViewOf(storage, run, seat, now);
    const part = view?.parts.find(({ kind }) => kind === 'paper');
    if (view === null || part === undefined) continue;
    const isDone = part.state === 'done' || part.state === 'missed';
    stages.push({ seat, isDone, endedAt: part.endedAt, extraPercent: view.extraPercent });
  }
  return stages;
};

const rowOf = (
  seat: Seat,
  sitting: Sitting | null,
  answers: readonly StoredAnswer[],
  endedAt: number | null,
): BoardSeat => ({
  ...{ seat: seat.id, no: seat.no, name: seat.name, joined: seat.joinedAt !== null, asking: seat.askingGuest !== null },
  begunAt: sitting?.begunAt ?? null,
  handedInAt: sitting?.handedInAt ?? null,
  satMs: satMs(sitting, endedAt),
  answered: answeredIn(answers),
  flagged: answers.filter(({ flagged }) => flagged).length,
  lastAt: answers.length === 0 ? null : Math.max(...answers.map(({ at }) => at)),
  result: null,
  extraPercent: 0,
  appeals: 0,
});

const itemsOf = (paper: DrawnPaper, { topics }: PaperSource, seats: readonly Credits[]): PaperItem[] => {
  const figures = itemFigures(
    paper.map(({ id }) => id),
    seats,
  );
  return paper.map((question) => ({
    ...{ id: question.id, kind: question.kind, level: question.level, stem: question.stem, key: keyText(question) },
    topicName: topics.find(({ id }) => id === question.topic)?.name ?? null,
    ...(figures.get(question.id) ?? { n: 0, facility: null, discrimination: null }),
  }));
};

const keyText = ({ key, options, unit, kind }: DrawnPaper[number]): string =>
  'figure' in key
    ? `${key.figure} ${unit ?? ''}`.trim()
    : key.chosen.map((place) => options[place] ?? '').join(kind === 'order' ? ' → ' : say('exports:paper.and'));
