/** Where the seats of an exam stand and what each of their parts came to. */

import { type Begun, type ExamView, examViewOf } from '#classroom/exam-parts/seat-parts.ts';
import { examMark } from '#classroom/exam-parts/weighing.ts';
import { givenIn } from '#classroom/papers/given.ts';
import { ruledIn } from '#classroom/papers/read-paper.ts';
import { type ResultsNeeds, seatDrills, storedOf, yieldToOthers } from '#classroom/results/run-drills.ts';
import type { ExamMark } from '#contract/exams/parts.ts';
import type { TypedFigures } from '#contract/exams/typing.ts';
import type { ExamPlan, PartKind } from '#contract/plans/exam.ts';
import type { DrillResult } from '#contract/results.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { creditsOf, markOf } from '#drills/papers/marks.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import { typedFigures } from '#drills/typing/typed-figures.ts';
import { typingMark } from '#drills/typing/typing-mark.ts';
import type { Run, Seat } from '#storage/runs.ts';
import { contentOf, type ExamContent } from './exam-content.ts';

/** `marks`: of each part that the seat sits here; null: not done. */
export type SeatMarks = {
  seat: Seat;
  view: ExamView & { begun: Begun };
  marks: ReadonlyMap<PartKind, number | null>;
  /** Null: its typing isn't done, or it sits none. */
  typed: TypedFigures | null;
  /** What was typed comes to, set aside or not; null as above. */
  typingMark: number | null;
  /** Whether a ruling set its typing aside: then `marks` has none for it (RULES O26). */
  isTypingAside: boolean;
  /** The drill of its customers that counts, and what came of it. */
  drill: { id: string; result: DrillResult | null } | null;
};
type Sources = { paper: PaperSource | null; content: ExamContent };

/** In the roster's order. `only`: these seats; left out: all. */
export const seatMarksOf = async (
  needs: ResultsNeeds,
  run: Run,
  now: number,
  only?: readonly string[],
): Promise<SeatMarks[]> => {
  const { storage } = needs;
  const content = await contentOf(storage, run.id);
  if (content === null) return [];
  const stored = await storage.papers.paper(run.id);
  const sources: Sources = { content, paper: stored === null ? null : sourceIn(stored.body) };
  const appeals = await storage.typingAppeals.ofRun(run.id);
  const aside = new Set(appeals.flatMap(({ seat, ruling }) => (ruling?.aside ? [seat] : [])));
  const all: SeatMarks[] = [];
  for (const { seat, drills } of await seatDrills(needs, run.id)) {
    if (only !== undefined && !only.includes(seat.id)) continue;
    const view = await examViewOf(storage, run, seat, now);
    if (view === null) continue;
    await yieldToOthers();
    const last = drills.findLast((one) => one.row.state !== 'ended' || storedOf(one)?.came !== 0);
    const drill = last === undefined ? null : { id: last.row.id, result: last.result };
    const marks = new Map<PartKind, number | null>();
    const typed = typedOf({ seat, view }, sources);
    const rates = content.typing?.rates ?? null;
    const speedMark = typed === null || rates === null ? null : typingMark(typed.speed, rates, view.plan.pass);
    const isTypingAside = aside.has(seat.id);
    for (const { kind, state } of view.parts) {
      const isDone = state === 'done';
      if (kind === 'typing') marks.set(kind, isDone && !isTypingAside ? speedMark : null);
      else marks.set(kind, isDone ? await partMark(needs, { seat, drill }, kind, sources) : null);
    }
    all.push({ seat, view, marks, typed, typingMark: speedMark, isTypingAside, drill });
  }
  return all;
};

const partMark = async (
  { storage }: ResultsNeeds,
  { seat, drill }: Pick<SeatMarks, 'seat' | 'drill'>,
  kind: 'paper' | 'customers',
  { paper: source }: Sources,
): Promise<number | null> => {
  if (kind === 'customers') return drill?.result?.score ?? 0;
  if (source === null) return null;
  const paper = seatPaper(source, seat.id);
  const ruled = ruledIn(await storage.paperAppeals.ofSeat(seat.id));
  return markOf(paper, creditsOf(paper, givenIn(await storage.papers.answers(seat.id)), ruled), [], '').mark;
};

/** By the part's own minutes: by the seat's longer ones its extra time would gain it nothing. */
const typedOf = (
  { seat, view }: Pick<SeatMarks, 'seat' | 'view'>,
  { content: { typing } }: Sources,
): TypedFigures | null => {
  const part = view.parts.find(({ kind }) => kind === 'typing');
  if (typing === null || part?.state !== 'done') return null;
  const texts = seatTexts(typing, view.run.seed, seat.id);
  return typedFigures(view.begun.typing?.typed ?? [], texts, part.minutes * 60_000);
};

/** Re-sits of an exam as they stand, by the seat of the first exam; oldest first. */
export type Again = { run: Run; ofSeat: SeatMarks };

/** `only`: of this seat of the first exam. */
export const againOf = async (
  needs: ResultsNeeds,
  first: string,
  now: number,
  only?: string,
): Promise<ReadonlyMap<string, Again[]>> => {
  const { runs, exams } = needs.storage;
  const all = new Map<string, Again[]>();
  for (const id of await exams.resitRuns(first)) {
    const run = await runs.run(id);
    const resits = (await exams.resitsOfRun(id)).filter((resit) => only === undefined || resit.first === only);
    if (run === null || resits.length === 0) continue;
    const seats = resits.map(({ seat }) => seat);
    for (const ofSeat of await seatMarksOf(needs, run, now, seats)) {
      const seat = resits.find((resit) => resit.seat === ofSeat.seat.id)?.first ?? '';
      all.set(seat, [...(all.get(seat) ?? []), { run, ofSeat }]);
    }
  }
  return all;
};

/** The first exam's mark with the re-sits that are published (RULES O7). */
export const markWithResits = (first: SeatMarks, again: readonly Again[]): ExamMark => {
  const { plan, parts } = first.view;
  const published = again.flatMap(({ run, ofSeat }) => (run.publishedAt === null ? [] : [ofSeat]));
  const typed = countedTyping(plan.counts, [first, ...published]);
  return examMark(
    plan,
    parts.map(({ kind, weight }) => ({
      ...{ kind, weight, first: first.marks.get(kind) ?? null },
      again: published.flatMap(({ marks }) => (marks.has(kind) ? [marks.get(kind) ?? null] : [])),
      ...(kind === 'typing' && typed !== null && { typed }),
      ...(kind === 'typing' && asideOf([first, ...published])),
    })),
  );
};

/** Places of the sittings that were set aside, as the marks of `typing` stand; nothing where none was. */
const asideOf = (sat: readonly SeatMarks[]): { aside?: number[] } => {
  const sittings = sat.filter(({ marks }, place) => place === 0 || marks.has('typing'));
  const aside = sittings.flatMap(({ isTypingAside }, place) => (isTypingAside ? [place] : []));
  return aside.length === 0 ? {} : { aside };
};

/** Of the sitting whose mark counts: the last, or the fastest, which has the best mark. */
const countedTyping = (counts: ExamPlan['counts'], sat: readonly SeatMarks[]): TypedFigures | null => {
  const all = sat.flatMap(({ typed, isTypingAside }) => (isTypingAside ? [] : (typed ?? [])));
  if (counts === 'last') return all.at(-1) ?? null;
  return all.reduce<TypedFigures | null>((best, one) => (best === null || one.speed > best.speed ? one : best), null);
};

const sourceIn = (body: string): PaperSource => {
  return JSON.parse(body);
};
