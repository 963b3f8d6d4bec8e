/** What the runs of a term say of each of its class's trainees: exams, attendance, drills (RULES J3). */
import { isSat } from '#classroom/exam-parts/seat-parts.ts';
import { seatDueTimes } from '#classroom/homework/window.ts';
import { leadsIn } from '#classroom/lead-seats/who-leads.ts';
import { againOf, markWithResits, seatMarksOf } from '#classroom/mock-exams/seat-marks.ts';
import { givenIn } from '#classroom/papers/given.ts';
import { ruledIn } from '#classroom/papers/read-paper.ts';
import { type FiguredDrills, type FiguredResult, figuredDrills } from '#classroom/results/figured-drills.ts';
import { countedDrill } from '#classroom/results/homework-results.ts';
import { type ResultsNeeds, type SeatDrills, yieldToOthers } from '#classroom/results/run-drills.ts';
import type { DrillResult } from '#contract/results.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { creditsOf, markOf } from '#drills/papers/marks.ts';
import type { StoredAnswer } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { DrillFact } from './indicators.ts';
import { isHeld, presenceIn } from './presence.ts';
import type { ExamFact, TermFacts } from './sheet-row.ts';
import { dayIn, isPublished, kindOf, stateOf } from './term-items.ts';

type Facts = Omit<Required<TermFacts>, 'marked' | 'attendance'>;
type Gathered = { -readonly [K in keyof Facts]: Facts[K] extends readonly (infer T)[] ? T[] : Facts[K] };
const noFacts = (): Gathered => ({
  ...{ exams: [], attended: [], drills: [], waiting: 0, planned: 0, unserved: [], askedLittle: [] },
});

/**
 * `runs`: those of the term. `only`: this trainee's alone; left out: of all who have a seat there. `isTradeAsked`:
 * whether what was sold and inspected is asked for (RULES J85). By person.
 */
export const factsOf = async (
  needs: ResultsNeeds,
  runs: readonly Run[],
  now: number,
  only?: string,
  isTradeAsked = true,
): Promise<ReadonlyMap<string, TermFacts>> => {
  const all = new Map<string, Gathered>();
  const of: Of = ({ person }) => {
    if (person === null || (only !== undefined && person !== only)) return null;
    const own = all.get(person) ?? noFacts();
    all.set(person, own);
    return own;
  };
  for (const run of runs) {
    await yieldToOthers();
    const kind = kindOf(run);
    const isOver = stateOf(run, now) === 'ended';
    // A contest is entered by who wants to, and what came of it is told by its own board (RULES J73).
    if (kind === 'resit' || kind === 'contest') continue;
    if (run.plan.exam !== undefined) await addParts(needs, run, now, of, only);
    else if (run.plan.paper !== undefined) await addPaper(needs, run, isOver, of);
    else await addDrills(needs, run, isOver, of, isTradeAsked);
    if (isHeld(run, now)) await addAttendance(needs, run, of);
  }
  return all;
};

type Of = (seat: Pick<Seat, 'person'>) => Gathered | null;

const addAttendance = async ({ storage }: ResultsNeeds, run: Run, of: Of): Promise<void> => {
  for (const [person, presence] of await presenceIn(storage, run))
    of({ person })?.attended.push({ run: run.id, name: run.name, day: dayIn(run), ...presence });
};

const examFact = (run: Run, counts: boolean, mark: number | null): ExamFact => {
  const head = { name: run.name, day: dayIn(run) };
  if (!counts) return { ...head, state: 'waiting', mark: null };
  return mark === null ? { ...head, state: 'absent', mark } : { ...head, state: 'marked', mark };
};

/** With the re-sits that are published. Nothing sat, here or again, is absence; a part left out counts nought (RULES O4). */
const addParts = async (needs: ResultsNeeds, run: Run, now: number, of: Of, only?: string): Promise<void> => {
  const seats = (await needs.storage.runs.seats(run.id)).filter(({ person }) => only === undefined || person === only);
  const ids = seats.map(({ id }) => id);
  if (ids.length === 0) return;
  const again = await againOf(needs, run.id, now);
  for (const ofSeat of await seatMarksOf(needs, run, now, ids)) {
    const resits = (again.get(ofSeat.seat.id) ?? []).filter((one) => one.run.publishedAt !== null);
    const sat = [ofSeat, ...resits.map((one) => one.ofSeat)].some(({ marks }) =>
      [...marks.values()].some((mark) => mark !== null),
    );
    const mark = sat ? markWithResits(ofSeat, resits).whole : null;
    of(ofSeat.seat)?.exams.push(examFact(run, isPublished(run) && isSat(ofSeat.view.parts), mark));
  }
};

