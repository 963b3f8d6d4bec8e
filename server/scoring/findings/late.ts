/** Family late 响应慢: from the log's times alone (docs/trade.md §3). */

import { joined, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { type LateAnswer, lateAnswer } from '#scoring/facts/first-response.ts';
import { gapRounds, handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { hasLeftBetween, lastWait, repliedIn } from '#scoring/facts/waiting.ts';
import type { WindowHistory } from '#scoring/log/conversation-history.ts';
import { customerBetween, secondsText } from '#scoring/log/phrasing.ts';
import { laterRounds } from '#scoring/opportunities/later-rounds.ts';
import { firstKey, owedKey, roundKey } from '#scoring/opportunities/opportunity.ts';
import { holdPromiseSuggestion } from '#scoring/suggestions/hold-promise.ts';
import { awaitedDeed, quickAnswer, windowReply } from '#scoring/suggestions/late.ts';
import { modelAt, openAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { openedIn, recalledIn, thresholdPassed } from './late-round.ts';
import { leftAloneFindings } from './left-alone.ts';

export const isLate = (grade: string): boolean => grade === 'weak' || grade === 'fail';

/** The missed window into which an unanswered round falls: the window is the finding then, not the wait (RULES M7). */
export const windowMissedIn = ({ conversation }: ConversationFacts, round: Round): WindowHistory | null =>
  conversation.windows.find(
    (window) =>
      window.closed?.how === 'missed' &&
      window.fromAt >= round.from &&
      window.closed.index > round.fromIndex &&
      window.closed.index <= round.toIndex,
  ) ?? null;

export const lateFindings = (facts: ConversationFacts): FindingDraft[] => [
  ...lateFirstAnswers(facts),
  ...lateRounds(facts),
  ...unanswered(facts),
  ...leftAloneFindings(facts),
  ...slowHandling(facts),
];

/** First words so much sooner than the answer are worth a sentence. */
const NOTICEABLY_SOONER_S = 5;

const lateFirstAnswers = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts, history } = facts;
  return facts.firstAnswers.flatMap((firstAnswer) => {
    if (hasLeftBetween(facts, firstAnswer.fromIndex, firstAnswer.turn?.index ?? history.eventCount)) return [];
    if (!isLate(firstAnswer.grade) || (!firstAnswer.turn && !repliedIn(facts, firstAnswer.visit))) return [];
    // A returning customer asks something else than on the first visit, so only questions of this visit count.
    const visitFrom = facts.rounds.find(({ visit }) => visit === firstAnswer.visit)?.fromIndex ?? 0;
    const touchedQuestion = firstAnswer.turn?.judgement.questions.find(
      ({ answer }) => answer !== 'untouched',
    )?.question;
    const questionEntry =
      conversation.questions.find((entry) => entry.question === touchedQuestion && entry.openedIndex >= visitFrom) ??
      conversation.questions.find(
        ({ openedIndex }) => openedIndex >= visitFrom && openedIndex <= firstAnswer.fromIndex + 1,
      );
    const question = questionEntry ? caseFacts.question(questionEntry.question) : null;
    const round = facts.rounds.find(({ visit }) => visit === firstAnswer.visit);
    const answerIndex = firstAnswer.turn?.index ?? history.eventCount;
    const firstAt = round?.to ?? null;
    // Counted from the start that the figure uses, else the first words would seem to come after the answer.
    const firstWordsS = firstAt === null ? firstAnswer.seconds : Math.max(0, (firstAt - firstAnswer.from) / 1000);
    const quickText = firstWordsS < firstAnswer.seconds - NOTICEABLY_SOONER_S ? nothingTouchedText(firstWordsS) : '';
    const waited = secondsText(firstAnswer.seconds);
    const wasSilent = !conversation.traineeMessages.some(
      ({ index, at }) =>
        index > (conversation.arrivals.find(({ visit }) => visit === firstAnswer.visit)?.index ?? 0) &&
        at < (firstAnswer.at ?? 0),
    );
    const answerKind = firstAnswer.turn ? lateAnswer(firstAnswer.turn, wasSilent) : null;
    return [
      draftFinding({
        code: 'late-first',
        at: firstAnswer.from,
        conversation: conversation.key,
        turn: firstAnswer.turn?.judgement.turn ?? null,
        span: { from: firstAnswer.from, until: firstAnswer.from + firstAnswer.seconds * 1000 },
        observation:
          answerKind === null
            ? say('findings:late-first.never-answered', { waited })
            : say(`findings:late-first.seen.${answerKind}`, { waited }),
        customerText: customerBetween(
          conversation,
          caseFacts,
          round?.fromIndex ?? firstAnswer.fromIndex,
          Math.min(answerIndex, firstAnswer.fromIndex + 1),
        ),
        seconds: firstAnswer.seconds,
        detail: answerKind === null ? say('findings:late-first.never') : waitedText(answerKind, waited),
        detailParts: { waitedS: firstAnswer.seconds, openedLate: answerKind !== null && quickText === '' },
        because: joined([
          // The words of an earlier visit may have come within seconds.
          firstAnswer.visit > 1 ? say('findings:late-first.visit', { n: firstAnswer.visit }) : '',
          thresholdPassed(facts, firstAnswer.from, firstAnswer.at ?? firstAnswer.from, firstAnswer.seconds),
          quickText,
        ]),
        suggestion:
          quickAnswer(facts, question, firstAnswer.fromIndex + 1) ??
          holdPromiseSuggestion(question, caseFacts.goodsNames),
        answeredQuestion: firstAnswer.turn ? (question?.id ?? null) : null,
        unsure: firstAnswer.unsure,
        explainedKeys: [firstKey(conversation.key, firstAnswer.visit)],
      }),
    ];
  });
};

const nothingTouchedText = (seconds: number): string =>
  Math.round(seconds) === 0
    ? say('findings:late-first.touched-nothing-at-once')
    : say('findings:late-first.touched-nothing', { waited: secondsText(seconds) });

/** How long the answer took, and whether it was wrong. */
const waitedText = (answerKind: LateAnswer, waited: string): string => {
  switch (answerKind) {
    case 'wrong':
    case 'wrong-first':
    case 'partly-wrong':
    case 'partly-wrong-first':
      return say(`findings:late-first.detail.${answerKind}`, { waited });
    default:
      return waited;
  }
};

const lateRounds = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  return laterRounds(facts)
    .filter((round) => round.to !== null && isLate(round.grade) && !windowMissedIn(facts, round))
    .filter(({ fromIndex, toIndex }) => !hasLeftBetween(facts, fromIndex, toIndex))
    .map((round) => {
      const turn = conversation.turns.find(
        ({ judgement }) => round.replyId !== null && judgement.messages.includes(round.replyId),
      );
      const words = lastText(facts, round.fromIndex, round.toIndex);
      const openedQuestion = openedIn(facts, round);
      const recalledQuestion = recalledIn(facts, round);
      const waitedOn = turn && words === null ? waitingQuestion(facts, turn) : null;
      const question = openedQuestion ? caseFacts.question(openedQuestion.question) : (recalledQuestion ?? waitedOn);
      const waited = secondsText(round.waitedS);
      return draftFinding({
        code: 'late-round',
        at: round.from,
        conversation: conversation.key,
        turn: turn?.judgement.turn ?? null,
        observation: say('findings:late-round.seen', { waited }),
        customerText: customerBetween(conversation, caseFacts, round.fromIndex, round.toIndex),
        seconds: round.waitedS,
        detail: waited,
        detailParts: { waitedS: round.waitedS },
        because: thresholdPassed(facts, round.from, round.to ?? round.from, round.waitedS),
        ...suggestionParts(
          quickAnswer(facts, question, round.fromIndex) ??
            windowReply(facts, round) ??
            awaitedDeedIn(facts, round) ??
            holdPromiseSuggestion(question, caseFacts.goodsNames, words),
        ),
        spareSuggestions: [awaitedDeedIn(facts, round)].filter((line) => line !== null),
        answeredQuestion: question?.id ?? null,
        explainedKeys: [roundKey(conversation.key, round.number)],
      });
    });
};

