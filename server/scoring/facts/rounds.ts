/**
 * Rounds as the trade counts them (docs/trade.md §2): first customer message after the last human reply → the next human
 * reply. Automatic replies aren't in the log as human; a card sent by an action is a human message (RULES T8).
 */

import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { ConversationHistory, EndingHistory, Placed } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { atOnce, type Grade, gradeOf, tierFor } from './concurrency.ts';

/** A stop longer than this puts a round outside the figures (RULES C4). */
const LONGEST_STOP_MS = 10_000;

export type Round = {
  /** Place in the conversation, 0-based. */
  number: number;
  from: DrillMs;
  fromIndex: number;
  /** Null when nobody answered. */
  to: DrillMs | null;
  toIndex: number;
  /** Seconds from the first bubble, as the platforms count. */
  seconds: number;
  /** Seconds from the end of the burst: grades and marks rest on these (RULES M1). */
  waitedS: number;
  grade: Grade | 'interrupted' | 'void';
  /** First of a visit. */
  isFirst: boolean;
  visit: number;
  /** Message or card that answered. */
  replyId: string | null;
  /** The customer had stepped away by their own word and asked nothing: no mark hangs on the wait (departures.ts). */
  isAway?: true;
};

type RoundStep = Placed<
  | { kind: 'customer'; at: DrillMs; owed: boolean; last: boolean }
  | { kind: 'human'; at: DrillMs; id: string }
  /** A question opened: a customer who leaves before its answer has waited in vain (RULES V1). */
  | { kind: 'asked'; at: DrillMs }
  /** The customer reacted to a turn: bubbles sent since the reply were answered with it (RULES T1). */
  | { kind: 'reacted'; at: DrillMs }
  /** The customer has left, ordered or is done: messages from here give no response figure (RULES V1). */
  | { kind: 'away'; at: DrillMs; left: WaitEnding; ending: boolean }
  | { kind: 'back'; at: DrillMs }
  | { kind: 'visit'; at: DrillMs; visit: number }
>;

const stepsOf = (conversation: ConversationHistory): RoundStep[] => {
  const steps: RoundStep[] = [
    // A nod (嗯) waits for no answer.
    ...conversation.customerMessages.flatMap((line): RoundStep[] =>
      onlyAcknowledges(line)
        ? []
        : [
            {
              kind: 'customer',
              at: line.at,
              index: line.index,
              owed: line.why.kind === 'opening' || line.why.kind === 'silence' || line.why.kind === 'played',
              last: line.last,
            },
          ],
    ),
    ...conversation.traineeMessages.map(
      (message): RoundStep => ({ kind: 'human', at: message.at, index: message.index, id: message.id }),
    ),
    ...conversation.clicks
      .filter(({ sends }) => sends)
      .map((click): RoundStep => ({ kind: 'human', at: click.at, index: click.index, id: click.id })),
    ...conversation.turns
      // An operation without a word answers nothing, whatever the customer makes of it (RULES M215).
      .filter(({ closed, judgement }) => closed && closed.reaction !== 'none' && judgement.messages.length > 0)
      .map(({ closedAt, index }): RoundStep => ({ kind: 'reacted', at: closedAt, index })),
    ...conversation.statuses
      .filter(({ to }) => to === 'away' || to === 'closed')
      .map(
        (status): RoundStep => ({
          kind: 'away',
          at: status.at,
          index: status.index,
          left: status.to === 'away' ? 'maybe' : 'content',
          ending: false,
        }),
      ),
    ...conversation.statuses
      .filter(({ to }) => to === 'waiting' || to === 'active')
      .map(({ at, index }): RoundStep => ({ kind: 'back', at, index })),
    ...conversation.endings.map(
      (ending): RoundStep => ({
        kind: 'away',
        at: ending.at,
        index: ending.index,
        left: waitEndingOf(ending),
        ending: true,
      }),
    ),
    ...conversation.questions
      .filter(({ state }) => state !== 'void')
      .map(({ openedAt, openedIndex }): RoundStep => ({ kind: 'asked', at: openedAt, index: openedIndex })),
    ...conversation.arrivals.map(
      (arrival): RoundStep => ({ kind: 'visit', at: arrival.at, index: arrival.index, visit: arrival.visit }),
    ),
  ];
  return steps.sort((one, other) => one.index - other.index);
};

