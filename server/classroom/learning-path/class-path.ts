/** The teacher's view of a class on the learning path: who is where, what holds them up and since when (RULES U3, U6). */
import type { PortfolioNeeds } from '#classroom/results/portfolio.ts';
import { type ResultsNeeds, yieldToOthers } from '#classroom/results/run-drills.ts';
import { filtered } from '#common/filtered.ts';
import type { ClassPath, ClassPathRow, Evaluation, StageRule } from '#contract/practice/learning-path.ts';
import type { PaperSource } from '#drills/papers/draw.ts';
import { say } from '#i18n/say.ts';
import type { StoredEvaluation } from '#storage/learning-path.ts';
import type { ClassMember, SchoolClass } from '#storage/people.ts';
import type { Run } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import {
  certificateEvidence,
  drillEvidence,
  evaluationEvidence,
  isOfExam,
  paperEvidence,
  pathEntries,
} from './evidence.ts';
import { examEvidence, type ReadExams } from './exam-evidence.ts';
import { positionOf } from './position.ts';
import { rulesOf } from './rules.ts';

type Needs = Omit<PortfolioNeeds, 'seals'> & ResultsNeeds;
/** What is read once for a whole class. */
type Shared = {
  school: string;
  rules: readonly StageRule[];
  papers: Map<string, PaperSource | null>;
  exams: ReadExams;
};

export const classPath = async (needs: Needs, { id, name, school }: SchoolClass): Promise<ClassPath> => {
  const rules = await rulesOf({ storage: needs.storage, stages: needs.catalogs.stages }, school);
  const shared: Shared = { school, rules, papers: new Map(), exams: new Map() };
  const rows: ClassPathRow[] = [];
  for (const member of await needs.storage.people.members(id)) {
    await yieldToOthers();
    rows.push(await rowOf(needs, shared, member));
  }
  const conditions = rules.flatMap((stage) => stage.conditions);
  return {
    class: { id, name },
    rules,
    rows,
    shares: conditions.map((condition) => ({
      condition: condition.id,
      met: rows.filter(({ stages }) =>
        stages.some((stage) => stage.conditions.some((own) => own.id === condition.id && own.met)),
      ).length,
      of: rows.length,
    })),
  };
};

/** Class work of this school alone: what somebody practises is theirs. */
const rowOf = async (
  needs: Needs,
  { school, rules, papers, exams }: Shared,
  { person, no, name }: ClassMember,
): Promise<ClassPathRow> => {
  const { storage, clock } = needs;
  const drills = (await storage.drillsOf(null, person)).filter(
    ({ state, place }) => state === 'ended' && place?.school === school,
  );
  const published = await filtered(drills, (row) => isPublished(storage, row));
  const seats = await storage.papers.seatsSat(null, person);
  const sat = await paperEvidence(storage, seats, clock.now(), (seat) => seat.school === school, papers);
  const atExams = await storage.exams.seatsHeld(null, person);
  const certificates = await storage.certificates.held(null, person);
  const evaluations = await storage.learningPath.evaluations(person);
  const position = positionOf(rules, [
    ...(await pathEntries(needs, published)).flatMap(drillEvidence),
    ...sat.evidence,
    ...(await examEvidence(needs, atExams, clock.now(), (seat) => seat.school === school, exams)),
    ...certificates.filter((one) => one.school === school && isOfExam(one)).map(certificateEvidence),
    ...evaluationEvidence(evaluations),
  ]);
  const shown: Evaluation[] = [];
  for (const evaluation of evaluations) shown.push(await shownEvaluation(storage, evaluation));
  return { ...position, person, no, name, evaluations: shown };
};

/** As its trainee sees it: a result that isn't published counts nowhere. */
const isPublished = async ({ runs }: Pick<Storage, 'runs'>, { place }: DrillRow): Promise<boolean> => {
  const run: Run | null = place === null ? null : await runs.run(place.run);
  return run !== null && place?.redo === null && (run.plan.results === 'at-once' || run.publishedAt !== null);
};

/** With the names of who made and withdrew it; somebody who is gone has none. */
export const shownEvaluation = async (
  { people }: Pick<Storage, 'people'>,
  { id, mark, note, by, at, withdrawn }: StoredEvaluation,
): Promise<Evaluation> => {
  const nameOf = async (person: string) => (await people.person(person))?.name ?? say('path:gone');
  return {
    ...{ id, mark, note, at, by: await nameOf(by) },
    withdrawn: withdrawn === null ? null : { ...withdrawn, by: await nameOf(withdrawn.by) },
  };
};
