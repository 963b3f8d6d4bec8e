/** Every finding of a conversation, each fault once, with the losses it explains (RULES M7, M8). */

import type { Rubric } from '#engine/model/rubric.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import { normalise } from '#language/reading/normalise.ts';
import { tonePattern } from '#language/tone/tone-patterns.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type FindingDraft, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { lastAt, repeatsToldOnce, restsOn } from '#scoring/facts/repeated.ts';
import { isAbuse } from '#scoring/facts/turn-grade.ts';
import { quickReplyFindings } from '#scoring/findings/quick-replies.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { customerBefore, quotedText } from '#scoring/log/phrasing.ts';
import { earnedOnly, meritFindings } from '#scoring/merits/merits.ts';
import { quotedShort } from '#scoring/opportunities/in-doubt.ts';
import { pointKey, roundKey, turnKey } from '#scoring/opportunities/opportunity.ts';
import { faultQuotes, faultyQuotesIn, keptWording, soonerWording } from '#scoring/suggestions/kept-phrasing.ts';
import { placeAt } from '#scoring/suggestions/model.ts';
import { eachShownOnce } from '#scoring/suggestions/once.ts';
import { wordingWithoutFault } from '#scoring/suggestions/wording-without-fault.ts';
import { leftOverToldOnce, perhapsAnsweredNotIgnored, wrongAnswersNotIgnored } from './answered-wrong.ts';
import { withDistinctQuotes } from './distinct.ts';
import { evadingFindings } from './evading.ts';
import { lateFindings } from './late.ts';
import { mannerFindings } from './manner.ts';
import { notValuingFindings } from './not-valuing.ts';
import { operationFindings } from './operation.ts';
import { overreachFindings } from './overreach.ts';
import { isFaultOfTurn } from './precedence.ts';
import { withPricesKept } from './price-kept.ts';
import { unsaidReportsToldOnce } from './reported-once.ts';
import { askedAgainOnce, figuresToldOnce } from './said-once.ts';
import { toldByAnother } from './told-by-another.ts';
import { wrongFindings } from './wrong.ts';

/** Findings that the drill's rubric has a rule for: a drill begun before a finding came in keeps the rubric of its day. */
export const withRule = ({ findings }: Rubric, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const codesWithRule = new Set(findings.map(({ code }) => code));
  return drafts.filter(({ code }) => codesWithRule.has(code));
};

export const findingsOf = (facts: ConversationFacts): FindingDraft[] => {
  const candidates = withRule(facts.rubric, [
    ...mannerFindings(facts),
    ...figuresToldOnce(facts, withPricesKept(facts, [...wrongFindings(facts), ...overreachFindings(facts)])),
    ...operationFindings(facts),
    ...quickReplyFindings(facts),
    ...askedAgainOnce(evadingFindings(facts)),
    ...notValuingFindings(facts),
    ...lateFindings(facts),
    ...meritFindings(facts),
  ]);
  const answered = wrongAnswersNotIgnored(unsaidReportsToldOnce(facts, candidates));
  const told = leftOverToldOnce(facts, toldByAnother(facts, perhapsAnsweredNotIgnored(facts, answered)));
  const distinct = withDistinctQuotes(facts.conversation, told);
  const drafts = earnedOnly(facts, distinct);
  explainMissedMarks(facts, drafts);
  const toldOnce = repeatsToldOnce(drafts)
    .filter((draft) => !isMeritOnFaultyWords(facts, draft, drafts))
    .map((draft) => withCustomer(facts, { ...draft, ...suggestionWithOwnWords(facts, draft, drafts) }));
  return eachShownOnce(facts, toldOnce).map((draft) => withDoubtNamed(facts.conversation, draft));
};

/** An unsure finding with the words, or what was seen in their place, that a person has to look at. */
const withDoubtNamed = (conversation: ConversationHistory, draft: FindingDraft): FindingDraft => {
  if (!draft.unsure) return draft;
  const words = draft.quoteAt && quotedText(conversation, draft.quoteAt);
  return { ...draft, inDoubt: words ? quotedShort(words) : draft.observation || undefined };
};

/** A better wording with the trainee's own right words in it; null where none can be kept. */
const suggestionWithOwnWords = (
  facts: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
): ReturnType<typeof suggestionParts> | null => {
  if (!draft.code.startsWith('late-')) {
    const turn = facts.conversation.turns.find(({ judgement }) => judgement.turn === draft.turn);
    const faultQuotesHere = [...faultQuotes(null, drafts), ...(turn ? faultyQuotesIn(turn) : [])];
    const kept = keptWording(facts, draft, drafts) ?? wordingWithoutFault(facts, draft, faultQuotesHere);
    return kept === null ? null : suggestionParts(kept);
  }
  const sooner = soonerWording(facts, draft, drafts, placeAt(facts.conversation, draft.at));
  return sooner === null ? null : suggestionParts(sooner);
};