/** How a round without a reply ended: the customer gave up, went for some reason, or was served. */
type WaitEnding = 'waiting' | 'maybe' | 'content';

const waitEndingOf = (ending: EndingHistory): WaitEnding => {
  if (ending.silent) return 'waiting';
  return ending.outcome === 'lost' || ending.outcome === 'escalated' ? 'maybe' : 'content';
};

/** All rounds of a conversation with their grades. Pure in the log; `seconds` are seat seconds. */
export const roundsOf = (history: DrillHistory, conversation: ConversationHistory, rubric: Rubric): Round[] => {
  const rounds: Round[] = [];
  let openRound: {
    from: DrillMs;
    fromIndex: number;
    owed: boolean;
    asked: boolean;
    saidAt: DrillMs;
    whole: boolean;
  } | null = null;
  let isHere = true;
  let visit = 1;
  let firstOfVisit = true;
  const closeRound = (end: { at: DrillMs; index: number; reply: string | null; left: WaitEnding }): void => {
    if (!openRound) return;
    rounds.push(
      closedRound(history, rubric, { ...openRound, ...end, number: rounds.length, visit, first: firstOfVisit }),
    );
    firstOfVisit = false;
    openRound = null;
  };
  for (const step of stepsOf(conversation)) {
    if (step.kind === 'visit') {
      visit = step.visit;
      firstOfVisit = true;
      isHere = true;
      openRound = null;
    } else if (step.kind === 'customer') {
      if (!isHere) continue;
      openRound ??= { from: step.at, fromIndex: step.index, owed: false, asked: false, saidAt: step.at, whole: false };
      openRound.owed ||= step.owed;
      // Reminders come after the burst and begin no wait of their own.
      if (!openRound.whole) [openRound.saidAt, openRound.whole] = [step.at, step.last];
    } else if (step.kind === 'asked') {
      if (openRound) openRound.asked = true;
    } else if (step.kind === 'human') {
      closeRound({ at: step.at, index: step.index, reply: step.id, left: 'waiting' });
    } else if (step.kind === 'reacted') {
      openRound = null;
    } else if (step.kind === 'back') {
      isHere = true;
    } else {
      const waitEnding: WaitEnding = step.ending && openRound?.asked ? 'waiting' : step.left;
      if (isHere) closeRound({ at: step.at, index: step.index, reply: null, left: waitEnding });
      isHere = false;
    }
  }
  const end = history.ended ?? { at: history.lastAt, index: history.eventCount };
  closeRound({ at: end.at, index: end.index, reply: null, left: 'maybe' });
  return rounds;
};

const closedRound = (
  history: DrillHistory,
  rubric: Rubric,
  span: {
    from: DrillMs;
    fromIndex: number;
    saidAt: DrillMs;
    at: DrillMs;
    index: number;
    reply: string | null;
    left: WaitEnding;
    owed: boolean;
    number: number;
    visit: number;
    first: boolean;
  },
): Round => {
  const seconds = (span.at - span.from) / 1000;
  const waitedS = Math.max(0, (span.at - span.saidAt) / 1000);
  const tier = tierFor(rubric, atOnce(history, span.from, span.at));
  const wasInterrupted = history.stops.some(
    ({ index, stoppedMs }) => index > span.fromIndex && index < span.index && stoppedMs > LONGEST_STOP_MS,
  );
  // A customer who gave up waiting was owed a reply (RULES V1). One who is done and says thanks is owed none, nor is
  // one owed yet when the drill or the stay ends within `failS` seconds (RULES C5).
  const wasOwed = span.owed && (span.left === 'waiting' || (span.left === 'maybe' && waitedS > tier.failS));
  const isVoid = span.reply === null && !wasOwed;
  const replyGrade = span.reply === null ? 'fail' : gradeOf(waitedS, tier);
  const countedGrade = wasInterrupted ? 'interrupted' : replyGrade;
  return {
    number: span.number,
    from: span.from,
    fromIndex: span.fromIndex,
    to: span.reply === null ? null : span.at,
    toIndex: span.index,
    seconds,
    waitedS,
    grade: isVoid ? 'void' : countedGrade,
    isFirst: span.first,
    visit: span.visit,
    replyId: span.reply,
  };
};

/** Rounds that count in response figures: neither void nor interrupted. */
export const countedRounds = (rounds: readonly Round[]): Round[] => {
  return rounds.filter(({ grade }) => grade !== 'void' && grade !== 'interrupted');
};
