/** Runs, their seats, log, templates and replay tasks. Times are epoch milliseconds. */
import type { Plan, Stage } from '#contract/runs.ts';

export type Run = {
  id: string;
  school: string;
  classId: string | null;
  name: string;
  /** Six digits, unique among runs that aren't over. */
  code: string;
  plan: Plan;
  /** Ids of the cases that may come to its rush, of which the seeds draw; absent: no rush. No page is told of them (RULES Q22). */
  candidates?: readonly string[];
  /** The cases that seats of a team get whose shop this is, as many as the plan has; absent: all get the plan's. */
  shopCases?: readonly { shop: string; cases: readonly string[] }[];
  seed: number;
  stage: Stage;
  createdBy: string;
  createdAt: number;
  /** When the drill began. */
  startedAt: number | null;
  /** When the whole run was closed. */
  endedAt: number | null;
  publishedAt: number | null;
  locked: boolean;
  frozen: boolean;
  /** The drill's length with its extensions. */
  totalMs: number;
  /** The run's clock showed `clockMs` at `clockAt`; it runs on from there or stands still. */
  clockMs: number;
  clockAt: number;
  clockRunning: boolean;
};

export type Seat = {
  id: string;
  run: string;
  school: string;
  person: string | null;
  no: string;
  name: string;
  place: number;
  /** The device that holds it; null: nobody came yet, or the teacher untied it. */
  guest: string | null;
  joinedAt: number | null;
  /** A second device that waits for the teacher's decision, and the last one refused. */
  askingGuest: string | null;
  refusedGuest: string | null;
};

export type RunEntryKind =
  | 'stage'
  | 'freeze'
  | 'unfreeze'
  | 'extend'
  | 'say'
  | 'inject'
  | 'mark'
  | 'mark-removed'
  | 'lock'
  | 'unlock'
  | 'code'
  | 'approve'
  | 'refuse'
  | 'release'
  /** `seat` of homework went on at another device, by its name and the code. */
  | 'moved'
  /** Another due time of homework: `seat`'s alone, or everybody's. `body`: `dueAt`, and `closed` where it was ended early. */
  | 'due'
  /** `seat`'s extra time at an exam of parts. `body`: `percent`. */
  | 'extra-time'
  /** The groups of a project task as its drill began. `body`: `groups`, by role the seats' ids. */
  | 'groups'
  /** A role of a project task given to `seat`. `body`: `group` and `role`, by their places. */
  | 'role'
  /** The part of 班组长 given to `seat`, or taken back. `body`: `leads`. */
  | 'lead'
  | 'publish'
  | 'unpublish'
  /** The server was away from `at` until `body.until`. */
  | 'away'
  | 'end';
/** `by`: a person's id, null = the clock. `seat` null = all. */
export type RunEntry = {
  id: string;
  run: string;
  at: number;
  by: string | null;
  kind: RunEntryKind;
  seat: string | null;
  body: Readonly<Record<string, unknown>>;
};
export type ReplayTask = {
  id: string;
  run: string;
  /** The turn that all do again. */
  drill: string;
  conversation: string;
  turn: number;
  at: number;
  closedAt: number | null;
};
export type StoredTemplate = { id: string; school: string; name: string; plan: Plan; createdAt: number };

export type RunsStorage = {
  /** False when the code is taken by a run that isn't over. */
  createRun(run: Run, seats: readonly Seat[]): Promise<boolean>;
  run(id: string): Promise<Run | null>;
  /** Finds only a run that isn't over. */
  runByCode(code: string): Promise<Run | null>;
  /** Newest first. */
  runsOf(school: string): Promise<(Run & { seats: number; joined: number; className: string | null })[]>;
  /** Runs that aren't over, of all schools. */
  openRuns(): Promise<Run[]>;
  /** Exams of all schools that aren't over and whose drill stage hasn't been left, oldest first. */
  openExams(): Promise<Run[]>;
  /** Writes all but id, school, class, seed and creation. False when the code is taken. */
  changeRun(run: Run): Promise<boolean>;
  /** In order of place. */
  seats(run: string): Promise<Seat[]>;
  seat(id: string): Promise<Seat | null>;
  /** The school whose seat the device took last and holds; null when there is none. */
  schoolOfDevice(guest: string): Promise<string | null>;
  /** Seats of the device or of the person, in runs that aren't over; `of` all: in the others, too. */
  seatsHeld(guest: string | null, person: string | null, of?: 'all'): Promise<Seat[]>;
  addSeat(seat: Seat): Promise<void>;
  /** Writes all but id, run, school and place. False when the device holds another seat of the run. */
  changeSeat(seat: Seat): Promise<boolean>;
  /** Oldest first. */
  log(run: string): Promise<RunEntry[]>;
  addLog(entry: RunEntry): Promise<void>;
  templates(school: string): Promise<StoredTemplate[]>;
  createTemplate(template: StoredTemplate): Promise<void>;
  removeTemplate(id: string): Promise<void>;
  /** Oldest first. */
  replayTasks(run: string): Promise<ReplayTask[]>;
  addReplayTask(task: ReplayTask): Promise<void>;
  closeReplayTask(id: string, at: number): Promise<void>;
};
