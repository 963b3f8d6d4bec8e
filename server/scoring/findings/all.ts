/** Every finding of a conversation, each deed once, with the losses it explains (RULES M7, M8). */
import type { Quote } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
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
import { pointKey, roundKey, turnKey } from '#scoring/opportunities/opportunity.ts';
import { faultQuotes, faultyQuotesIn, keptWording, soonerWording } from '#scoring/suggestions/kept-phrasing.ts';
import { placeAt } from '#scoring/suggestions/model.ts';
import { eachShownOnce } from '#scoring/suggestions/once.ts';
import { wordingWithoutFault } from '#scoring/suggestions/wording-without-fault.ts';
import { withDistinctQuotes } from './distinct.ts';
import { evadingFindings } from './evading.ts';
import { lateFindings } from './late.ts';
import { mannerFindings } from './manner.ts';
import { notValuingFindings } from './not-valuing.ts';
import { operationFindings } from './operation.ts';
import { overreachFindings } from './overreach.ts';
import { isFaultOfTurn } from './precedence.ts';
import { wrongFindings } from './wrong.ts';

/** Findings that the drill's rubric has a rule for: a drill begun before a finding came in keeps the rubric of its day. */
export const withRule = ({ findings }: Rubric, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const known = new Set(findings.map(({ code }) => code));
  return drafts.filter(({ code }) => known.has(code));
};

export function findingsOf(facts: ConversationFacts): FindingDraft[] {
  const known = withRule(facts.rubric, [
    ...mannerFindings(facts),
    ...wrongFindings(facts),
    ...overreachFindings(facts),
    ...operationFindings(facts),
    ...quickReplyFindings(facts),
    ...evadingFindings(facts),
    ...notValuingFindings(facts),
    ...lateFindings(facts),
    ...meritFindings(facts),
  ]);
  const found = withDistinctQuotes(facts.conversation, known);
  const drafts = earnedOnly(facts, found);
  explainMissedMarks(facts, drafts);
  const told = repeatsToldOnce(drafts)
    .filter((draft) => !isMeritOfAFault(facts, draft, drafts))
    .map((draft) => withCustomer(facts, { ...draft, ...keptWords(facts, draft, drafts) }));
  return eachShownOnce(facts, told);
}

/** A better wording with the trainee's own right words in it; null where none can be kept. */
function keptWords(
  facts: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
): ReturnType<typeof suggestionParts> | null {
  if (!draft.code.startsWith('late-')) {
    const turn = facts.conversation.turns.find(({ judgement }) => judgement.turn === draft.turn);
    const marred = [...faultQuotes(null, drafts), ...(turn ? faultyQuotesIn(turn) : [])];
    const better = keptWording(facts, draft, drafts) ?? wordingWithoutFault(facts, draft, marred);
    return better === null ? null : suggestionParts(better);
  }
  const sooner = soonerWording(facts, draft, drafts, placeAt(facts.conversation, draft.at));
  return sooner === null ? null : suggestionParts(sooner);
}

/** Gives the losses of turns and questions to the faults that explain them. Done again when a fault is dismissed. */
export function explainMissedMarks(facts: ConversationFacts, drafts: readonly FindingDraft[]): void {
  explainPoints(facts, drafts);
  explainTurns(facts, drafts);
}

/** Sure ones first: an unsure fault explains a loss only where nothing else does, and only once it is upheld. */
const sureFirst = (drafts: readonly FindingDraft[]): FindingDraft[] =>
  drafts.toSorted((a, b) => Number(a.unsure) - Number(b.unsure));

/** Whether a merit quotes words that were a fault too, or sound like one: such words aren't praised. */
function isMeritOfAFault(
  { conversation }: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
): boolean {
  if (!draft.code.startsWith('merit:') || draft.quoteAt === null) return false;
  if (isUnfitToPraise(conversation, draft.quoteAt)) return true;
  return drafts.some((finding) => restsOn(finding, draft.turn) && isFaultOfTurn(finding.code));
}

/**
 * Whether words are too doubtful to praise, though no fault by themselves: a red line in doubt, a point told wrong, a
 * hostile or impatient pattern.
 */
function isUnfitToPraise(conversation: ConversationHistory, quote: Quote): boolean {
  const turn = conversation.turns.find(({ judgement }) => judgement.messages.includes(quote.message))?.judgement;
  const isWrong = turn?.points.some((note) => note.state === 'wrong' && !note.corrected) ?? false;
  const tone = tonePattern(normalise(quotedText(conversation, quote) ?? '').text);
  return isWrong || (turn?.redLines.length ?? 0) > 0 || tone === 'hostile' || tone === 'impatient';
}

/** What the customer had said when the quoted words came. */
function withCustomer({ conversation, caseFacts }: ConversationFacts, draft: FindingDraft): FindingDraft {
  const said = conversation.spoke.find(({ id }) => id === draft.quoteAt?.message);
  const customer =
    said && draft.code !== 'asked-again' ? customerBefore(conversation, caseFacts, said.index) : draft.customer;
  return { ...draft, customer: customer === '' ? draft.customer : customer };
}

/** Gives the missed points of a question to the last finding that kept it from being answered. */
function explainPoints({ conversation, points }: ConversationFacts, drafts: readonly FindingDraft[]): void {
  for (const { question, point, state } of points) {
    const key = pointKey(conversation.key, question.id, point.id);
    if (state !== 'missed' || drafts.some(({ covers }) => covers.includes(key))) continue;
    const named = drafts.filter((draft) => draft.about.includes(question.id));
    // Repeated words are a fault of wording: what they left unanswered belongs to another finding that names the
    // question, if there is one.
    const others = named.filter(({ code }) => code !== 'canned-repeated');
    const about = others.length > 0 ? others : named;
    const sure = about.filter(({ unsure }) => !unsure);
    (sure.length > 0 ? sure : about)
      .toSorted((a, b) => lastAt(a) - lastAt(b))
      .at(-1)
      ?.covers.push(key);
  }
}

/** Gives what a turn failed to earn to the most forceful finding on its words. */
function explainTurns({ conversation, rounds }: ConversationFacts, drafts: readonly FindingDraft[]): void {
  for (const turn of conversation.turns) {
    const own = sureFirst(drafts).find((draft) => restsOn(draft, turn.judgement.turn) && isFaultOfTurn(draft.code));
    own?.covers.push(turnKey(conversation.key, turn.judgement.turn));
    const round = rounds.find(({ reply }) => reply !== null && turn.judgement.messages.includes(reply));
    if (round && isAbuse(turn)) own?.covers.push(roundKey(conversation.key, round.number));
  }
}
