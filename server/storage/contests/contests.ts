/** Contests and what hangs from them. Times are epoch milliseconds; `by`: a person's id. */
import type { ContestRules } from '#contract/contests/rules.ts';

/** `unveiled`: places told since the unveiling began; null: it hasn't. `openedAt`: when all was told; null: not yet. */
export type StoredContest = {
  id: string;
  school: string;
  name: string;
  rules: ContestRules;
  by: string;
  at: number;
  unveiled: number | null;
  openedAt: number | null;
};
/** A run in a contest. `leftAt`: when its school took it out; null: it is in. */
export type ContestEntry = {
  run: string;
  contest: string;
  school: string;
  team: string;
  by: string;
  at: number;
  leftAt: number | null;
};
/** `forWhom`: what the host wrote beside it. `usedBy`: a school's id. */
export type ContestCode = {
  code: string;
  contest: string;
  forWhom: string;
  at: number;
  usedBy: string | null;
  usedAt: number | null;
};
/** A file of another server's results. `source`: the contest's id there; `body`: the file as it came. */
export type ContestFile = {
  contest: string;
  fingerprint: string;
  source: string;
  body: string;
  by: string;
  at: number;
};
export type KnownKey = { school: string; fingerprint: string; name: string; by: string; at: number };
/** PEM texts. */
export type SigningKey = { publicKey: string; privateKey: string };

export type ContestsStorage = {
  create(contest: StoredContest): Promise<void>;
  contest(id: string): Promise<StoredContest | null>;
  /** Those that the school made or has entered, newest first. */
  ofSchool(school: string): Promise<StoredContest[]>;
  /** How far the results are told. False where they are told further already: another tap was quicker. */
  unveil(id: string, unveiled: number, openedAt: number | null): Promise<boolean>;
  addEntry(entry: ContestEntry): Promise<void>;
  /** Oldest first, those that left included. */
  entries(contest: string): Promise<ContestEntry[]>;
  entryOf(run: string): Promise<ContestEntry | null>;
  /** False: there is no such entry, or it left before. */
  leave(run: string, at: number): Promise<boolean>;
  addCode(code: ContestCode): Promise<void>;
  /** Oldest first. */
  codes(contest: string): Promise<ContestCode[]>;
  code(code: string): Promise<ContestCode | null>;
  /** False: another school has used it, or it was removed. A school may use its own again. */
  claimCode(code: string, school: string, at: number): Promise<boolean>;
  /** False: there is none that is unused. */
  removeCode(contest: string, code: string): Promise<boolean>;
  /** The names that contestants chose, by seat. */
  names(contest: string): Promise<ReadonlyMap<string, string>>;
  namesOf(seats: readonly string[]): Promise<{ contest: string; seat: string; name: string; at: number }[]>;
  /** Null takes the seat's name back. False: another seat of the contest has that name. */
  putName(seat: string, contest: string, name: string | null, at: number): Promise<boolean>;
  /** In the place of an earlier file of the same contest and key. */
  putFile(file: ContestFile): Promise<void>;
  /** Oldest first. */
  files(contest: string): Promise<ContestFile[]>;
  removeFile(contest: string, fingerprint: string, source: string): Promise<boolean>;
  knownKeys(school: string): Promise<KnownKey[]>;
  putKnownKey(key: KnownKey): Promise<void>;
  /** The key this server signs with; the first one stored stays. */
  signingKey(): Promise<SigningKey | null>;
  addSigningKey(key: SigningKey, at: number): Promise<void>;
};
