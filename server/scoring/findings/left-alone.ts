/**
 * Customers left without a reply: those who gave up waiting, those whom the trainee left by ending the drill, and those
 * who went on speaking to nobody (RULES M12).
 */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { needResults } from '#scoring/facts/needs.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { hasLeftBetween, lastWait, repliedIn, roundOfLeaving } from '#scoring/facts/waiting.ts';
import { leftWaiting } from '#scoring/facts/walked-out.ts';
import {
  BEFORE_LOG,
  type BeatHistory,
  type EndingHistory,
  type TurnHistory,
  type WindowHistory,
} from '#scoring/log/conversation-history.ts';
import { customerBefore, msToS, secondsText, shortened } from '#scoring/log/phrasing.ts';
import { aheadOpportunities } from '#scoring/opportunities/ahead.ts';
import { firstKey, needKey, owedKey, pointKey, roundKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { holdPromiseSuggestion } from '#scoring/suggestions/hold-promise.ts';
import { awaitedDeed } from '#scoring/suggestions/late.ts';
import { modelAt, openAt } from '#scoring/suggestions/model.ts';

export const leftAloneFindings = (facts: ConversationFacts): FindingDraft[] => [
  ...customersWhoLeft(facts),
  ...endedEarly(facts),
  ...walkedOut(facts),
];

/** What the customer last wanted before giving up. Nudges and reactions to the trainee's words want nothing new. */
const lastWanted = ({ conversation }: ConversationFacts, index: number): string | null => {
  const bubble = conversation.customerMessages.findLast(
    (line) => line.index < index && line.why.kind === 'opening' && line.bubble.kind === 'text',
  )?.bubble;
  return bubble?.kind === 'text' ? bubble.text : null;
};

/** The customer gave up waiting: the questions still open were never answered. */
const customersWhoLeft = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  return conversation.endings
    .filter(({ silent: neverTakenUp }) => neverTakenUp)
    .map((ending) => {
      const round = lastWait(facts, ending);
      const puttingOffTurns = round === null ? putOffBefore(facts, ending) : [];
      // The words at leaving don't wait for an answer: nobody could have given one.
      const messagesBefore = conversation.customerMessages.filter(
        ({ index, why }) => index < ending.index && why.kind !== 'ending',
      );
      const sinceMs =
        round?.from ?? firstMessagePutOff(facts, ending, puttingOffTurns)?.at ?? messagesBefore.at(-1)?.at ?? ending.at;
      // Seconds from the end of the burst, on which marks rest and which the exchange beside it shows (RULES M1).
      const seconds = round?.waitedS ?? msToS(sinceMs, ending.at);
      const waited = secondsText(seconds);
      const messagesInWait = messagesBefore.filter(({ at }) => at >= sinceMs);
      const nudges = messagesInWait.filter(({ why }) => why.kind === 'silence');
      const lastHeard = shortened(puttingOffTurns.at(-1)?.judgement.text ?? '');
      const hadWords = (puttingOffTurns.at(-1)?.judgement.text ?? '') !== '';
      const askedAt =
        conversation.customerMessages.findLast(({ index, why }) => index < ending.index && why.kind !== 'silence')
          ?.at ?? ending.at;
      const repliedAt = conversation.turns.findLast(({ index }) => index < ending.index)?.closedAt ?? 0;
      const openQuestions = conversation.questions.filter(
        ({ openedIndex, state }) => openedIndex < ending.index && state === 'unanswered',
      );
      const question = caseFacts.question(openQuestions[0]?.question);
      const neverTakenUp = openQuestions.filter(
        ({ openedIndex }) =>
          !conversation.turns.some(({ index, judgement }) => index > openedIndex && judgement.text !== ''),
      );
      return draftFinding({
        code: 'customer-left',
        at: ending.at,
        conversation: conversation.key,
        span: { from: round?.from ?? Math.max(askedAt, repliedAt), until: ending.at },
        observation: say('findings:customer-left.seen', { waited }),
        customerText: (nudges.length > 0 && puttingOffTurns.length === 0 ? nudges : messagesInWait)
          .flatMap(({ bubble }) => (bubble.kind === 'text' ? [bubble.text] : []))
          .join('\n'),
        seconds,
        detail: hadWords
          ? say('findings:customer-left.heard-only', { waited, words: lastHeard })
          : say('findings:customer-left.waited', { waited }),
        detailParts: { waitedS: seconds, ...(hadWords ? { heardOnly: lastHeard } : {}) },
        suggestion:
          modelAt(facts, question ?? openAt(facts, ending.index)[0] ?? null, ending.index) ??
          awaitedDeed(facts, ending.index, ending.index) ??
          holdPromiseSuggestion(question, facts.caseFacts.goodsNames, lastWanted(facts, ending.index)),
        spoiledQuestions: neverTakenUp.map((entry) => entry.question),
        explainedKeys: [
          ...aheadOpportunities(facts).map((chance) => chance.key),
          ...keysOfWait(facts, round ?? roundOfLeaving(facts, ending)),
          ...firstKeyOfLeaving(facts, ending),
          ...needsOfSilence(facts),
        ],
      });
    });
};

