/** What one conversation went through, as the log tells it. */
import type { Outcome, WindowKind } from '#engine/model/content.ts';
import type { DrillMs, EventOf, QuestionState, Status } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';

/**
 * `index` is the event's place in the log: it orders what happened in the same millisecond. A half is between an event
 * and the next (windows-done.ts).
 */
export type Placed<E> = E & { index: number };

/** The place before the log's first event, for what is counted from an event that never came. */
export const BEFORE_LOG = -1;

export type QuestionHistory = {
  question: string;
  beat: string;
  bubbleId: string;
  openedAt: DrillMs;
  openedIndex: number;
  changes: Placed<{ at: DrillMs; to: QuestionState; turn: number | null }>[];
  state: QuestionState;
};

export type TurnHistory = Placed<{
  judgement: TurnJudgement;
  closedAt: DrillMs;
  closed: EventOf<'turn-closed'> | null;
}>;

export type WindowHistory = Placed<{
  window: string;
  kind: WindowKind;
  beat: string | null;
  openedAt: DrillMs;
  fromAt: DrillMs;
  untilAt: DrillMs;
  /** Null while open at the log's end: the drill is still running, and the window may still be taken. */
  closed: Placed<EventOf<'window-closed'>> | null;
  /** Taken by words or deeds that the engine didn't count as that (windows-done.ts): it counts, but makes no merit. */
  takenByReport?: true;
  /** Something was said in it, and the program can't tell whether it was what the window asks for. */
  isDoubtful?: true;
  /**
   * Why what is missing costs half: of a goodbye that the customer had the last word, or a window had passed in this silence
   * already; of a bid to order that the customer had put it off.
   */
  lighterReason?: 'last-word' | 'same-silence' | 'put-off' | 'sends-later';
  /** When it was done after all, too late. */
  lateAt?: DrillMs;
}>;

export type BeatHistory = Placed<{
  beat: string;
  at: DrillMs;
  exit: Placed<EventOf<'beat-left'>> | null;
}>;

export type EndingHistory = Placed<EventOf<'ending-reached'>> & { outcome: Outcome };

export type ConversationHistory = {
  key: string;
  scenarioId: string;
  /** Times in the queue of a rush; `left`: how they went away from it without having been at the desk. */
  queueStays: Placed<{ at: DrillMs; left: EventOf<'queue-left'> | null }>[];
  arrivals: Placed<EventOf<'customer-arrived'>>[];
  beats: BeatHistory[];
  customerMessages: Placed<EventOf<'customer-said'>>[];
  /** People standing by: read in the transcript, counted nowhere. */
  bystanders: Placed<EventOf<'bystander-said'>>[];
  /** Those taken back before they were read aren't among them: nobody heard them. */
  traineeMessages: Placed<EventOf<'trainee-said'>>[];
  /** Messages taken back: `heard` stand among the trainee's messages too. Read in the transcript, counted nowhere. */
  withdrawals: { message: Placed<EventOf<'trainee-said'>>; at: DrillMs; heard: boolean }[];
  clicks: Placed<EventOf<'action-done'>>[];
  /** Read in the transcript, counted nowhere. */
  leadAnswers: Placed<EventOf<'lead-answered'>>[];
  customerDeeds: Placed<EventOf<'customer-did'>>[];
  questions: QuestionHistory[];
  turns: TurnHistory[];
  windows: WindowHistory[];
  /** Acts that no window was open for and that should not have been done: pestering (RULES V2). */
  pesterings: Placed<EventOf<'window-closed'>>[];
  /** What each card that asks for a rating came to (RULES V5). */
  reviewInvitations: Placed<EventOf<'review-invited'>>[];
  needsMet: Placed<EventOf<'need-met'>>[];
  factsTold: Placed<EventOf<'fact-told'>>[];
  holdPromises: { begun: Placed<EventOf<'hold-begun'>>; ended: EventOf<'hold-ended'> | null }[];
  moods: { at: DrillMs; from: number; to: number }[];
  statuses: Placed<{ at: DrillMs; to: Status }>[];
  /** `text`: 两天后, where the customer's screen says so; else ''. */
  storyJumps: Placed<{ at: DrillMs; minutes: number; text: string }>[];
  endings: EndingHistory[];
  returns: Placed<EventOf<'return-due'>>[];
  closed: Placed<EventOf<'conversation-closed'>> | null;
  /** The note to the next shift on who was closed before; null: none. */
  laterNote: string | null;
  /** The last offer to another seat, and when it came back; null: it was never offered, or hasn't come back. */
  passing: { at: DrillMs; returnedAt: DrillMs | null } | null;
  /**
   * Of a customer passed here by another seat: what was told right and done before, which nobody owes again, and the words
   * that promised to be back (null: none are left). Null: nobody's.
   */
  inherited: { points: ReadonlySet<string>; met: ReadonlySet<string>; promise: string | null } | null;
};
