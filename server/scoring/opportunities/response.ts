/** 响应时效: each visit's first answering response and every later round (RULES M1, T10, M8). */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { isAbuse } from '#scoring/facts/turn-grade.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { laterRounds } from './later-rounds.ts';
import { firstKey, type Opportunity, questionKey, roundKey } from './opportunity.ts';

/** The row for all rounds in the passing tier: no fault is in them, so no finding names the threshold and the row does. */
const passedRow = ({ rubric, history }: ConversationFacts, from: DrillMs, to: DrillMs): string =>
  say('opportunities:response.passed', { seconds: tierFor(rubric, atOnce(history, from, to)).excellentS });

/** The text for a round that wasn't fast enough; rounds in the passing tier share one row. */
const lostWords = (grade: string, passed: string, of: string, what: string): Pick<Opportunity, 'text' | 'part'> =>
  grade === 'pass'
    ? { text: passed, part: { of, what } }
    : { text: say('opportunities:response.of', { name: of, what }) };

/**
 * Why a round's reply is no response, if it isn't: abuse, or only quick replies that are off topic, repeated or
 * unfilled (RULES M1).
 */
function noResponse({ conversation }: ConversationFacts, round: Round): 'abuse' | 'phrase' | null {
  const { reply } = round;
  const turn = conversation.turns.find(({ judgement }) => reply !== null && judgement.messages.includes(reply));
  if (turn === undefined) return null;
  if (isAbuse(turn)) return 'abuse';
  const { messages, canned, unfilled } = turn.judgement;
  const passedBy = messages.every(
    (id) =>
      canned.some(({ message, verdict }) => message === id && (verdict === 'off-topic' || verdict === 'repeated')) ||
      unfilled.some(({ quote }) => quote.message === id),
  );
  return messages.length > 0 && passedBy ? 'phrase' : null;
}

/** Questions a visit opened. */
function questionsOfVisit({ conversation, rounds }: ConversationFacts, visit: number): string[] {
  const from = rounds.find((round) => round.visit === visit)?.fromIndex ?? 0;
  const to = rounds.find((round) => round.visit > visit)?.fromIndex ?? Number.POSITIVE_INFINITY;
  return conversation.questions
    .filter(({ openedIndex }) => openedIndex >= from && openedIndex < to)
    .map(({ question }) => questionKey(conversation.key, question));
}

export function responseOpportunities(facts: ConversationFacts): Opportunity[] {
  const { conversation, rubric, firstAnswers: firsts } = facts;
  const name = facts.caseFacts.scenario.customer.name;
  const out: Opportunity[] = [];
  for (const firstAnswer of firsts) {
    if (firstAnswer.grade === 'void' || firstAnswer.grade === 'interrupted') continue;
    out.push({
      key: firstKey(conversation.key, firstAnswer.visit),
      dimension: 'response',
      at: firstAnswer.from,
      worth: 1,
      credit: rubric.roundCredit[firstAnswer.grade],
      unsure: firstAnswer.unsure,
      ...lostWords(
        firstAnswer.grade,
        passedRow(facts, firstAnswer.from, firstAnswer.at ?? firstAnswer.from),
        name,
        say(
          `opportunities:response.${firstAnswer.visit > 1 ? 'firstBack' : 'first'}.${firstAnswer.turn ? 'answered' : 'never'}`,
          {
            seconds: secondsText(firstAnswer.seconds),
          },
        ),
      ),
      near: firstAnswer.turn ? [] : questionsOfVisit(facts, firstAnswer.visit),
    });
  }
  for (const round of laterRounds(facts)) {
    if (round.grade === 'void' || round.grade === 'interrupted') continue;
    const none = noResponse(facts, round);
    const words = say('opportunities:response.round', { n: round.number + 1, seconds: secondsText(round.waitedS) });
    out.push({
      key: roundKey(conversation.key, round.number),
      dimension: 'response',
      at: round.from,
      worth: 1,
      credit: round.to === null || none !== null ? 0 : rubric.roundCredit[round.grade],
      unsure: false,
      ...(none === 'phrase'
        ? // One row for all of them: the quick replies have findings of their own.
          { text: say('opportunities:response.quickReplies'), part: { of: name, what: words } }
        : lostWords(
            none === null ? round.grade : 'fail',
            passedRow(facts, round.from, round.to ?? round.from),
            name,
            words,
          )),
    });
  }
  return out;
}
