/** Cases a school's teachers write themselves. Times are epoch milliseconds. */
import type { Scenario } from '#engine/model/content.ts';

export type AuthoredCase = {
  id: string;
  school: string;
  /** The scenario's id, type/name. Within a school only one case has it, and all its versions do. */
  scenarioId: string;
  /** A person's id. */
  createdBy: string;
  createdAt: number;
  /** Hash of the version that the school's trainees get; null: none is published. */
  published: string | null;
};

/** A case that varies, as the library reads it from its two files: plain JSON, which storage doesn't look into. */
export type StoredCaseTemplate = Readonly<Record<string, unknown>>;

/** One saved state of a case's files; never changed. */
export type AuthoredVersion = {
  case: string;
  /** Hash of the files' text. */
  hash: string;
  /** 1, 2, 3 … in order of saving. */
  no: number;
  yaml: string;
  testplan: string | null;
  /** The case as it was read from the file when it was saved; of one that varies, its usual variant. */
  scenario: Scenario;
  /** What its variants are made of; null: a plain case. */
  template: StoredCaseTemplate | null;
  /** What the checker found when it was saved. */
  errorCount: number;
  warningCount: number;
  note: string;
  /** A person's id. */
  by: string;
  at: number;
};
/** A version without its texts, for lists. */
export type AuthoredVersionRow = Omit<AuthoredVersion, 'yaml' | 'testplan' | 'scenario' | 'template'> & {
  title: string;
  hasTestplan: boolean;
};

/** What was done with a case. */
export type AuthoredChange = {
  id: string;
  case: string;
  at: number;
  by: string;
  kind: 'saved' | 'published' | 'withdrawn';
  version: string | null;
};

/** A case as its school's catalog holds it: the published version, else the newest one. */
export type CatalogCase = { id: string; version: string; isPublished: boolean } & VersionContent;
/** What drills are made of. */
export type VersionContent = Pick<AuthoredVersion, 'scenario' | 'template'>;
/** Which version of an authored case a run was planned with; `scenario`: its id, as in what runs and nodes are told. */
export type RunCase = { scenario: string; version: string };

export type AuthoredStorage = {
  /** Stores a case with its first version, both or neither. False: the school already has a case of that scenario id. */
  create(
    row: Omit<AuthoredCase, 'published'>,
    version: Omit<AuthoredVersion, 'no'>,
    change: AuthoredChange,
  ): Promise<boolean>;
  /** Returns the new version's number. Null when the case has the same files already: nothing is stored then. */
  addVersion(version: Omit<AuthoredVersion, 'no'>, change: AuthoredChange): Promise<number | null>;
  /** Oldest first. */
  casesOf(school: string): Promise<AuthoredCase[]>;
  caseById(id: string): Promise<AuthoredCase | null>;
  /** Newest first. */
  versionRows(caseId: string): Promise<AuthoredVersionRow[]>;
  version(caseId: string, hash: string): Promise<AuthoredVersion | null>;
  /** `version` null withdraws the case. A version that is named must be there. */
  publish(caseId: string, version: string | null, change: AuthoredChange): Promise<void>;
  /** Newest first. */
  changes(caseId: string): Promise<AuthoredChange[]>;
  /** The school's cases as its catalog holds them, withdrawn ones by their newest version. */
  catalogCases(school: string): Promise<CatalogCase[]>;
  /** Exactly this version: a run or a trial names it by the scenario's id and the version's hash. */
  contentOfVersion(school: string, runCase: RunCase): Promise<VersionContent | null>;
  /** Written before the run is: otherwise a crash could leave a run without the cases it was planned with. */
  setRunCases(run: string, cases: readonly RunCase[]): Promise<void>;
  runCases(run: string): Promise<RunCase[]>;
};