/**
 * Operations of the beat in which nothing was said or clicked until the customer gave up waiting and went: what wasn't done
 * in that silence is part of it (RULES T111).
 */
export const needsOfSilence = ({ conversation, caseFacts }: ConversationFacts): string[] => {
  const ending = conversation.endings.at(-1);
  const entered = conversation.beats.findLast(({ index }) => index < (ending?.index ?? BEFORE_LOG));
  if (!ending?.silent || entered === undefined) return [];
  const isWithin = ({ index }: { index: number }): boolean => index > entered.index && index < ending.index;
  if (conversation.traineeMessages.some(isWithin) || conversation.clicks.some(isWithin)) return [];
  return needResults(conversation, caseFacts)
    .filter(({ beat, isMet, need }) => !isMet && beat === entered.beat && need.do !== null)
    .map(({ beat, needIndex }) => needKey(conversation.key, beat, needIndex));
};

/**
 * The turns right before a customer leaves that only put them off (稍等) and told nothing: the customer goes on waiting
 * through these.
 */
const putOffBefore = ({ conversation }: ConversationFacts, ending: EndingHistory): TurnHistory[] => {
  const turns = conversation.turns.filter(({ index, judgement }) => index < ending.index && judgement.text !== '');
  const lastTellingTurn = turns.findLastIndex(
    ({ judgement }) => judgement.hold === null || judgement.points.some(({ state }) => state === 'covered'),
  );
  return turns.slice(lastTellingTurn + 1);
};

/** The customer's first bubble that those turns put off. */
const firstMessagePutOff = (
  { conversation }: ConversationFacts,
  ending: EndingHistory,
  puttingOffTurns: readonly TurnHistory[],
): ConversationFacts['conversation']['customerMessages'][number] | null => {
  const firstPuttingOff = puttingOffTurns[0];
  if (firstPuttingOff === undefined) return null;
  const indexBefore =
    conversation.turns.findLast(({ index, judgement }) => index < firstPuttingOff.index && judgement.text !== '')
      ?.index ?? BEFORE_LOG;
  return conversation.customerMessages.find(({ index }) => index > indexBefore && index < ending.index) ?? null;
};

/** What the wait before it cost: the round, and the visit's first answer where there never was any. */
const keysOfWait = (facts: ConversationFacts, round: Round | null): string[] => {
  if (round === null) return [];
  const { key } = facts.conversation;
  const first = repliedIn(facts, round.visit) ? [] : [firstKey(key, round.visit)];
  return [roundKey(key, round.number), owedKey(key, round.number), ...first];
};

