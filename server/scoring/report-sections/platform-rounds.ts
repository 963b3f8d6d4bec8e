/** Which rounds a platform's figure looks at, and which of them it finds in time (docs/trade.md §2). */
import type { PlatformFigure } from '#engine/model/rubric.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { countedRounds, type Round } from '#scoring/facts/rounds.ts';
import { inHours, storyMinute } from './story-minute.ts';

export type PlacedRound = { facts: ConversationFacts; round: Round };

/** A round belongs to the hours it began in. */
export const isInHoursOf = (figure: PlatformFigure, { facts, round }: PlacedRound): boolean =>
  inHours(storyMinute(facts.conversation, facts.caseFacts, round.from), figure.hours);

/** A customer who comes back is a session of its own on every platform, with its own first reply (RULES V1). */
export const visitsOf = (allFacts: readonly ConversationFacts[]): PlacedRound[][] => {
  return allFacts.flatMap((facts) => {
    const rounds = countedRounds(facts.rounds);
    return [...new Set(rounds.map((round) => round.visit))].map((visit) =>
      rounds.filter((round) => round.visit === visit).map((round) => ({ facts, round })),
    );
  });
};

/** Whether a figure looks at a round at all, its hours aside. */
export const looksAt = ({ kind }: PlatformFigure, { round }: PlacedRound): boolean =>
  kind !== 'share-first' || round.isFirst;

/** The rounds a figure counts, by visit; visits without any are left out. */
export const roundsFor = (figure: PlatformFigure, allFacts: readonly ConversationFacts[]): PlacedRound[][] => {
  return visitsOf(allFacts)
    .map((visit) => visit.filter((placed) => looksAt(figure, placed) && isInHoursOf(figure, placed)))
    .filter((visit) => visit.length > 0);
};

/** Whether a figure finds a round in time; an unanswered round never is. */
export const isInTimeFor = ({ withinS }: PlatformFigure, round: Round): boolean =>
  round.to !== null && round.seconds <= (withinS ?? Number.POSITIVE_INFINITY);
