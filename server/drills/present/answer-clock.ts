/** How long a question waited for its answer, as the report counts it (RULES T10): the ledger on the desk says the same. */
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { answeredAt, perhapsToldAt } from '#engine/turns/answered-at.ts';

type InConversation = Extract<DrillEvent, { conversation: string }>;

export type AnswerClock = {
  /** Feed it every event of the conversation, in order. */
  addEvent(event: InConversation): void;
  /**
   * Seconds at the desk from the end of the customer's burst that asked to the words that answered (RULES M151), or to
   * `settledAt` where no turn did; null where nobody has asked.
   */
  secondsWaited(question: string, answeringTurn: number | null, settledAt: DrillMs): number | null;
};

/** One for each conversation. `mustsOf`: the points that a question's answer has to tell. */
export const answerClock = (mustsOf: (question: string) => readonly string[]): AnswerClock => {
  const bubbleOfQuestion = new Map<string, string>();
  const burstOfBubble = new Map<string, { endsAt: DrillMs }>();
  const sentMessages = new Map<string, { at: DrillMs; text: string }>();
  const judgements: TurnJudgement[] = [];
  /** By turn and question. */
  const answeredAtOf = new Map<string, DrillMs>();
  const lastWordsAtOfTurn = new Map<number, DrillMs>();
  /** One object for all bubbles of a burst: `endsAt` moves on with each. */
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
        const { judgement } = event;
        judgements.push(judgement);
        lastWordsAtOfTurn.set(judgement.turn, judgement.lastAt);
        for (const { question } of judgement.questions)
          answeredAtOf.set(
            `${judgement.turn} ${question}`,
            answeredAt(judgement, question, (message) => sentMessages.get(message)?.at),
          );
      } else if (event.kind === 'trainee-said') {
        sentMessages.set(event.id, { at: event.at, text: event.text });
      }
    },
    secondsWaited: (question, answeringTurn, settledAt) => {
      const askedAt = burstOfBubble.get(bubbleOfQuestion.get(question) ?? '')?.endsAt;
      const at =
        answeringTurn === null
          ? settledAt
          : (answeredAtOf.get(`${answeringTurn} ${question}`) ?? lastWordsAtOfTurn.get(answeringTurn) ?? settledAt);
      if (askedAt === undefined) return null;
      const since = judgements.filter(({ turn, lastAt }) => lastAt > askedAt && turn <= (answeringTurn ?? 0));
      const perhapsAt = perhapsToldAt(since, mustsOf(question), (message) => sentMessages.get(message)) ?? at;
      return Math.max(0, ((perhapsAt > askedAt ? Math.min(perhapsAt, at) : at) - askedAt) / 1000);
    },
  };
};
