/** Certificates of exams: what a teacher issues, what a seat holds, and what anybody reads by its code. */
import { z } from 'zod';
import type { ErrorCode } from '#contract/errors.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import type { DimensionId } from '#contract/report.ts';
import type { Standard, StandardLine } from './standards.ts';
import type { TypedFigures } from './typing.ts';

/** `rounds`: how many were added up into the score. */
export type ContestAward = { host: string; team: string; place: number; of: number; rounds: number };

/** What was examined and how it went, as it stood when the certificate was issued. Nothing later changes it. */
export type CertificateFacts = {
  school: string;
  exam: string;
  className: string | null;
  name: string;
  no: string;
  /** When the exam began, epoch milliseconds. */
  examAt: number;
  /** Minutes that the exam gave, and customers who came. */
  minutes: number;
  customers: number;
  score: number;
  passMark: number;
  grade: 'pass' | 'excellent';
  /** In the language of who issued it. `percent`: null where there was nothing to measure. */
  dimensions: { id?: DimensionId; name: string; percent: number | null }[];
  /** Of a written paper: how many questions it had; its topics stand in `dimensions`. Absent: it was no paper. */
  questions?: number;
  /** Of an exam of parts: what each weighs and came to; absent: it was one piece. */
  parts?: { kind: PartKind; weight: number; mark: number; typed?: TypedFigures }[];
  /** Of a contest: the place among so many, the team, and the school that held it; absent: it was none. */
  contest?: ContestAward;
  /** Seconds, seconds and percent; null: nothing to measure. */
  firstResponseS: number | null;
  meanResponseS: number | null;
  answerRate: number | null;
  /** Which standard the school maps the exam to, in its own words; may be empty. */
  standard: string;
  /** The lines of that standard which the exam had something of; absent: the standard is words alone. */
  standardLines?: StandardLine[];
};
/** `at`: when it was issued. `withdrawn`: it counts no longer. */
export type Certificate = {
  code: string;
  at: number;
  facts: CertificateFacts;
  withdrawn: { at: number; why: string } | null;
};

/** A seat of the exam. `certificate`: the one that counts; `changed`: its marks have changed since it was issued. */
export type CertificateRow = {
  seat: string;
  no: string;
  name: string;
  score: number | null;
  passes: boolean;
  /** Points and findings of the counted attempt that are still 待核. */
  unsure: number;
  certificate: (Pick<Certificate, 'code' | 'at'> & { score: number; changed: boolean }) | null;
  /** `at`: when it was withdrawn. */
  withdrawn: { code: string; at: number; why: string }[];
};
/** `refused`: why none can be issued now; null: they can. `standard`: what the school wrote last. `of`: what kind of exam it is. */
export type RunCertificates = {
  refused: ErrorCode | null;
  standard: string;
  /** The school's list, to choose from. */
  standards: Standard[];
  of: 'customers' | 'paper' | 'parts' | 'contest';
  rows: CertificateRow[];
};

/** `seats`: whom to issue one; those who haven't passed, or have one, are passed over. */
export const issueSchema = z.strictObject({
  standard: z.string().trim().max(200),
  /** Of the school's list, in place of `standard`. */
  standardId: z.string().max(40).optional(),
  seats: z.array(z.string().max(100)).min(1).max(500),
});
export const withdrawSchema = z.strictObject({ why: z.string().trim().min(2).max(200) });
/** What the holder sees in a list. */
export type HeldCertificate = Pick<Certificate, 'code' | 'at'> &
  Pick<CertificateFacts, 'exam' | 'school' | 'grade'> & { place?: number };
