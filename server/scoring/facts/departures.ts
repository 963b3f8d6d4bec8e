/** Rounds in which the customer steps away by their own word (RULES T76): nobody waits for the reply by the clock. */
import type { Rubric } from '#engine/model/rubric.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { atOnce, gradeOf, tierFor } from './concurrency.ts';
import type { Round } from './rounds.ts';
import { DONE_BEFORE } from './windows-done.ts';

/**
 * The answered rounds in which a line of the case took the customer away (等我会儿, 三站没信号), with what counts of them.
 * With a question in the round the wait ends at that line; without one the round has no wait at all.
 */
export const withDepartures = (
  history: DrillHistory,
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  rubric: Rubric,
  rounds: readonly Round[],
): Round[] => {
  const departures = conversation.customerMessages.filter(
    ({ why, last }) => last && why.kind === 'opening' && (caseFacts.beat(why.beat)?.quiet ?? null) !== null,
  );
  return rounds.map((round) => {
    const isIn = (index: number): boolean => index >= round.fromIndex && index < round.toIndex;
    const departure = departures.find(({ index }) => isIn(index));
    if (departure === undefined || round.to === null || round.grade === 'void') return round;
    const isAsked = conversation.questions.some(
      ({ openedIndex, state }) => state !== 'void' && isIn(openedIndex) && openedIndex < departure.index,
    );
    if (!isAsked) return { ...round, isAway: true };
    const waitedS = Math.max(0, round.waitedS - (round.to - departure.at) / 1000);
    const grade =
      round.grade === 'interrupted'
        ? round.grade
        : gradeOf(waitedS, tierFor(rubric, atOnce(history, round.from, round.to)));
    return { ...round, waitedS, grade };
  });
};

/** The rounds, with those void that fall into a pause needing no more words: nobody waited in that silence. */
export const withoutPauses = (conversation: ConversationHistory, rounds: readonly Round[]): Round[] =>
  rounds.map((round) =>
    round.to === null &&
    conversation.windows.some((window) => window.closed?.why === DONE_BEFORE && isRoundOfWindow(window, round))
      ? { ...round, grade: 'void' }
      : round,
  );

const isRoundOfWindow = ({ fromAt, closed }: WindowHistory, round: Round): boolean =>
  closed !== null && fromAt >= round.from && closed.index > round.fromIndex && closed.index <= round.toIndex;
