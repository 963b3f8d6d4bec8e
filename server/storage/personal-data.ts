/** What is kept of people: how it is found, deleted and kept for so many days only. Times are epoch milliseconds. */
import type { Erasure } from '#contract/personal-data/erasing.ts';
import type { DataSettings } from '#contract/personal-data/retention.ts';
import type { AuditNote } from './audit.ts';

/** `practice`: drills outside class of a device that belong to no person, and of a person. */
export type ErasureTarget =
  | { kind: 'school' | 'class' | 'person' | 'run' | 'drill'; id: string }
  | { kind: 'practice'; guest: string | null; person: string | null };

/**
 * Ids of everything that a deletion concerns. `drills` are deleted with all that hangs from them. `anonymisedDrills` lose
 * their words, and whose they were, while the marks stay for the class. `seats` are deleted, `anonymisedSeats` lose name,
 * number and device. `devices` are deleted where nothing else is theirs.
 */
export type ErasureScope = {
  schools: string[];
  people: string[];
  classes: string[];
  runs: string[];
  seats: string[];
  anonymisedSeats: string[];
  replayTasks: string[];
  drills: string[];
  anonymisedDrills: string[];
  /** Mock exams that somebody sat alone, whose they are or with their drills. */
  privateExams: string[];
  devices: string[];
};

/** What a retention rule would delete: what last happened earlier than `before`. `limit`: drills at a time. */
export type DueRule = { school: string; before: number; limit: number };

/**
 * A device, a person or both. `seatedPerson`: the person whose seat the device took last; of others who sat at it,
 * nothing is the device's.
 */
export type DataSubject = { guest: string | null; person: string | null; seatedPerson: string | null };
/** What hangs from them, besides what other parts of the storage give by the person's id. */
export type SubjectData = {
  memberships: { class: string; name: string; no: string; leftAt: number | null }[];
  seats: { id: string; run: string; runName: string; no: string; name: string; joinedAt: number | null }[];
  /** Oldest first; retries and answers to replay tasks included. Those of another person at the same device are left out. */
  drills: string[];
  devices: { id: string; at: number }[];
};

export type PersonalDataStorage = {
  /** Null when there is no such thing. */
  erasureScope(target: ErasureTarget): Promise<ErasureScope | null>;
  /** What `erase` would delete now; nothing is changed. */
  preview(scope: ErasureScope): Promise<Erasure>;
  /** Deletes it in one transaction, with the row of the audit trail that says so; its figures are added to the row's details. */
  erase(scope: ErasureScope, note: AuditNote): Promise<Erasure>;
  /** Everything that is stored of the subject. */
  subjectData(subject: DataSubject): Promise<SubjectData>;
  /** Practice of no person, at devices that count as the school's. */
  duePractice(rule: DueRule): Promise<ErasureScope>;
  /** Runs that ended before, with all drills that still have their words. */
  dueRuns(rule: DueRule): Promise<ErasureScope>;
  /** How many there are; they are deleted where `shouldDelete` says so. */
  signInsBefore(rule: Omit<DueRule, 'limit'>, shouldDelete: boolean): Promise<number>;
  sessionsBefore(rule: Omit<DueRule, 'limit'>, shouldDelete: boolean): Promise<number>;
  settings(school: string): Promise<DataSettings & { doneAt: number | null }>;
  changeSettings(school: string, settings: DataSettings): Promise<void>;
  /** Notes that the school's rules were carried out. */
  noteRetentionDone(school: string, at: number): Promise<void>;
  /**
   * Deletes rows of drills that no longer exist, such as a report that was being made when its drill was deleted. Returns
   * how many it deleted.
   */
  sweepOrphans(): Promise<number>;
};
