/** A drill's log folded into what each conversation went through. Everything scoring knows comes from here. */
import type { Outcome, WindowKind } from '#engine/content.ts';
import type { DrillEvent, DrillMs, EndWhy, EventOf, QuestionState, Status, TurnJudgement } from '#engine/events.ts';
import { foldConversation, newConversation } from './fold-conversation.ts';

/** `index` is the event's place in the log: it orders what happened in the same millisecond. */
export type Placed<E> = E & { index: number };

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
  /** Null while open at the log's end: the drill is still running, so nothing is decided. */
  closed: Placed<EventOf<'window-closed'>> | null;
  /** Taken by what the engine didn't hear as that (windows-done.ts): counted, and no merit. */
  afterwards?: true;
  /** Something was said in it, and nobody can tell that it was this. */
  doubtful?: true;
  /** Why a leave not taken costs half: the customer had had the last word, or a window had passed in this silence already. */
  lighter?: 'last-word' | 'same-silence';
  /** When it was done after all, too late. */
  lateAt?: DrillMs;
}>;
export type BeatHistory = Placed<{
  beat: string;
  at: DrillMs;
  left: Placed<EventOf<'beat-left'>> | null;
}>;
export type EndingHistory = Placed<EventOf<'ending-reached'>> & { outcome: Outcome };

export type ConversationHistory = {
  key: string;
  scenario: string;
  arrivals: Placed<EventOf<'customer-arrived'>>[];
  beats: BeatHistory[];
  said: Placed<EventOf<'customer-said'>>[];
  /** People standing by: read in the transcript, counted nowhere. */
  bystanders: Placed<EventOf<'bystander-said'>>[];
  spoke: Placed<EventOf<'trainee-said'>>[];
  acted: Placed<EventOf<'action-done'>>[];
  did: Placed<EventOf<'customer-did'>>[];
  questions: QuestionHistory[];
  turns: TurnHistory[];
  windows: WindowHistory[];
  /** Acts done outside any window that shouldn't have been: pestering (RULES V2). */
  spoils: Placed<EventOf<'window-closed'>>[];
  needsMet: Placed<EventOf<'need-met'>>[];
  facts: Placed<EventOf<'fact-told'>>[];
  holds: { begun: Placed<EventOf<'hold-begun'>>; ended: EventOf<'hold-ended'> | null }[];
  moods: { at: DrillMs; from: number; to: number }[];
  statuses: Placed<{ at: DrillMs; to: Status }>[];
  /** `text`: 两天后, where the customer's screen says so; else ''. */
  jumps: Placed<{ at: DrillMs; minutes: number; text: string }>[];
  endings: EndingHistory[];
  returns: Placed<EventOf<'return-due'>>[];
  closed: Placed<EventOf<'conversation-closed'>> | null;
};

export type DrillHistory = {
  /** Stops with the wall time they lasted, at the place in the log where the clock stood still. */
  stops: Placed<{ at: DrillMs; stoppedMs: number }>[];
  ended: Placed<{ at: DrillMs; why: EndWhy }> | null;
  /** A redo of one turn (RULES N7). */
  forked: boolean;
  lastAt: DrillMs;
  length: number;
  conversations: ConversationHistory[];
};

/** Whether a question's story is over: before that nothing is missed, the trainee may still answer. */
export function isSettled(c: ConversationHistory, entry: QuestionHistory): boolean {
  if (entry.state === 'void') return false;
  const over = c.closed !== null || c.endings.some((e) => e.index > entry.openedIndex);
  return over || ['answered', 'provisional', 'unanswered', 'wrong'].includes(entry.state);
}

/** Folds a log. Events of customers the log doesn't announce are a bug in the log and throw. */
export function historyOf(events: readonly DrillEvent[]): DrillHistory {
  const history: DrillHistory = {
    stops: [],
    ended: null,
    forked: false,
    lastAt: 0,
    length: events.length,
    conversations: [],
  };
  const byKey = new Map<string, ConversationHistory>();
  events.forEach((event, index) => {
    history.lastAt = Math.max(history.lastAt, event.at);
    if (event.kind === 'drill-opened') {
      history.forked = event.forkedFrom !== null;
      for (const { conversation, scenario } of event.customers) {
        const opened = newConversation(conversation, scenario);
        history.conversations.push(opened);
        byKey.set(conversation, opened);
      }
    } else if (event.kind === 'customer-added') {
      const added = newConversation(event.conversation, event.scenario);
      history.conversations.push(added);
      byKey.set(event.conversation, added);
    } else if (event.kind === 'clock-started') {
      history.stops.push({ at: event.at, stoppedMs: event.stoppedMs, index });
    } else if (event.kind === 'drill-ended') {
      history.ended = { at: event.at, why: event.why, index };
    } else if (event.kind !== 'clock-stopped') {
      const c = byKey.get(event.conversation);
      if (!c) throw new Error(`no customer ${event.conversation} in this drill`);
      foldConversation(c, event, index);
    }
  });
  return history;
}
