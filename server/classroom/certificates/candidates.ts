/** Whom a certificate can be issued to, with the figures that it would have: of an exam in one piece, of a written paper, or of one of parts. */

import { classNameOf } from '#classroom/lesson/run-body.ts';
import { againOf, markWithResits, seatMarksOf } from '#classroom/mock-exams/seat-marks.ts';
import { runResults } from '#classroom/results/results.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { Clock } from '#common/clock.ts';
import type { Reply } from '#contract/errors.ts';
import type { CertificateFacts } from '#contract/exams/certificates.ts';
import type { PaperBoard } from '#contract/papers/papers.ts';
import type { RunResults, SeatResult } from '#contract/results.ts';
import type { Run } from '#storage/runs.ts';

export type CandidateNeeds = ResultsNeeds & {
  clock: Pick<Clock, 'now'>;
  /** Points of a hundred from which an exam in one piece is passed. */
  passMark: number;
  /** The same for excellent. */
  excellentMark: number;
  /** The places of a contest's run, by its seats; null: its results aren't told, or its school has left. */
  contestPlaces(run: string): Promise<ContestPlaces | null>;
  /** A written paper's board, with its marks once it is over. */
  paperBoard(run: string): Promise<Reply<PaperBoard>>;
};
/** `of`: how many have a place in the whole contest. */
export type ContestPlaces = {
  host: string;
  team: string;
  of: number;
  bySeat: ReadonlyMap<string, { place: number; total: number; firstS: number | null; rounds: number }>;
};
/** The school's name and its standard are added by who issues it. */
export type CandidateFacts = Omit<CertificateFacts, 'school' | 'standard' | 'standardLines'>;
export type Candidate = {
  seat: string;
  no: string;
  name: string;
  joined: boolean;
  score: number | null;
  grade: 'fail' | 'pass' | 'excellent' | null;
  unsure: number;
  /** Null: the seat hasn't passed. */
  facts: CandidateFacts | null;
};

export const candidatesOf = async (needs: CandidateNeeds, run: Run): Promise<Candidate[]> => {
  if (run.plan.contest !== undefined) return await ofContest(needs, run);
  if (run.plan.exam !== undefined) return await ofParts(needs, run);
  if (run.plan.paper !== undefined) return await ofPaper(needs, run);
  const results = await runResults(needs, run);
  return results.seats.map((row) => ({
    ...{ seat: row.seat, no: row.no, name: row.name, joined: row.joined },
    ...{ score: row.result?.score ?? null, grade: row.result?.grade ?? null, unsure: row.result?.unsure ?? 0 },
    facts: factsOf(needs, run, results, row),
  }));
};

const factsOf = (
  { passMark }: CandidateNeeds,
  run: Run,
  { run: head }: RunResults,
  { no, name, result }: SeatResult,
): CandidateFacts | null => {
  if (result === null || result.grade === 'fail') return null;
  const { score, grade, came, dimensions, figures } = result;
  return {
    ...{ exam: run.name, className: head.className, name, no, examAt: head.at, minutes: head.minutes },
    ...{ customers: came, score, passMark, grade },
    dimensions: dimensions.map(({ id, name: dimension, weight, marks }) => ({
      ...{ id, name: dimension },
      percent: marks === null || weight === 0 ? null : Math.round((100 * marks) / weight),
    })),
    firstResponseS: figures.firstResponseS,
    meanResponseS: figures.meanResponseS,
    answerRate: figures.answerRate,
  };
};

/** Who handed in or was at it at its end; who never began it is none. */
const ofPaper = async ({ paperBoard, passMark, excellentMark }: CandidateNeeds, run: Run): Promise<Candidate[]> => {
  const board = await paperBoard(run.id);
  if (!board.ok) return [];
  const { seats, plan, run: head } = board.value;
  return seats.map(({ seat, no, name, joined, result }): Candidate => {
    const base = { seat, no, name, joined, unsure: 0 };
    if (result === null) return { ...base, score: null, grade: null, facts: null };
    const { mark, topics } = result;
    if (mark < passMark) return { ...base, score: mark, grade: 'fail', facts: null };
    const grade = mark < excellentMark ? 'pass' : 'excellent';
    const facts: CandidateFacts = {
      ...{ exam: run.name, className: head.className, name, no, examAt: run.startedAt ?? run.createdAt },
      ...{ minutes: head.minutes, customers: 0, score: mark, passMark, grade, questions: plan.questions },
      dimensions: topics.map(({ name: topic, credit, of }) => ({
        name: topic,
        percent: of === 0 ? null : Math.round((100 * credit) / of),
      })),
      ...{ firstResponseS: null, meanResponseS: null, answerRate: null },
    };
    return { ...base, score: mark, grade, facts };
  });
};

/** Everybody who has a place: a contest's certificate says which, and is no exam that was passed. */
const ofContest = async ({ storage, passMark, contestPlaces }: CandidateNeeds, run: Run): Promise<Candidate[]> => {
  const places = await contestPlaces(run.id);
  const className = await classNameOf(storage, run);
  const { homework, minutes, scenarios } = run.plan;
  return (await storage.runs.seats(run.id)).map(({ id, no, name, joinedAt }): Candidate => {
    const base = { seat: id, no, name, joined: joinedAt !== null, unsure: 0 };
    const own = places?.bySeat.get(id);
    if (places === null || own === undefined) return { ...base, score: null, grade: null, facts: null };
    const facts: CandidateFacts = {
      ...{ exam: run.name, className, name, no, examAt: homework?.opensAt ?? run.createdAt, minutes },
      ...{ customers: scenarios.length, score: own.total, passMark, grade: 'pass', dimensions: [] },
      ...{ firstResponseS: own.firstS, meanResponseS: null, answerRate: null },
      contest: { host: places.host, team: places.team, place: own.place, of: places.of, rounds: own.rounds },
    };
    return { ...base, score: own.total, grade: 'pass', facts };
  });
};

/** With the re-sits that are published; who sat nothing is none. */
const ofParts = async (needs: CandidateNeeds, run: Run): Promise<Candidate[]> => {
  const { plan } = run;
  const now = needs.clock.now();
  const again = await againOf(needs, run.id, now);
  const className = await classNameOf(needs.storage, run);
  return (await seatMarksOf(needs, run, now)).map((own): Candidate => {
    const { id: seat, no, name, joinedAt } = own.seat;
    const isSat = [...own.marks.values()].some((mark) => mark !== null);
    const mark = isSat ? markWithResits(own, again.get(seat) ?? []) : null;
    const base = { seat, no, name, joined: joinedAt !== null, unsure: own.drill?.result?.unsure ?? 0 };
    if (mark === null || mark.grade === 'fail')
      return { ...base, score: mark?.whole ?? null, grade: mark?.grade ?? null, facts: null };
    const facts: CandidateFacts = {
      ...{ exam: run.name, className, name, no, examAt: plan.homework?.opensAt ?? run.createdAt },
      minutes: (plan.exam?.parts ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
      ...{ customers: plan.scenarios.length, score: mark.whole, passMark: plan.exam?.pass ?? needs.passMark },
      ...{ grade: mark.grade, dimensions: [], firstResponseS: null, meanResponseS: null, answerRate: null },
      // A part that was set aside is none of the whole's (RULES O26).
      parts: mark.parts.flatMap(({ kind, weight, counted, typed }) =>
        counted === null ? [] : [{ kind, weight, mark: counted, ...(typed !== undefined && { typed }) }],
      ),
    };
    return { ...base, score: mark.whole, grade: mark.grade, facts };
  });
};
