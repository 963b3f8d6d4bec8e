/** 响应时效: each visit's first answering response and every later round (RULES M1, T10, M8). */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { isAbuse } from '#scoring/facts/turn-grade.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { firstAnswerInDoubt } from './in-doubt.ts';
import { laterRounds } from './later-rounds.ts';
import { firstKey, type Opportunity, questionKey, roundKey } from './opportunity.ts';

/** The row for all rounds in the passing tier: no fault is in them, so no finding names the threshold and the row does. */
const passedRowText = ({ rubric, history }: ConversationFacts, from: DrillMs, to: DrillMs): string =>
  say('opportunities:response.passed', { seconds: tierFor(rubric, atOnce(history, from, to)).excellentS });

/** The text for a round that wasn't fast enough; rounds in the passing tier share one row. */
const lostWords = (
  grade: string,
  passedText: string,
  customerName: string,
  detail: string,
): Pick<Opportunity, 'text' | 'part'> =>
  grade === 'pass'
    ? { text: passedText, part: { of: customerName, what: detail } }
    : { text: say('opportunities:response.of', { name: customerName, what: detail }) };

/**
 * Why a round's reply is no response, if it isn't: abuse, or only quick replies that are off topic, repeated or
 * unfilled (RULES M1).
 */
const whyNoResponse = ({ conversation }: ConversationFacts, round: Round): 'abuse' | 'phrase' | null => {
  const { replyId } = round;
  const turn = conversation.turns.find(({ judgement }) => replyId !== null && judgement.messages.includes(replyId));
  if (turn === undefined) return null;
  if (isAbuse(turn)) return 'abuse';
  const { messages, canned, unfilled } = turn.judgement;
  const areAllMisused = messages.every(
    (id) =>
      canned.some(({ message, verdict }) => message === id && (verdict === 'off-topic' || verdict === 'repeated')) ||
      unfilled.some(({ quote }) => quote.message === id),
  );
  return messages.length > 0 && areAllMisused ? 'phrase' : null;
};

/** Questions a visit opened. */
const questionsOfVisit = ({ conversation, rounds }: ConversationFacts, visit: number): string[] => {
  const fromIndex = rounds.find((round) => round.visit === visit)?.fromIndex ?? 0;
  const toIndex = rounds.find((round) => round.visit > visit)?.fromIndex ?? Number.POSITIVE_INFINITY;
  return conversation.questions
    .filter(({ openedIndex }) => openedIndex >= fromIndex && openedIndex < toIndex)
    .map(({ question }) => questionKey(conversation.key, question));
};

export const responseOpportunities = (facts: ConversationFacts): Opportunity[] => {
  const { conversation, rubric, firstAnswers } = facts;
  const name = facts.caseFacts.scenario.customer.name;
  const opportunities: Opportunity[] = [];
  for (const firstAnswer of firstAnswers) {
    if (firstAnswer.grade === 'void' || firstAnswer.grade === 'interrupted') continue;
    opportunities.push({
      key: firstKey(conversation.key, firstAnswer.visit),
      dimension: 'response',
      at: firstAnswer.from,
      worth: 1,
      credit: rubric.roundCredit[firstAnswer.grade],
      unsure: firstAnswer.unsure,
      ...(firstAnswer.ifNone && { creditIfLost: rubric.roundCredit[firstAnswer.ifNone] }),
      ...(firstAnswer.unsure && { inDoubt: firstAnswerInDoubt(firstAnswer) }),
      ...(firstAnswer.unsure && firstAnswer.turn && { doubtTurn: firstAnswer.turn.judgement.turn }),
      ...lostWords(
        firstAnswer.grade,
        passedRowText(facts, firstAnswer.from, firstAnswer.at ?? firstAnswer.from),
        name,
        say(
          `opportunities:response.${firstAnswer.visit > 1 ? 'firstBack' : 'first'}.${firstAnswer.turn ? 'answered' : 'never'}`,
          {
            seconds: secondsText(firstAnswer.seconds),
          },
        ),
      ),
      nearKeys: firstAnswer.turn ? [] : questionsOfVisit(facts, firstAnswer.visit),
    });
  }
  for (const round of laterRounds(facts)) {
    if (round.grade === 'void' || round.grade === 'interrupted') continue;
    const whyNone = whyNoResponse(facts, round);
    const roundText = say('opportunities:response.round', { n: round.number + 1, seconds: secondsText(round.waitedS) });
    opportunities.push({
      key: roundKey(conversation.key, round.number),
      dimension: 'response',
      at: round.from,
      worth: 1,
      credit: round.to === null || whyNone !== null ? 0 : rubric.roundCredit[round.grade],
      unsure: false,
      ...(whyNone === 'phrase'
        ? // One row for all of them: the quick replies have findings of their own.
          { text: say('opportunities:response.quickReplies'), part: { of: name, what: roundText } }
        : lostWords(
            whyNone === null ? round.grade : 'fail',
            passedRowText(facts, round.from, round.to ?? round.from),
            name,
            roundText,
          )),
    });
  }
  return opportunities;
};
