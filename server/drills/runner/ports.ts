/** What others may ask of the runner, and what it tells them. */
import type { Owner } from '#common/access.ts';
import type { Acked, Joined } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { Replay } from '#contract/replay.ts';
import type { Report } from '#contract/report.ts';
import type { CaseSource } from '#drills/catalog/catalog.ts';
import type { ClockMap } from '#drills/reports/clock-map.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { ForkPlace } from '#engine/fork.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { PlayerAct } from '#engine/model/role-play.ts';
import type { DrillPlace, DrillRow } from '#storage/storage.ts';
import type { Opening } from './opening.ts';
import type { DeskRequest, LeadRequest, ProjectRequest, TransferRequest } from './requests.ts';

/** Opens drills: new ones, or from a place in another drill. */
export type DrillOpening = {
  /** Compiles what drills of these cases will need, so that the first of a class doesn't keep the others waiting. */
  preload(scenarios: readonly string[], source?: CaseSource): Promise<void>;
  open(opening: Omit<Opening, 'id' | 'seed'> & { seed: number | null }): Promise<Reply<DrillRow>>;
  /**
   * Opens a drill that starts just before a turn of another one, or where nothing was said (RULES N7), for a trainee to
   * do again: in a run, or (`place` null) as the trainee's own retry. `maskText` gives the first trainee's words as others
   * may read them; it must keep their length.
   */
  fork(
    source: ForkPlace & { drill: string },
    target: { guest: string; place: DrillPlace | null },
    maskText?: (text: string) => string,
  ): Promise<Reply<DrillRow>>;
};

/** The desk of a drill: who sits at it, and what they ask of it. */
export type DrillDesk = {
  /** Whose drill it is; null when there is none. */
  ownerOf(drillId: string): Promise<Owner | null>;
  /**
   * The owner of a drill in memory, as far as memory knows. Whoever owns the drill by this answer does. Where it is null
   * or somebody else, only `ownerOf` can tell: a device's practice may have got its person meanwhile.
   */
  ownerInMemory(drillId: string): Owner | null;
  /**
   * What it costs to join or (`isStaff`) watch a drill after this position, in events that are kept and only sent: half a
   * microsecond each. 0 for a drill that doesn't exist.
   */
  catchUpCost(drillId: string, after: number, isStaff: boolean): Promise<number>;
  join(drillId: string, viewer: Viewer, after: number, takesDesk: boolean): Promise<Reply<Joined>>;
  /** Takes the viewer out of all its drills; `lostAt`: when it was last heard of, in epoch milliseconds. */
  leave(viewerId: string, lostAt: number): void;
  submit(drillId: string, viewerId: string, commandId: string | null, request: DeskRequest): Promise<Reply<Acked>>;
};

/** Looks on without being at the desk. */
export type DrillViewing = {
  /** Looks on without being at the desk; `events` hold what staff may see (the ledger too). */
  watch(drillId: string, viewer: Viewer, after: number): Promise<Reply<Joined>>;
  unwatch(drillId: string, viewerId: string): void;
};

/** Reports, replays and logs of drills, for whoever scores or shows them. */
export type DrillRecords = {
  report(drillId: string): Promise<Reply<Report>>;
  /** The report by today's rubric, for comparison: it isn't stored. */
  reportByCurrentRubric(drillId: string): Promise<Reply<Report>>;
  /**
   * What the desk of an ended drill was shown; `isStaff`: with the ledger in every mode;
   * `includesUnfinished`: also of a drill that hasn't ended.
   */
  replay(drillId: string, isStaff: boolean, includesUnfinished?: boolean): Promise<Reply<Replay>>;
  /** The content a drill was opened with; null when there is no such drill. */
  content(drillId: string): Promise<ContentData | null>;
  /** Content and log of a drill, for whoever scores or shows it. */
  record(drillId: string): Promise<DrillRecord | null>;
};

/** What a teacher may do to a drill that runs. */
export type DrillControl = {
  /**
   * Stops a drill's clock for a teacher, or lets it go on when its trainee is there (RULES C4). A freeze outlasts a
   * lost connection: a trainee who comes back stays frozen. A restart of the server forgets it, and the caller must set
   * it again.
   */
  setFrozen(drillId: string, frozen: boolean): Promise<void>;
  /** Ends a drill that hasn't ended, at the bell or on a teacher's word (RULES C5). */
  end(drillId: string, why: 'teacher' | 'time'): Promise<Reply<Acked>>;
  /** Adds one more customer now. The scenario must be in the drill's pinned content. */
  inject(drillId: string, scenario: string): Promise<Reply<Acked>>;
  /** Of a project task: brings a customer handed over by another seat, or says how many will come. */
  project(drillId: string, request: ProjectRequest): Promise<Reply<Acked>>;
  /** What becomes of a conversation that goes from seat to seat. */
  transfer(drillId: string, request: TransferRequest): Promise<Reply<Acked>>;
  /** A lead's answer to a report of the drill that waits for it. */
  answerAsLead(drillId: string, request: LeadRequest): Promise<Reply<Acked>>;
  /** What whoever plays the customer says or does; a command that came before is answered as it was then (RULES N2). */
  play(drillId: string, commandId: string, act: PlayerAct): Promise<Reply<Acked>>;
  /**
   * Unloads drills that are being deleted: whoever is at their desks is sent away, their timers stop, and no report of
   * them stays in memory. To be called before the deletion and again after it, for drills loaded in between.
   */
  forget(drillIds: readonly string[]): void;
  /** Gives the seat's drills to another device and shuts out the sockets of the old one. */
  handOver(seat: string, guest: string): Promise<void>;
};

/** The whole runner, with its end. The code that starts the process holds it whole, all other code the part it needs. */
export type Runner = DrillOpening &
  DrillDesk &
  DrillViewing &
  DrillRecords &
  DrillControl & {
    /** The observer is told after every commit and whenever a desk is taken or left. Returns the function that removes it. */
    observe(observer: DrillObserver): () => void;
    /** How much there is to do now. `toScore`: ended drills that wait for their score. */
    load(): { running: number; standing: number; toScore: number };
    /** The server can store again, which it last could at `wall` (epoch milliseconds): clocks stand since then. */
    standSince(wall: number): void;
    /** Stops every clock now and waits until that is stored. */
    close(): Promise<void>;
  };

/** What one of several nodes asks of its own runner, whose calls reject with HeldElsewhere where another has the drill. */
export type NodeDrills = {
  /** Ids of the drills in memory, and whether one of them is this. */
  inMemory(): string[];
  has(drillId: string): boolean;
  /** Forgets a drill that another node has: nothing is stored, and whoever looks on connects again. */
  drop(drillId: string): void;
  /** Takes a drill whose node died; its clock stands since then (RULES C4). False where another node was quicker. */
  takeUp(drillId: string): Promise<boolean>;
  /** Another node has given the seat's drills to another device. */
  handedOver(seat: string, guest: string): Promise<void>;
  /** Takes up what other nodes wrote while they couldn't say so. */
  readAgain(): Promise<void>;
};

export type DrillRecord = { content: ContentData; events: readonly DrillEvent[]; row: DrillRow };

/** `map`: how the drill's clock goes after the events. Called on the reply's path: constant work only, and never throws. */
export type DrillObserver = {
  happened(row: DrillRow, events: readonly DrillEvent[], standing: { drill: Drill; map: ClockMap }): void;
  attended(row: DrillRow, isThere: boolean): void;
  /** Called when its score and result are stored, a while after its end. */
  scored?(row: DrillRow): void;
};