const awaitedDeedIn = (facts: ConversationFacts, { fromIndex, toIndex }: Round): string | null =>
  awaitedDeed(facts, fromIndex, toIndex);

/** The customer's last words in a round: a hold can take them up when no question is open. */
const lastText = ({ conversation }: ConversationFacts, fromIndex: number, toIndex: number): string | null => {
  const bubble = conversation.customerMessages.findLast(
    (line) =>
      line.index >= fromIndex && line.index < toIndex && line.why.kind === 'opening' && line.bubble.kind === 'text',
  )?.bubble;
  return bubble?.kind === 'text' ? bubble.text : null;
};

const unanswered = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  return facts.rounds
    .filter(
      (round) =>
        round.to === null &&
        round.grade === 'fail' &&
        !windowMissedIn(facts, round) &&
        !facts.conversation.endings.some((ending) => lastWait(facts, ending) === round),
    )
    .map((round) => {
      const openedQuestion = openedIn(facts, round);
      const question = openedQuestion
        ? caseFacts.question(openedQuestion.question)
        : (openAt(facts, round.toIndex)[0] ?? null);
      const hasNoReply = !repliedIn(facts, round.visit);
      const waited = secondsText(round.waitedS);
      return draftFinding({
        code: 'unanswered',
        at: round.from,
        conversation: conversation.key,
        span: { from: round.from, until: round.from + round.waitedS * 1000 },
        observation: say('findings:unanswered.seen', { waited }),
        customerText: customerBetween(conversation, caseFacts, round.fromIndex, round.toIndex),
        seconds: round.waitedS,
        detail:
          hasNoReply && round.visit === 1
            ? say('findings:unanswered.not-one')
            : say(round.visit > 1 ? 'findings:unanswered.waited-again' : 'findings:unanswered.waited', { waited }),
        detailParts: { waitedS: round.waitedS },
        ...suggestionParts(
          modelAt(facts, question, round.toIndex) ??
            windowReply(facts, round) ??
            awaitedDeedIn(facts, round) ??
            holdPromiseSuggestion(question, caseFacts.goodsNames, lastText(facts, round.fromIndex, round.toIndex)),
        ),
        explainedKeys: [
          roundKey(conversation.key, round.number),
          owedKey(conversation.key, round.number),
          ...(hasNoReply ? [firstKey(conversation.key, round.visit)] : []),
        ],
      });
    });
};

