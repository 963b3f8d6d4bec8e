/** Where whoever asks stands on the learning path, why, and what to do next (RULES U1–U4). */
import { schoolOf } from '#classroom/accounts/school-of.ts';
import { ownRows, type PortfolioNeeds, today } from '#classroom/results/portfolio.ts';
import { claimant } from '#classroom/results/practice-claims.ts';
import { reportRefusals } from '#classroom/results/report-access.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { Principal } from '#common/access.ts';
import type { OwnPath, PathMeasure, PathPosition } from '#contract/practice/learning-path.ts';
import type { DrillRow } from '#storage/storage.ts';
import {
  certificateEvidence,
  drillEvidence,
  evaluationEvidence,
  isOfExam,
  paperEvidence,
  pathEntries,
} from './evidence.ts';
import { examEvidence } from './exam-evidence.ts';
import { type Evidence, positionOf } from './position.ts';
import { rulesOf } from './rules.ts';

/** Measures that serving customers moves: for these a case is the next thing to do. */
const BY_CASES: readonly PathMeasure[] = [
  ...(['exam-best', 'drills-done', 'conversion-mean', 'response-mean', 'typing-best'] as const),
];

/** With what exams of parts are read by. */
export type PathNeeds = PortfolioNeeds & ResultsNeeds;

export const ownPath = async (needs: PathNeeds, principal: Principal): Promise<OwnPath> => {
  const { storage, catalogs } = needs;
  const rules = await rulesOf({ storage, stages: catalogs.stages }, await schoolOf(storage, principal));
  const who = await claimant(storage, principal);
  const { open, waiting } = await openRows(needs, principal);
  const entries = await pathEntries(needs, open);
  const papers = await ownPapers(needs, principal, who?.id ?? null);
  const inClass = [
    ...entries.filter(({ run }) => run !== null).flatMap(drillEvidence),
    ...papers.evidence,
    ...(await ownExams(needs, principal, who?.id ?? null)),
    ...(await ownCertificates(needs, principal, who?.id ?? null)),
    // Whoever taps a name on a roster isn't shown what others think of that person: signing in does.
    ...(principal.person === null
      ? []
      : evaluationEvidence(await storage.learningPath.evaluations(principal.person.id))),
  ];
  const practice = entries.filter(({ run }) => run === null).flatMap(drillEvidence);
  const basis = inClass.length > 0 || practice.length === 0 ? 'class' : 'practice';
  const position = positionOf(rules, basis === 'class' ? inClass : practice);
  const next = nextOf(position);
  return {
    ...position,
    name: who?.name ?? null,
    basis,
    withPractice: basis === 'class' ? figuresThatDiffer(position, positionOf(rules, [...inClass, ...practice])) : {},
    waiting: waiting + papers.waiting,
    signedIn: principal.person !== null,
    next:
      next === null
        ? null
        : {
            condition: next.id,
            suggestion: BY_CASES.includes(next.measure) ? (await today(needs, principal)).suggestion : null,
          },
  };
};

/** The drills whose reports may be read, and how many may not yet. */
const openRows = async (
  needs: PortfolioNeeds,
  principal: Principal,
): Promise<{ open: DrillRow[]; waiting: number }> => {
  const rows = await ownRows(needs.storage, principal);
  const refusal = await reportRefusals(needs, principal);
  const open: DrillRow[] = [];
  for (const row of rows) if ((await refusal(row)) === null) open.push(row);
  return { open, waiting: rows.length - open.length };
};

/** A device may be shared: seats of another person than the one who sits or is signed in there are left out. */
const ownPapers = async ({ storage, clock }: PortfolioNeeds, { guest, person }: Principal, who: string | null) => {
  const seats = await storage.papers.seatsSat(guest, person?.id ?? null);
  return await paperEvidence(storage, seats, clock.now(), (seat) => seat.person === null || seat.person === who);
};

const ownExams = async (needs: PathNeeds, { guest, person }: Principal, who: string | null) => {
  const seats = await needs.storage.exams.seatsHeld(guest, person?.id ?? null);
  return await examEvidence(needs, seats, needs.clock.now(), (seat) => seat.person === null || seat.person === who);
};

const ownCertificates = async (
  { storage }: PortfolioNeeds,
  { guest, person }: Principal,
  who: string | null,
): Promise<Evidence[]> => {
  if (guest === null && person === null) return [];
  const own: Evidence[] = [];
  for (const held of (await storage.certificates.held(guest, person?.id ?? null)).filter(isOfExam)) {
    const seat = await storage.runs.seat(held.seat);
    if (seat !== null && (seat.person === null || seat.person === who)) own.push(certificateEvidence(held));
  }
  return own;
};

/** The first condition of the current stage that is open. */
const nextOf = ({ stages, current }: PathPosition) =>
  current === null ? null : (stages[current]?.conditions.find(({ met }) => !met) ?? null);

const figuresThatDiffer = (position: PathPosition, withPractice: PathPosition): Record<string, number> => {
  const figures = new Map(
    position.stages.flatMap(({ conditions }) => conditions.map(({ id, figure }) => [id, figure] as const)),
  );
  return Object.fromEntries(
    withPractice.stages
      .flatMap(({ conditions }) => conditions)
      .flatMap(({ id, figure }) => (figure === null || figure === figures.get(id) ? [] : [[id, figure] as const])),
  );
};
