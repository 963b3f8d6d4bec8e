/** The storage contract: what a backend must do. One test suite (`tests/storage/contract.ts`) runs on every backend. */

import type { Owner } from '#common/access.ts';
import type { ResourceKind } from '#contract/who-may.ts';
import type { Result } from '#engine/model/commands.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { OpenedRush } from '#engine/model/rush.ts';
import type { ContestsStorage } from '#storage/contests/contests.ts';
import type { StorageHealth } from '#storage/health/storage-health.ts';
import type { MentorsStorage } from '#storage/mentors/mentors.ts';
import type { PlannedDrillsStorage } from '#storage/mentors/planned-drills.ts';
import type { PersonalRepliesStorage } from '#storage/together/personal-replies.ts';
import type { PuzzleRatingsStorage } from '#storage/together/puzzle-ratings.ts';
import type { RolePlaysStorage } from '#storage/together/role-plays.ts';
import type { AttendanceStorage } from './attendance.ts';
import type { AuditStorage } from './audit.ts';
import type { AuthoredStorage } from './authored-cases.ts';
import type { CertificatesStorage } from './certificates.ts';
import type { DiscussionStorage } from './discussion.ts';
import type { EvaluationStorage } from './evaluation.ts';
import type { ExamsStorage, PrivateExamsStorage, TypingAppealsStorage } from './exams.ts';
import type { HandedInStorage } from './handed-in.ts';
import type { InspectionsStorage } from './inspections.ts';
import type { LearningPathStorage } from './learning-path.ts';
import type { LeasesStorage, NodesStorage } from './leases.ts';
import type { Locks } from './locks.ts';
import type { OwnQuestionsStorage } from './own-questions.ts';
import type { PaperAppealsStorage, PapersStorage } from './papers.ts';
import type { PeopleStorage } from './people.ts';
import type { PersonalDataStorage } from './personal-data.ts';
import type { PortfolioStorage } from './portfolio.ts';
import type { PublishedSheetsStorage } from './published-sheets.ts';
import type { QuickRepliesStorage } from './quick-replies.ts';
import type { ResultsStorage } from './results.ts';
import type { RunsStorage } from './runs.ts';
import type { BookletsStorage, ServiceTablesStorage } from './service-data.ts';
import type { SignInsStorage } from './sign-ins.ts';
import type { TeamsStorage } from './teams.ts';
import type { TermsStorage } from './terms.ts';

/**
 * `seq` is the first event's position in the log (1-based); `at` the wall time of its last event, `commandId` the command
 * that led to it (see Append).
 */
export type LogRow = {
  drill: string;
  seq: number;
  at: number;
  commandId: string | null;
  events: readonly DrillEvent[];
};
/**
 * `seq-conflict`: the log has another length than expected, or there is no such drill. `not-leased`: another node has the
 * drill. That a command is in the log already is known by whoever has the drill in memory: no log of the expected length
 * has more commands than they know (`runner/stored-commands.ts`).
 */
export type AppendError = 'seq-conflict' | 'not-leased';

/** How far a drill has come. Times are epoch milliseconds. Only an ended drill has an end and, once it is scored, a score. */
export type DrillStage =
  | { state: 'opened' | 'running'; endedAt: null; score: null }
  | { state: 'ended'; endedAt: number; score: number | null };
export type DrillRow = DrillStage & DrillBase & DrillCases;
type DrillBase = {
  id: string;
  guest: string;
  contentHash: string;
  mode: string;
  openedAt: number;
  /** The school, run and seat it belongs to; null: practice. */
  place: DrillPlace | null;
  /** The turn that this drill does again for its own trainee; null: a drill in its own right (RULES N7). */
  retry: TurnOfDrill | null;
};
/** A rush as it was opened. */
export type DrillRush = Pick<OpenedRush, 'profile' | 'level' | 'minutes' | 'dial' | 'capacity'>;
/**
 * What a drill is of: cases in the order they were opened, or a rush. `drawn`: the cases of all its customers, in no order;
 * its trainee is told of them when the rush is over (`drill-cases.ts`, RULES Q8).
 */
export type DrillCases =
  | { scenarios: readonly string[]; rush?: undefined }
  | { rush: DrillRush; drawn: readonly string[] };
/** `person`: the roster's trainee; `redo`: the replay task this drill answers (RULES N7). */
export type DrillPlace = { school: string; run: string; seat: string; person: string | null; redo: string | null };

/** `since`: drill time from which nothing was said before that turn; null: the turn itself. */
export type TurnOfDrill = { drill: string; conversation: string; turn: number; since: number | null };

/** How far the drill has come with an append; its score comes later. */
export type AppendedStage = { state: 'opened' | 'running'; endedAt: null } | { state: 'ended'; endedAt: number };