/**
 * 慢接待, by the threshold and gap of the figure (handling.ts). It costs nothing itself: its rounds lose the marks. A
 * single late round has its own finding and isn't told twice (RULES M7).
 */
const slowHandling = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, rubric } = facts;
  const roundsInGap = gapRounds(facts.rounds);
  const firstRound = roundsInGap[0];
  const meanGapS = meanGap(facts.rounds);
  if (!firstRound || meanGapS === null || roundsInGap.length < 2 || !isSlow(rubric, facts.rounds)) return [];
  const answeredRounds = roundsInGap.filter(({ to }) => to !== null);
  const slowest = (answeredRounds.length > 0 ? answeredRounds : roundsInGap).reduce((a, b) =>
    b.seconds > a.seconds ? b : a,
  );
  return [
    draftFinding({
      code: 'slow-handling',
      at: firstRound.from,
      conversation: conversation.key,
      span: { from: slowest.to ?? slowest.from, until: slowest.to ?? slowest.from },
      observation: say('findings:slow-handling.seen', { n: roundsInGap.length, mean: secondsText(meanGapS) }),
      seconds: meanGapS,
      detail: say('findings:slow-handling.detail', { mean: secondsText(meanGapS), line: handlingOf(rubric).slowS }),
    }),
  ];
};
