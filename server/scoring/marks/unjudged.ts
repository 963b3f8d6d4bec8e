/** Whether a drill asked enough of its trainee for a mark (RULES J96, J118). */
import type { Report } from '#contract/report.ts';
import type { DrillResult } from '#contract/results.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { casePath } from '#scoring/facts/story-path.ts';
import type { DrillHistory } from '#scoring/log/history.ts';

type Judged = {
  dimensions: readonly Pick<DrillResult['dimensions'][number], 'weight'>[];
} & Pick<DrillResult, 'cappedBy' | 'score' | 'machineScore' | 'askedLittle'>;

/**
 * No dimension could give or lose a mark, nothing caps the total, and nobody set one: its nought would be a mark for
 * nothing. Or a role play of which too little was asked.
 */
export const isUnjudged = ({ dimensions, cappedBy, score, machineScore, askedLittle }: Judged): boolean =>
  askedLittle !== undefined ||
  (dimensions.length > 0 &&
    dimensions.every(({ weight }) => weight === 0) &&
    cappedBy === null &&
    score === machineScore);

/**
 * Below this share of its questions a role play has no mark. What the case asks by itself as it opens is up to two fifths
 * of a case: with a lower share a player who asks nothing would make one right answer worth 100.
 */
const LEAST_SHARE = 1 / 2;

/**
 * The questions that were put in a role play, of those a good drill of the case answers, where they are too few for a
 * mark; else undefined. Which way the player took makes no difference to how many there are.
 */
const askedLittleIn = (allFacts: readonly ConversationFacts[]): DrillResult['askedLittle'] => {
  const put = allFacts.reduce((sum, { conversation }) => sum + conversation.questions.length, 0);
  const of = allFacts.reduce((sum, { caseFacts }) => sum + casePath(caseFacts).flatMap(({ asks }) => asks).length, 0);
  return put < of * LEAST_SHARE ? { put, of } : undefined;
};

/** What the report says of a drill without a mark. What caps a total, and one that a person set, count however little was asked. */
export const unmarkedBecause = (
  { isRolePlay }: Pick<DrillHistory, 'isRolePlay'>,
  allFacts: readonly ConversationFacts[],
  judged: Omit<Judged, 'askedLittle'>,
  isSet: boolean,
): Pick<Report, 'unjudged' | 'askedLittle'> => {
  const askedLittle = isRolePlay && judged.cappedBy === null && !isSet ? askedLittleIn(allFacts) : undefined;
  if (askedLittle !== undefined) return { unjudged: true, askedLittle };
  return isUnjudged(judged) ? { unjudged: true } : {};
};
