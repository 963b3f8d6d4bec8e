/** Certificates of exams: issued by a teacher to whoever passed, withdrawn on record, checked by their code (RULES F1–F4). */

import type { Principal } from '#common/access.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { Certificate, CertificateRow, HeldCertificate, RunCertificates } from '#contract/exams/certificates.ts';
import type { StoredCertificate } from '#storage/certificates.ts';
import type { Run } from '#storage/runs.ts';
import { type Candidate, type CandidateNeeds, candidatesOf } from './candidates.ts';
import { newCode, readCode } from './code.ts';
import { mappedLines, standardsOf } from './standards.ts';

type Needs = CandidateNeeds;
type Issue = { standard: string; standardId?: string | undefined; seats: readonly string[] };

/** Stages before the debrief: attempts still count. */
const UNFINISHED: readonly Run['stage'][] = ['join', 'card', 'drill'];

/** Why no certificate of the run can be issued now; null: they can. */
export const issueRefusal = ({ plan, stage, publishedAt }: Run): ErrorCode | null => {
  if (plan.mode !== 'exam') return 'exam-only';
  if (plan.contest !== undefined) return publishedAt === null ? 'contest-not-over' : null;
  if (plan.exam?.of !== undefined) return 'exam-resit';
  // An exam of parts, and a paper, is published once nobody can sit anything any more.
  if (plan.exam !== undefined || plan.paper !== undefined) return publishedAt === null ? 'report-not-published' : null;
  if (UNFINISHED.includes(stage)) return 'exam-not-over';
  return plan.results === 'published' && publishedAt === null ? 'report-not-published' : null;
};

/** Everybody's marks of the exam with the certificates that were issued for them. */
export const certificatesOfRun = async (needs: Needs, run: Run): Promise<RunCertificates> => {
  return await listed(needs, run, await candidatesOf(needs, run));
};

/**
 * Issues a certificate to each of these seats that has passed and has none. Refused with `issueRefusal`'s codes,
 * `nobody-passed` where none of them can have one, `bad-request` where the school has no such standard, and `certificates-changed` where a colleague was quicker.
 */
export const issueCertificates = async (
  needs: Needs,
  run: Run,
  staff: string,
  { standard: typed, standardId, seats }: Issue,
): Promise<Reply<RunCertificates>> => {
  const refusal = issueRefusal(run);
  if (refusal !== null) return { ok: false, error: failure(refusal) };
  const { storage, clock } = needs;
  const candidates = await candidatesOf(needs, run);
  const counting = new Set((await storage.certificates.ofRun(run.id)).filter(counts).map(({ seat }) => seat));
  const chosen = (await standardsOf(needs, run.school)).standards.find(({ id }) => id === standardId) ?? null;
  if (standardId !== undefined && chosen === null) return { ok: false, error: failure('bad-request', 'standardId') };
  const standard = chosen?.name ?? typed;
  const school = (await storage.people.schools()).find(({ id }) => id === run.school)?.name ?? '';
  const issued = candidates.flatMap(({ seat, facts }): StoredCertificate[] => {
    if (facts === null || !seats.includes(seat) || counting.has(seat)) return [];
    return [
      {
        ...{ code: newCode(), school: run.school, run: run.id, seat },
        facts: { ...facts, school, standard, ...(chosen && { standardLines: mappedLines(chosen, facts) }) },
        ...{ by: staff, at: clock.now(), withdrawn: null },
      },
    ];
  });
  if (issued.length === 0) return { ok: false, error: failure('nobody-passed') };
  if (!(await storage.certificates.add(issued))) return { ok: false, error: failure('certificates-changed') };
  return { ok: true, value: await listed(needs, run, candidates) };
};

/** Withdraws a certificate of this run: its code says so from now on, and why. */
export const withdrawCertificate = async (
  needs: Needs,
  run: Run,
  staff: string,
  { code: typed, why }: { code: string; why: string },
): Promise<Reply<RunCertificates>> => {
  const code = readCode(typed);
  const found = code === null ? null : await needs.storage.certificates.find(code);
  if (found === null || found.run !== run.id) return { ok: false, error: failure('unknown-certificate') };
  if (!(await needs.storage.certificates.withdraw(found.code, { at: needs.clock.now(), by: staff, why })))
    return { ok: false, error: failure('certificates-changed') };
  return { ok: true, value: await certificatesOfRun(needs, run) };
};

/** What a code stands for, as it was issued. */
export const checkCertificate = async (
  { storage }: Pick<Needs, 'storage'>,
  typed: string,
): Promise<Reply<Certificate>> => {
  const code = readCode(typed);
  const found = code === null ? null : await storage.certificates.find(code);
  if (found === null) return { ok: false, error: failure('unknown-certificate') };
  const { at, facts, withdrawn } = found;
  return {
    ok: true,
    value: { code: found.code, at, facts, withdrawn: withdrawn && { at: withdrawn.at, why: withdrawn.why } },
  };
};

/** The certificates that count of the device's and the person's own seats, newest first. */
export const heldCertificates = async (
  { storage }: Pick<Needs, 'storage'>,
  { guest, person }: Principal,
): Promise<HeldCertificate[]> => {
  if (guest === null && person === null) return [];
  const held = await storage.certificates.held(guest, person?.id ?? null);
  return held.map(({ code, at, facts: { exam, school, grade, contest } }) => ({
    ...{ code, at, exam, school, grade },
    ...(contest !== undefined && { place: contest.place }),
  }));
};

const counts = ({ withdrawn }: StoredCertificate): boolean => withdrawn === null;

const listed = async ({ storage }: Needs, run: Run, candidates: readonly Candidate[]): Promise<RunCertificates> => {
  const all = await storage.certificates.ofRun(run.id);
  const newest = await storage.certificates.newestOf(run.school);
  return {
    refused: issueRefusal(run),
    standard: newest?.facts.standard ?? '',
    standards: (await standardsOf({ storage }, run.school)).standards,
    of:
      run.plan.contest !== undefined
        ? 'contest'
        : run.plan.exam !== undefined
          ? 'parts'
          : run.plan.paper !== undefined
            ? 'paper'
            : 'customers',
    rows: candidates
      .filter(({ joined }) => joined)
      .map((row) =>
        rowOf(
          row,
          all.filter(({ seat }) => seat === row.seat),
        ),
      ),
  };
};

const rowOf = (
  { seat, no, name, score, grade, unsure }: Candidate,
  own: readonly StoredCertificate[],
): CertificateRow => {
  const current = own.find(counts);
  return {
    ...{ seat, no, name, score, unsure },
    passes: grade !== null && grade !== 'fail',
    certificate:
      current === undefined
        ? null
        : {
            ...{ code: current.code, at: current.at, score: current.facts.score },
            changed: score !== current.facts.score || grade !== current.facts.grade,
          },
    withdrawn: own.flatMap(({ code, withdrawn }) =>
      withdrawn === null ? [] : [{ code, at: withdrawn.at, why: withdrawn.why }],
    ),
  };
};
