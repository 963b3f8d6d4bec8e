/** What nodes say to each other. Nothing said here is the only copy of anything: what counts is in the database. */
import type { ClassroomNotice } from '#classroom/lesson/peers.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';
import type { DrillControl } from '#drills/runner/ports.ts';
import type { DeskRequest, LeadRequest, ProjectRequest, TransferRequest } from '#drills/runner/requests.ts';

/** What one node asks another to do with a drill that the other has in memory, or with what it follows. */
export type Question =
  | { kind: 'join'; drill: string; viewer: string; after: number; take: boolean }
  | { kind: 'watch'; drill: string; viewer: string; after: number }
  | { kind: 'submit'; drill: string; viewer: string; commandId: string | null; request: DeskRequest }
  | { kind: 'freeze'; drill: string; frozen: boolean }
  | { kind: 'end'; drill: string; why: 'teacher' | 'time' }
  | { kind: 'inject'; drill: string; scenario: string }
  | { kind: 'project'; drill: string; request: ProjectRequest }
  | { kind: 'transfer'; drill: string; request: TransferRequest }
  | { kind: 'lead-answer'; drill: string; request: LeadRequest }
  | { kind: 'play'; drill: string; commandId: string; act: Parameters<DrillControl['play']>[2] }
  | { kind: 'handed-over'; seat: string; guest: string }
  /** Asks to be told what happens in the run from now on; answered with who is there now. `many`: it knows `notices`. */
  | { kind: 'follow'; run: string; many?: boolean };

/** `moved`: the drill is at another node by now. */
export type Answer = { ok: true; value: unknown } | { ok: false; moved: string | null };

/** What a viewer of a drill at another node is told. `moved`: to connect again. */
export type ViewerWord =
  | { kind: 'events'; message: DrillEvents }
  | { kind: 'typing'; message: DrillTyping }
  | { kind: 'taken'; message: { drillId: string } }
  | { kind: 'moved' };

export type NodeMessage =
  | { kind: 'question'; id: number; question: Question }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'viewer'; viewer: string; word: ViewerWord }
  | { kind: 'viewer-left'; viewer: string; lostAt: number }
  | { kind: 'viewer-unwatched'; viewer: string; drill: string }
  | { kind: 'unfollow'; run: string }
  | { kind: 'notice'; notice: ClassroomNotice }
  /** Several, oldest first, to a node that asked to have them so: one of an older version knows `notice` alone. */
  | { kind: 'notices'; notices: readonly ClassroomNotice[] }
  /**
   * The sender has its connection back (`wasCut`), or took the other for gone: what either asked or heard meanwhile was
   * lost. One that was cut has let go of all viewers elsewhere and sent its own pages away, and could say neither.
   */
  | { kind: 'back'; wasCut?: boolean }
  | { kind: 'drills-deleted'; drills: readonly string[] }
  | { kind: 'sessions-ended' }
  | { kind: 'cases-changed'; school: string };

/**
 * Carries messages between nodes. What one node says to another arrives in the order in which it was said, once, or not
 * at all where the connection is lost.
 */
export type NodeBus = {
  /** This node's name: no other has it, nor had it before. */
  readonly name: string;
  /** Says something to one node. False, at once or a little later, when nobody is there to hear it. */
  send(to: string, message: NodeMessage): Promise<boolean>;
  /** Says something to all other nodes. */
  tellAll(message: NodeMessage): void;
  /** False only where it is certain that nobody listens for the node: it is dead, or cut off. */
  isListening(node: string): Promise<boolean>;
  /** Whether messages get through now. */
  isUp(): boolean;
  listen(listener: BusListener): void;
  close(): Promise<void>;
};

export type BusListener = {
  received(from: string, message: NodeMessage): void;
  /** Messages get through no more, or again; what was said in between is lost. */
  connectionChanged(isUp: boolean): void;
};