/** One command's effect, written whole or not at all. Times are epoch milliseconds unless named otherwise. */
export type Append = AppendedStage & {
  drill: string;
  /** Length of the log before this append. */
  expectedSeq: number;
  commandId: string | null;
  /** Wall time of the last event. With that event's drill time it ties the two clocks together after a restart. */
  at: number;
  events: readonly DrillEvent[];
  /** Acknowledgement to repeat when the same command id comes again (RULES N2). */
  ack: string | null;
  /** Epoch milliseconds at which the drill next wants a tick; null when none (RULES N4). */
  dueAt: number | null;
  /** Whether a later start of the server must look after the drill: its clock runs, or will start by itself. */
  running: boolean;
  /** The node that appends; it is refused where another has the drill's lease. Left out: leases aren't asked. */
  lease?: string;
};

export type OpenDrillRow = { id: string; dueAt: number | null; heartbeatAt: number };

export type Storage = {
  /**
   * Commits all in one transaction with full durability; one result for each, in order. Throws when nothing was stored,
   * and when it can't be learnt whether anything was.
   */
  appendAll(batch: readonly Append[]): Promise<Result<void, AppendError>[]>;
  /** Events after `afterSeq`, oldest first. */
  read(drill: string, afterSeq: number): Promise<LogRow[]>;
  /** How many events the drill's log holds; 0 when there is no such drill. Doesn't read the log. */
  lengthOf(drill: string): Promise<number>;
  /** The stored acknowledgement of a command, or null. Reads the drill's whole log: only for one that came before. */
  ackOf(drill: string, commandId: string): Promise<string | null>;
  /**
   * Stores a drill. `drill` and `drillsOf` find it once its first events are appended, and until its words are deleted:
   * from then on only `drillsOfRun` has it, for the class's figures (RULES P4).
   */
  createDrill(row: DrillRow): Promise<void>;
  drill(id: string): Promise<DrillRow | null>;
  /** The device's drills and, signed in, the person's, newest first. Answers to a replay task and retries are left out. */
  drillsOf(guest: string | null, person: string | null): Promise<DrillRow[]>;
  /** Oldest first, answers to replay tasks included. */
  drillsOfRun(run: string): Promise<DrillRow[]>;
  /** The retries of a drill's turns, oldest first. */
  retriesOf(drill: string): Promise<DrillRow[]>;
  /** Gives a seat's drills to another device. */
  handOver(seat: string, guest: string): Promise<void>;
  /**
   * The owner of a resource, or null when there is none such. A retry has the owner of the drill it does again, and no
   * school.
   */
  ownerOf(resource: ResourceKind, id: string): Promise<Owner | null>;
  /**
   * Drills last written as running, with their due time and last heartbeat. `now` (epoch milliseconds): only those whose
   * lease has run out by then, or that have none.
   */
  openDrills(now?: number): Promise<OpenDrillRow[]>;
  heartbeat(drills: readonly string[], at: number): Promise<void>;
  /** When the drill was last stored or said to be alive (epoch milliseconds); null: there is no such drill. */
  heartbeatOf(drill: string): Promise<number | null>;
  setScore(drill: string, score: number): Promise<void>;
  putContent(hash: string, body: string): Promise<void>;
  content(hash: string): Promise<string | null>;
  createGuest(tokenHash: string, id: string, at: number): Promise<void>;
  guestByToken(tokenHash: string): Promise<string | null>;
  people: PeopleStorage;
  runs: RunsStorage;
  results: ResultsStorage;
  portfolio: PortfolioStorage;
  discussion: DiscussionStorage;
  authored: AuthoredStorage;
  quickReplies: QuickRepliesStorage;
  ownQuestions: OwnQuestionsStorage;
  papers: PapersStorage;
  paperAppeals: PaperAppealsStorage;
  exams: ExamsStorage;
  typingAppeals: TypingAppealsStorage;
  privateExams: PrivateExamsStorage;
  inspections: InspectionsStorage;
  certificates: CertificatesStorage;
  handedIn: HandedInStorage;
  learningPath: LearningPathStorage;
  terms: TermsStorage;
  teams: TeamsStorage;
  publishedSheets: PublishedSheetsStorage;
  attendance: AttendanceStorage;
  evaluation: EvaluationStorage;
  serviceTables: ServiceTablesStorage;
  rolePlays: RolePlaysStorage;
  puzzleRatings: PuzzleRatingsStorage;
  personalReplies: PersonalRepliesStorage;
  booklets: BookletsStorage;
  contests: ContestsStorage;
  mentors: MentorsStorage;
  plannedDrills: PlannedDrillsStorage;
  signIns: SignInsStorage;
  audit: AuditStorage;
  personalData: PersonalDataStorage;
  locks: Locks;
  leases: LeasesStorage;
  nodes: NodesStorage;
  /** Whether what is written can be found again, and what keeps it from being written (RULES S2, S4). */
  health: StorageHealth;
  /**
   * From now until the returned function is called, what is stored goes into the log beside SQLite's file and the file
   * itself doesn't change, so that another process can copy it. It is to be short: the log grows. PostgreSQL has no file.
   */
  holdFile(): Promise<() => Promise<void>>;
  close(): Promise<void>;
};