/** The first answer of a visit that came once the customer had gone was never one to them. */
const firstKeyOfLeaving = (facts: ConversationFacts, { index }: EndingHistory): string[] =>
  facts.firstAnswers
    .filter((first) => hasLeftBetween(facts, first.fromIndex, first.turn?.index ?? facts.history.eventCount))
    .filter((first) => first.fromIndex <= index)
    .map(({ visit }) => firstKey(facts.conversation.key, visit));

/** The trainee ended the drill with questions still to answer. */
const endedEarly = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts, history, storyPath } = facts;
  if (storyPath.endedBy !== 'trainee') return [];
  const opportunities = aheadOpportunities(facts);
  const questions = storyPath.beats
    .flatMap((beat) => beat.asks)
    .filter(({ id }) => opportunities.some(({ key }) => key.startsWith(pointKey(conversation.key, id, ''))));
  const first = questions[0];
  if (!first) return [];
  const at = history.ended?.at ?? history.lastAt;
  return [
    draftFinding({
      code: 'ended-early',
      at,
      conversation: conversation.key,
      span: { from: at, until: at },
      observation: say('findings:ended-early.seen', { n: questions.length }),
      customerText: customerBefore(conversation, caseFacts, history.eventCount),
      detail: say('findings:ended-early.detail', { n: questions.length }),
      detailParts: { openQuestions: questions.length },
      suggestion: modelAt(facts, first, history.eventCount),
      explainedKeys: opportunities.map((chance) => chance.key),
    }),
  ];
};

const beatsLeftWaiting = ({ conversation, caseFacts, rubric, history }: ConversationFacts): readonly BeatHistory[] =>
  rubric.road === undefined || history.isFork || history.isRolePlay ? [] : leftWaiting(conversation, caseFacts);

/** The place of the log from which nobody replied to the customer any more. */
export const unansweredFromIndex = (facts: ConversationFacts): number =>
  beatsLeftWaiting(facts)[0]?.index ?? Number.POSITIVE_INFINITY;

/** The customer went on speaking and nobody replied: a trainee who stops answering has left them (RULES M12). */
const walkedOut = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, history } = facts;
  const firstBeat = beatsLeftWaiting(facts)[0];
  if (!firstBeat) return [];
  const passedWindows = conversation.windows.filter(
    ({ index, closed }) => index >= firstBeat.index && closed?.how === 'missed',
  );
  const until = conversation.endings.at(-1)?.at ?? history.lastAt;
  const messages = conversation.customerMessages.filter(
    (line) => line.index > firstBeat.index && line.why.kind === 'opening' && line.bubble.kind === 'text',
  );
  return [
    draftFinding({
      code: 'walked-out',
      spoiledQuestions: conversation.questions
        .filter(({ openedIndex }) => openedIndex > firstBeat.index)
        .map(({ question }) => question),
      at: firstBeat.at,
      conversation: conversation.key,
      span: { from: firstBeat.at, until },
      observation: say('findings:walked-out.seen', { waited: secondsText(msToS(firstBeat.at, until)) }),
      customerText: messages.map(({ bubble }) => (bubble.kind === 'text' ? bubble.text : '')).join('\n'),
      seconds: msToS(firstBeat.at, until),
      suggestion: null,
      explainedKeys: [
        ...aheadOpportunities(facts).map((chance) => chance.key),
        ...passedWindows.map(({ window }) => windowKey(conversation.key, window)),
        ...facts.rounds
          .filter((round) => passedWindows.some((window) => windowMissedInto(round, window)))
          .flatMap(({ number }) => [roundKey(conversation.key, number), owedKey(conversation.key, number)]),
      ],
    }),
  ];
};

const windowMissedInto = (round: Round, window: WindowHistory): boolean =>
  round.to === null &&
  window.fromAt >= round.from &&
  (window.closed?.index ?? 0) > round.fromIndex &&
  (window.closed?.index ?? 0) <= round.toIndex;
