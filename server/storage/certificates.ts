/** Certificates. A row is only ever added; once it may be noted that it was withdrawn. Times are epoch milliseconds. */
import type { CertificateFacts } from '#contract/exams/certificates.ts';
import type { Standard } from '#contract/exams/standards.ts';

/** `by`, `withdrawn.by`: a person's id. */
export type StoredCertificate = {
  code: string;
  school: string;
  run: string;
  seat: string;
  facts: CertificateFacts;
  by: string;
  at: number;
  withdrawn: { at: number; by: string; why: string } | null;
};

/** One saving of a school's standards. `version` counts from 1 within a school; `by`: a person's id. */
export type StoredStandards = {
  school: string;
  version: number;
  body: readonly Standard[];
  by: string;
  at: number;
};

export type CertificatesStorage = {
  /** Adds them all. False, and none is added, where a code is taken or a seat has one that counts. */
  add(certificates: readonly StoredCertificate[]): Promise<boolean>;
  find(code: string): Promise<StoredCertificate | null>;
  /** In the order in which they were issued. */
  ofRun(run: string): Promise<StoredCertificate[]>;
  /** Those of these seats that count, newest first. */
  ofSeats(seats: readonly string[]): Promise<StoredCertificate[]>;
  /** Those that count of the seats of the device or of the person, newest first; of runs that are over, too. */
  held(guest: string | null, person: string | null): Promise<StoredCertificate[]>;
  /** The newest of a school, withdrawn ones included. */
  newestOf(school: string): Promise<StoredCertificate | null>;
  /** False where it was withdrawn already, or there is none. */
  withdraw(code: string, withdrawn: { at: number; by: string; why: string }): Promise<boolean>;
  /** False where the version is taken: somebody else has saved meanwhile, and nothing is stored. */
  putStandards(standards: StoredStandards): Promise<boolean>;
  /** The newest; null: a school that has saved none. */
  standards(school: string): Promise<StoredStandards | null>;
};
