/** Commands a drill may get. `at` is drill time, set by the runner at receipt (RULES C1). */
import type { ActionValues } from './content.ts';
import type { Drill } from './drill.ts';
import type { Anatomy, DrillEvent, DrillMs, EndWhy, Mode, Provenance, StopWhy } from './events.ts';
import type { JudgeRequest } from './judge-request.ts';
import type { LeadAnswer, OpenedLead } from './lead.ts';
import type { Handed, OpenedProject } from './project.ts';
import type { PlayerAct } from './role-play.ts';
import type { OpenedRush } from './rush.ts';
import type { Passed, ReturnWhy } from './transfer.ts';

export type Command =
  | {
      kind: 'open';
      at: 0;
      contentHash: string;
      seed: number;
      mode: Mode;
      pace: number;
      /** `patienceMs`: of a rush, how long they stay in the queue. */
      customers: readonly { scenario: string; arrivesAt: DrillMs; patienceMs?: DrillMs }[];
      /** Left out: no rush. */
      rush?: OpenedRush;
      /** Drill time at which it ends, whoever is still there; left out: it has no such end. */
      limitMs?: DrillMs;
      /** Left out: no project task. */
      project?: OpenedProject;
      /** A person plays the customer; left out: the case does. */
      rolePlay?: true;
      /** A person answers what is reported; left out: the shop does. */
      lead?: OpenedLead;
      /** Conversations may go to other seats of the run; left out: they may not. */
      transfers?: true;
    }
  /** 开始: lets the clock of an opened drill run. */
  | { kind: 'start'; at: DrillMs }
  | {
      kind: 'send';
      at: DrillMs;
      id: string;
      conversation: string;
      text: string;
      made: Provenance;
      anatomy: Anatomy | null;
      /** 挂起: after so long the trainee means to be back; left out: nothing was said of it but in words. */
      backInMs?: DrillMs;
    }
  /** 撤回: takes one of the trainee's own messages back. */
  | { kind: 'withdraw'; at: DrillMs; conversation: string; message: string }
  | { kind: 'act'; at: DrillMs; id: string; conversation: string; action: string; with: ActionValues }
  /** The trainee is typing: puts the customer's reaction off (RULES T1). */
  | { kind: 'typing'; at: DrillMs; conversation: string }
  /** 取消挂起: the desk reminds no more of the time to be back by. */
  | { kind: 'drop-hold'; at: DrillMs; conversation: string }
  /** The trainee closes the conversation. */
  | { kind: 'close'; at: DrillMs; conversation: string }
  /** 转接: a colleague goes on with the customer, who has no more to do with this drill. A rush only. */
  | { kind: 'transfer'; at: DrillMs; conversation: string; note: string }
  /** Takes a customer out of the queue before their turn, or one above the capacity. */
  | { kind: 'take'; at: DrillMs; conversation: string }
  | { kind: 'stop'; at: DrillMs; why: StopWhy }
  | { kind: 'resume'; at: DrillMs; stoppedMs: number }
  /** 突发: one more customer, in a moment. */
  | { kind: 'inject'; at: DrillMs; scenario: string }
  /** Of a project task: the conversation is over for this seat, and the next role reads `note`. */
  | { kind: 'hand-on'; at: DrillMs; conversation: string; note: string }
  /** Of a project task: a conversation handed over by another seat comes in a moment. */
  | { kind: 'receive'; at: DrillMs; scenario: string; handed: Handed }
  /** Of a project task: so many customers come to this seat in all. */
  | { kind: 'expect'; at: DrillMs; count: number }
  /** 转接: offers the conversation, its story not over, to the seat `to`. */
  | { kind: 'pass'; at: DrillMs; id: string; conversation: string; to: string; note: string }
  /** Wants back what was offered. */
  | { kind: 'recall'; at: DrillMs; conversation: string }
  /** Takes what was offered to this seat now, or declines it with a reason. */
  | { kind: 'answer-pass'; at: DrillMs; conversation: string; takes: boolean; reason: string }
  /** What another seat offered comes in a while. */
  | { kind: 'receive-pass'; at: DrillMs; scenario: string; handed: Handed; passed: Passed }
  /** What was offered to this seat doesn't come any more. */
  | { kind: 'withdraw-pass'; at: DrillMs; offer: string; why: ReturnWhy }
  /** What became of the offer: the other seat has the conversation, or it stays here. */
  | { kind: 'settle-pass'; at: DrillMs; offer: string; how: 'taken' | ReturnWhy; reason?: string }
  /** Role play: whoever plays the customer says or does something. `id`: of the bubble, should there be one. */
  | { kind: 'play'; at: DrillMs; id: string; act: PlayerAct }
  /** The lead of seat `by` answers a report that waits. `request`: the page's id of its sending. */
  | { kind: 'lead-answer'; at: DrillMs; ask: string; by: string; answer: LeadAnswer; request?: string }
  | { kind: 'end'; at: DrillMs; why: EndWhy }
  | { kind: 'tick'; at: DrillMs };

export type RejectionCode =
  | 'drill-not-open'
  | 'drill-already-open'
  | 'drill-ended'
  | 'drill-paused'
  | 'drill-not-started'
  | 'unknown-conversation'
  | 'conversation-not-here'
  | 'conversation-closed'
  | 'empty-message'
  | 'message-too-long'
  | 'turn-too-long'
  | 'unknown-message'
  | 'already-withdrawn'
  | 'withdraw-too-late'
  | 'no-hold'
  | 'unknown-action'
  | 'action-not-offered'
  | 'action-needs-field'
  | 'pause-not-allowed'
  | 'story-not-over'
  | 'incident-not-planned'
  | 'incident-came-already'
  | 'too-many-customers'
  | 'dial-not-allowed'
  | 'not-a-rush'
  | 'not-in-queue'
  | 'desk-full'
  | 'shift-over'
  | 'note-missing'
  | 'not-a-project'
  | 'nobody-next'
  | 'not-handed-on'
  | 'project-goes-on'
  | 'not-a-role-play'
  | 'player-missing'
  | 'unknown-line'
  | 'too-many-lines'
  | 'nothing-to-pay'
  | 'lead-not-asked'
  | 'transfers-off'
  | 'pass-under-way'
  | 'pass-story-over'
  | 'pass-customer-away'
  | 'pass-waits-lead'
  | 'no-pass';

export type Rejection = { code: RejectionCode; detail?: string };

export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Events and the drill with them folded in, or a refusal. */
export type Decided = { ok: true; value: DrillEvent[]; drill: Drill } | { ok: false; error: Rejection };

/**
 * The result of `decide`: events, a refusal, or a turn that must be judged first (`needs`). The last changes nothing:
 * decide the same command again with the judgement.
 */
export type Decision = Decided | { ok: false; needs: JudgeRequest };
