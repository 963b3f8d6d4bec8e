/** Certificates of exams: issued by a teacher to whoever passed, withdrawn on record, checked by their code (RULES F1–F4). */

import { runResults } from '#classroom/results/results.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type {
  Certificate,
  CertificateFacts,
  CertificateRow,
  HeldCertificate,
  RunCertificates,
} from '#contract/exams/certificates.ts';
import type { RunResults, SeatResult } from '#contract/results.ts';
import type { StoredCertificate } from '#storage/certificates.ts';
import type { Run } from '#storage/runs.ts';
import { newCode, readCode } from './code.ts';

type Needs = ResultsNeeds & {
  clock: Pick<Clock, 'now'>;
  /** Points of a hundred from which an exam is passed. */
  passMark: number;
};
type Issue = { standard: string; seats: readonly string[] };

/** Stages before the debrief: attempts still count. */
const UNFINISHED: readonly Run['stage'][] = ['join', 'card', 'drill'];

/** Why no certificate of the run can be issued now; null: they can. */
export function issueRefusal({ plan, stage, publishedAt }: Run): ErrorCode | null {
  if (plan.mode !== 'exam') return 'exam-only';
  if (UNFINISHED.includes(stage)) return 'exam-not-over';
  return plan.results === 'published' && publishedAt === null ? 'report-not-published' : null;
}

/** Everybody's marks of the exam with the certificates that were issued for them. */
export async function certificatesOfRun(needs: Needs, run: Run): Promise<RunCertificates> {
  return await listed(needs, run, await runResults(needs, run));
}

/**
 * Issues a certificate to each of these seats that has passed and has none. Refused with `issueRefusal`'s codes,
 * `nobody-passed` where none of them can have one, and `certificates-changed` where a colleague was quicker.
 */
export async function issueCertificates(
  needs: Needs,
  run: Run,
  staff: string,
  { standard, seats }: Issue,
): Promise<Reply<RunCertificates>> {
  const refusal = issueRefusal(run);
  if (refusal !== null) return { ok: false, error: failure(refusal) };
  const { storage, clock } = needs;
  const results = await runResults(needs, run);
  const counting = new Set((await storage.certificates.ofRun(run.id)).filter(counts).map(({ seat }) => seat));
  const school = (await storage.people.schools()).find(({ id }) => id === run.school)?.name ?? '';
  const issued = results.seats.flatMap((row): StoredCertificate[] => {
    const facts = seats.includes(row.seat) && !counting.has(row.seat) ? factsOf(needs, run, results, row) : null;
    if (facts === null) return [];
    return [
      {
        ...{ code: newCode(), school: run.school, run: run.id, seat: row.seat },
        ...{ facts: { ...facts, school, standard }, by: staff, at: clock.now(), withdrawn: null },
      },
    ];
  });
  if (issued.length === 0) return { ok: false, error: failure('nobody-passed') };
  if (!(await storage.certificates.add(issued))) return { ok: false, error: failure('certificates-changed') };
  return { ok: true, value: await listed(needs, run, results) };
}

/** Withdraws a certificate of this run: its code says so from now on, and why. */
export async function withdrawCertificate(
  needs: Needs,
  run: Run,
  staff: string,
  { code: typed, why }: { code: string; why: string },
): Promise<Reply<RunCertificates>> {
  const code = readCode(typed);
  const found = code === null ? null : await needs.storage.certificates.find(code);
  if (found === null || found.run !== run.id) return { ok: false, error: failure('unknown-certificate') };
  if (!(await needs.storage.certificates.withdraw(found.code, { at: needs.clock.now(), by: staff, why })))
    return { ok: false, error: failure('certificates-changed') };
  return { ok: true, value: await certificatesOfRun(needs, run) };
}

/** What a code stands for, as it was issued. */
export async function checkCertificate(
  { storage }: Pick<Needs, 'storage'>,
  typed: string,
): Promise<Reply<Certificate>> {
  const code = readCode(typed);
  const found = code === null ? null : await storage.certificates.find(code);
  if (found === null) return { ok: false, error: failure('unknown-certificate') };
  const { at, facts, withdrawn } = found;
  return {
    ok: true,
    value: { code: found.code, at, facts, withdrawn: withdrawn && { at: withdrawn.at, why: withdrawn.why } },
  };
}

/** The certificates that count of the device's and the person's own seats, newest first. */
export async function heldCertificates(
  { storage }: Pick<Needs, 'storage'>,
  { guest, person }: Principal,
): Promise<HeldCertificate[]> {
  if (guest === null && person === null) return [];
  const held = await storage.certificates.held(guest, person?.id ?? null);
  return held.map(({ code, at, facts: { exam, school, grade } }) => ({ code, at, exam, school, grade }));
}

const counts = ({ withdrawn }: StoredCertificate): boolean => withdrawn === null;

/** Null where the seat hasn't passed. The school's name and its standard are added by who issues it. */
function factsOf(
  { passMark }: Needs,
  run: Run,
  { run: head }: RunResults,
  { no, name, result }: SeatResult,
): Omit<CertificateFacts, 'school' | 'standard'> | null {
  if (result === null || result.grade === 'fail') return null;
  const { score, grade, came, dimensions, figures } = result;
  return {
    ...{ exam: run.name, className: head.className, name, no, examAt: head.at, minutes: head.minutes },
    ...{ customers: came, score, passMark, grade },
    dimensions: dimensions.map(({ name: dimension, weight, marks }) => ({
      name: dimension,
      percent: marks === null || weight === 0 ? null : Math.round((100 * marks) / weight),
    })),
    firstResponseS: figures.firstResponseS,
    meanResponseS: figures.meanResponseS,
    answerRate: figures.answerRate,
  };
}

async function listed({ storage }: Needs, run: Run, { seats }: RunResults): Promise<RunCertificates> {
  const all = await storage.certificates.ofRun(run.id);
  const newest = await storage.certificates.newestOf(run.school);
  return {
    refused: issueRefusal(run),
    standard: newest?.facts.standard ?? '',
    rows: seats
      .filter(({ joined }) => joined)
      .map((row) =>
        rowOf(
          row,
          all.filter(({ seat }) => seat === row.seat),
        ),
      ),
  };
}

function rowOf({ seat, no, name, result }: SeatResult, own: readonly StoredCertificate[]): CertificateRow {
  const current = own.find(counts);
  return {
    ...{ seat, no, name, score: result?.score ?? null },
    passes: result !== null && result.grade !== 'fail',
    unsure: result?.unsure ?? 0,
    certificate:
      current === undefined
        ? null
        : {
            ...{ code: current.code, at: current.at, score: current.facts.score },
            changed: result === null || result.score !== current.facts.score || result.grade !== current.facts.grade,
          },
    withdrawn: own.flatMap(({ code, withdrawn }) =>
      withdrawn === null ? [] : [{ code, at: withdrawn.at, why: withdrawn.why }],
    ),
  };
}
