/** What is kept of people: how it is found, deleted and kept for so many days only. Times are epoch milliseconds. */
import type { Erasure } from '#contract/personal-data/erasing.ts';
import type { DataSettings } from '#contract/personal-data/retention.ts';
import type { AuditNote } from './audit.ts';

/** `practice`: drills outside class of a device that belong to no person, and of a person. */
export type ErasureTarget =
  | { kind: 'school' | 'class' | 'person' | 'run' | 'drill'; id: string }
  | { kind: 'practice'; guest: string | null; person: string | null };

/**
 * Ids of everything that a deletion concerns. `drills` go whole with all that hangs from them. `stripped` lose their
 * words, and whose they were, while the marks stay for the class. `seats` go, `nameless` ones lose name, number and
 * device. `devices` go where nothing else is theirs.
 */
export type ErasureScope = {
  schools: string[];
  people: string[];
  classes: string[];
  runs: string[];
  seats: string[];
  nameless: string[];
  tasks: string[];
  drills: string[];
  stripped: string[];
  devices: string[];
};

/** What a retention rule would delete. `before`: what last happened earlier than that. `most`: drills at a time. */
export type DueRule = { school: string; before: number; most: number };

/**
 * A device, a person or both. `seated`: the person whose seat the device took last; of others who sat at it, nothing is
 * the device's.
 */
export type DataSubject = { guest: string | null; person: string | null; seated: string | null };
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
  weigh(scope: ErasureScope): Promise<Erasure>;
  /** Deletes it in one transaction, with the row of the audit trail that says so; its figures are added to the row's details. */
  erase(scope: ErasureScope, note: AuditNote): Promise<Erasure>;
  /** Everything kept of whom it is asked for. */
  subjectData(of: DataSubject): Promise<SubjectData>;
  /** Practice of no person, at devices that count as the school's. */
  duePractice(rule: DueRule): Promise<ErasureScope>;
  /** Runs that ended before, with all drills that still have their words. */
  dueRuns(rule: DueRule): Promise<ErasureScope>;
  /** How many there are; `forget`: they are deleted. */
  signInsBefore(rule: Omit<DueRule, 'most'>, forget: boolean): Promise<number>;
  sessionsBefore(rule: Omit<DueRule, 'most'>, forget: boolean): Promise<number>;
  settings(school: string): Promise<DataSettings & { doneAt: number | null }>;
  changeSettings(school: string, settings: DataSettings): Promise<void>;
  /** Notes that the school's rules were carried out. */
  retained(school: string, at: number): Promise<void>;
  /** Rows that hang from a drill which is no more: a report that was being made when the drill was deleted. How many went. */
  sweep(): Promise<number>;
};
