import type { Conversation } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs, EndWhy, EventOf } from '#engine/model/events.ts';
import type { OpenedRush } from '#engine/model/rush.ts';
import type { Passed } from '#engine/model/transfer.ts';
import type { ConversationHistory, Placed, QuestionHistory } from './conversation-history.ts';
import { foldConversation, newConversation } from './fold-conversation.ts';

export type DrillHistory = {
  /** Stops with the wall time they lasted, each at the place in the log where the clock went on. */
  stops: Placed<{ at: DrillMs; stoppedMs: number }>[];
  ended: Placed<{ at: DrillMs; why: EndWhy }> | null;
  /** A fork of one turn (RULES N7). */
  isFork: boolean;
  /** A person played the customer (RULES J28). */
  isRolePlay: boolean;
  /** The rush it was opened as, and the turns of its dial; null: none. */
  rush: {
    opened: OpenedRush;
    turns: EventOf<'dial-turned'>[];
    /** When who was left was handed over to the next shift; null: nobody was. */
    shiftOver: Placed<{ at: DrillMs }> | null;
  } | null;
  lastAt: DrillMs;
  eventCount: number;
  conversations: ConversationHistory[];
};

/** Whether a question's story is over: before that nothing is missed, the trainee may still answer. */
export const isSettled = (conversation: ConversationHistory, entry: QuestionHistory): boolean => {
  if (entry.state === 'void') return false;
  const isOver = conversation.closed !== null || conversation.endings.some(({ index }) => index > entry.openedIndex);
  return isOver || ['answered', 'provisional', 'unanswered', 'wrong'].includes(entry.state);
};

/** What the seat before told right, did and promised, of the state that came from it. */
const inheritedOf = (
  { state, promise }: Passed,
  { handed }: EventOf<'customer-added'>,
): NonNullable<ConversationHistory['inherited']> => {
  const part = handed?.parts[promise?.part ?? -1];
  const { points = {}, met = [] } = state as Partial<Pick<Conversation, 'points' | 'met'>>;
  return {
    points: new Set(Object.keys(points).filter((point) => points[point] === 'covered')),
    met: new Set(met),
    promise: part?.lines[promise?.line ?? -1]?.text ?? null,
  };
};

/** Folds a log. Throws on an event of a customer that the log doesn't announce: such a log has a bug. */
export const historyOf = (events: readonly DrillEvent[]): DrillHistory => {
  const history: DrillHistory = {
    stops: [],
    ended: null,
    isFork: false,
    isRolePlay: false,
    rush: null,
    lastAt: 0,
    eventCount: events.length,
    conversations: [],
  };
  const byKey = new Map<string, ConversationHistory>();
  events.forEach((stored, index) => {
    // Writing to the next shift is nobody's wait: what happens in that minute happens when the shift is over (RULES Q71).
    const at = history.rush?.shiftOver?.at ?? stored.at;
    const event: DrillEvent = at === stored.at ? stored : { ...stored, at };
    history.lastAt = Math.max(history.lastAt, event.at);
    if (event.kind === 'drill-opened') {
      history.isFork = event.forkedFrom !== null;
      history.isRolePlay = event.rolePlay === true;
      history.rush = event.rush === undefined ? null : { opened: event.rush, turns: [], shiftOver: null };
      for (const { conversation, scenario } of event.customers) {
        const openedConversation = newConversation(conversation, scenario);
        history.conversations.push(openedConversation);
        byKey.set(conversation, openedConversation);
      }
    } else if (event.kind === 'customer-added') {
      const addedConversation = {
        ...newConversation(event.conversation, event.scenario),
        inherited: event.passed === undefined ? null : inheritedOf(event.passed, event),
      };
      history.conversations.push(addedConversation);
      byKey.set(event.conversation, addedConversation);
    } else if (event.kind === 'clock-started') {
      history.stops.push({ at: event.at, stoppedMs: event.stoppedMs, index });
    } else if (event.kind === 'drill-ended') {
      history.ended = { at: event.at, why: event.why, index };
    } else if (event.kind === 'shift-over') {
      if (history.rush) history.rush.shiftOver = { at: event.at, index };
    } else if (event.kind === 'dial-turned') {
      history.rush?.turns.push(event);
    } else if (event.kind === 'lead-answered') {
      byKey.get(event.conversation)?.leadAnswers.push({ ...event, index });
    } else if (event.kind !== 'lead-asked' && 'conversation' in event) {
      const conversation = byKey.get(event.conversation);
      if (!conversation) throw new Error(`no customer ${event.conversation} in this drill`);
      foldConversation(conversation, event, index);
    }
  });
  return history;
};