/** Gives the losses of turns and questions to the faults that explain them. Done again when a fault is dismissed. */
export const explainMissedMarks = (facts: ConversationFacts, drafts: readonly FindingDraft[]): void => {
  explainPoints(facts, drafts);
  explainTurns(facts, drafts);
};

/** Sure ones first: an unsure fault explains a loss only where nothing else does, and only once it is upheld. */
const sureFirst = (drafts: readonly FindingDraft[]): FindingDraft[] =>
  drafts.toSorted((a, b) => Number(a.unsure) - Number(b.unsure));

/** Whether a merit quotes words that were a fault too, or sound like one: such words aren't praised. */
const isMeritOnFaultyWords = (
  { conversation }: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
): boolean => {
  if (!draft.code.startsWith('merit:') || draft.quoteAt === null) return false;
  if (isUnfitToPraise(conversation, draft.quoteAt)) return true;
  return drafts.some((finding) => restsOn(finding, draft.turn) && isFaultOfTurn(finding.code));
};

/**
 * Whether words are too doubtful to praise, though no fault by themselves: a red line in doubt, a point told wrong, a
 * hostile or impatient pattern.
 */
const isUnfitToPraise = (conversation: ConversationHistory, quote: Quote): boolean => {
  const turn = conversation.turns.find(({ judgement }) => judgement.messages.includes(quote.message))?.judgement;
  const isWrong = turn?.points.some((note) => note.state === 'wrong' && !note.corrected) ?? false;
  const tone = tonePattern(normalise(quotedText(conversation, quote) ?? '').text);
  return isWrong || (turn?.redLines.length ?? 0) > 0 || tone === 'hostile' || tone === 'impatient';
};

/** What the customer had said when the quoted words came. */
const withCustomer = ({ conversation, caseFacts }: ConversationFacts, draft: FindingDraft): FindingDraft => {
  const quotedMessage = conversation.traineeMessages.find(({ id }) => id === draft.quoteAt?.message);
  const customer =
    quotedMessage && draft.code !== 'asked-again'
      ? customerBefore(conversation, caseFacts, quotedMessage.index)
      : draft.customerText;
  return {
    ...draft,
    customerText: customer === '' ? draft.customerText : customer,
    ...(quotedMessage !== undefined && quotedMessage.at > draft.at && { saidAt: quotedMessage.at }),
  };
};

/** Gives the missed points of a question to the last finding that kept it from being answered. */
const explainPoints = ({ conversation, pointResults }: ConversationFacts, drafts: readonly FindingDraft[]): void => {
  for (const { question, point, state } of pointResults) {
    const key = pointKey(conversation.key, question.id, point.id);
    if (state !== 'missed' || drafts.some(({ explainedKeys }) => explainedKeys.includes(key))) continue;
    const aboutQuestion = drafts.filter((draft) => draft.spoiledQuestions.includes(question.id));
    // Repeated words are a fault of wording: what they left unanswered belongs to another finding that names the
    // question, if there is one.
    const others = aboutQuestion.filter(({ code }) => code !== 'canned-repeated');
    const blamed = others.length > 0 ? others : aboutQuestion;
    const sure = blamed.filter(({ unsure }) => !unsure);
    (sure.length > 0 ? sure : blamed)
      .toSorted((a, b) => lastAt(a) - lastAt(b))
      .at(-1)
      ?.explainedKeys.push(key);
  }
};

/** Gives what a turn failed to earn to the most forceful finding on its words. */
const explainTurns = ({ conversation, rounds }: ConversationFacts, drafts: readonly FindingDraft[]): void => {
  for (const turn of conversation.turns) {
    const faultOfTurn = sureFirst(drafts).find(
      (draft) => restsOn(draft, turn.judgement.turn) && isFaultOfTurn(draft.code),
    );
    faultOfTurn?.explainedKeys.push(turnKey(conversation.key, turn.judgement.turn));
    const round = rounds.find(({ replyId }) => replyId !== null && turn.judgement.messages.includes(replyId));
    if (round && isAbuse(turn)) faultOfTurn?.explainedKeys.push(roundKey(conversation.key, round.number));
  }
};