const addPaper = async ({ storage }: ResultsNeeds, run: Run, isOver: boolean, of: Of): Promise<void> => {
  const stored = await storage.papers.paper(run.id);
  const source = stored === null ? null : sourceIn(stored.body);
  if (source === null) return;
  const sat = new Set((await storage.papers.sittings(run.id)).map(({ seat }) => seat));
  const disputes = await storage.paperAppeals.ofRun(run.id);
  const answers = new Map<string, StoredAnswer[]>();
  for (const answer of await storage.papers.answersOfRun(run.id))
    answers.set(answer.seat, [...(answers.get(answer.seat) ?? []), answer]);
  for (const seat of await storage.runs.seats(run.id)) {
    const own = of(seat);
    if (own === null) continue;
    const paper = seatPaper(source, seat.id);
    const given = givenIn(answers.get(seat.id) ?? []);
    const ruled = ruledIn(disputes.filter((one) => one.seat === seat.id));
    const mark = sat.has(seat.id) ? markOf(paper, creditsOf(paper, given, ruled), [], '').mark : null;
    own.exams.push(examFact(run, isOver && isPublished(run), mark));
  }
};

/** The drill that counts of each seat: of an exam at the desk its mark, of lessons and homework its figures. */
const addDrills = async (
  needs: ResultsNeeds,
  run: Run,
  isOver: boolean,
  of: Of,
  isTradeAsked: boolean,
): Promise<void> => {
  const counts = isOver && isPublished(run);
  const isExam = kindOf(run) === 'exam';
  const log = await needs.storage.runs.log(run.id);
  const dueTimes = seatDueTimes(run.plan.homework === undefined ? [] : log);
  const leads = leadsIn(log);
  for (const drillsOfSeat of await figuredDrills(needs, run, isTradeAsked && !isExam)) {
    const own = of(drillsOfSeat.seat);
    // Who led had no customers planned.
    if (own === null || leads.has(drillsOfSeat.seat.id)) continue;
    const result = countedResult(run, drillsOfSeat, dueTimes.get(drillsOfSeat.seat.id));
    if (isExam) own.exams.push(examFact(run, counts, result?.score ?? null));
    else if (counts) {
      const planned = plannedFor(run, result ?? emptyOf(drillsOfSeat));
      own.planned += planned;
      if (result === null) own.unserved.push({ run: run.id, planned });
      else own.drills.push(drillFact(result));
      const little = result === null ? emptyOf(drillsOfSeat)?.askedLittle : undefined;
      if (little !== undefined) own.askedLittle.push({ name: run.name, day: dayIn(run), ...little });
    } else if (result !== null) own.waiting += 1;
  }
};

/**
 * Who comes in a rush, or is handed on in a project task, follows from the drill itself. Who went to a classmate without a
 * word is of that classmate's standard; who was answered first is of both, as both served them (RULES J97).
 */
const plannedFor = ({ plan }: Run, result: DrillResult | null): number => {
  if (plan.rush !== undefined || plan.project !== undefined) return result?.planned ?? 0;
  // Whose player didn't come, or asked too little, had nobody to serve (RULES J107, J118).
  if (plan.rolePlay === true && (result?.came === 0 || result?.askedLittle !== undefined)) return 0;
  const { out, in: taken } = result?.passed ?? { out: 0, in: 0 };
  return plan.scenarios.length - out + taken;
};

/** What is known of a seat whose drill asked nothing of it; null: it has none. */
const emptyOf = ({ drills }: FiguredDrills): DrillResult | null =>
  drills.findLast(({ empty }) => empty !== undefined)?.empty?.stored ?? null;

/** Of homework the one its rule names, else the best; of equal ones the earlier. */
export const countedResult = <R extends DrillResult>(
  run: Run,
  drillsOfSeat: Omit<SeatDrills, 'drills'> & { drills: { row: DrillRow; result: R | null }[] },
  due: number | undefined,
): R | null => {
  const { homework } = run.plan;
  if (homework !== undefined) {
    const drill = countedDrill(homework, drillsOfSeat, due);
    return drillsOfSeat.drills.find(({ row }) => row.id === drill)?.result ?? null;
  }
  return drillsOfSeat.drills.reduce<R | null>(
    (best, { result }) => (result !== null && (best === null || result.score > best.score) ? result : best),
    null,
  );
};

const drillFact = ({ figures, score, trade, inspected }: FiguredResult): DrillFact => ({
  ...{ firstResponseS: figures.firstResponseS, meanResponseS: figures.meanResponseS, answerRate: figures.answerRate },
  ...{ score, served: figures.served ?? 0, trade: trade ?? null, inspected },
});

const sourceIn = (body: string): PaperSource => {
  return JSON.parse(body);
};
