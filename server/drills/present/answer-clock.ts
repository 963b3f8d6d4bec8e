/** How long a question waited for its answer, as the report counts it (RULES T10): the ledger on the desk says the same. */
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';

type InConversation = Extract<DrillEvent, { conversation: string }>;

export type AnswerClock = {
  /** Feed it every event of the conversation, in order. */
  addEvent(event: InConversation): void;
  /** Seat seconds from the end of the burst that asked to the turn that answered, without one to `at`, when it was settled. */
  seconds(question: string, turn: number | null, at: DrillMs): number | null;
};

/** One for each conversation. */
export function answerClock(): AnswerClock {
  const bubbleOfQuestion = new Map<string, string>();
  const burstOfBubble = new Map<string, { endsAt: DrillMs }>();
  const lastWordsAt = new Map<number, DrillMs>();
  let burst: { endsAt: DrillMs } | null = null;
  return {
    addEvent: (event) => {
      if (event.kind === 'customer-said') {
        burst ??= { endsAt: event.at };
        burst.endsAt = event.at;
        burstOfBubble.set(event.id, burst);
        if (event.last) burst = null;
      } else if (event.kind === 'question-opened') {
        bubbleOfQuestion.set(event.question, event.bubbleId);
      } else if (event.kind === 'turn-judged') {
        lastWordsAt.set(event.judgement.turn, event.judgement.lastAt);
      }
    },
    seconds: (question, turn, at) => {
      const askedAt = burstOfBubble.get(bubbleOfQuestion.get(question) ?? '')?.endsAt;
      const answeredAt = lastWordsAt.get(turn ?? 0) ?? at;
      return askedAt === undefined ? null : Math.max(0, (answeredAt - askedAt) / 1000);
    },
  };
}
