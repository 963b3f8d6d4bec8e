/** 没做的说成做了: an operation told as done that nobody had clicked, nor clicked soon after (RULES M7). */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import {
  CORRECTED_SHARE,
  draftFinding,
  type FindingDraft,
  stepsOf,
  suggestionParts,
} from '#scoring/facts/finding-draft.ts';
import { needResults } from '#scoring/facts/needs.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { msToS, quotedText, secondsText } from '#scoring/log/phrasing.ts';
import { type Claim, claimsOf } from '#scoring/opportunities/claims.ts';
import { needKey } from '#scoring/opportunities/opportunity.ts';
import { answerInstead, clickAndSay } from '#scoring/suggestions/click-and-say.ts';
import { citationOfNeed } from '#scoring/suggestions/fault-citations.ts';
import { reasonsToComeBack } from './wrong.ts';

/** A trainee who says it first and clicks within 30 s tells no lie, unless the customer had to ask for it. */
const CLICK_GRACE_MS = 30_000;

/** One finding for each operation told as done, at its first lie; saying it again is the same fault. */
export const claimedUndone = (facts: ConversationFacts): FindingDraft[] => {
  const firstLies = new Map<string, Claim>();
  for (const claim of claimsOf(facts)) {
    const action = claimedAction(facts, claim);
    if (!firstLies.has(action) && isLie(facts, claim) && !isBrokenPromise(facts, claim)) firstLies.set(action, claim);
  }
  return [...firstLies].map(([action, claim]) => findingOf(facts, action, claim));
};

/** The operation that the words name; else, of those they may mean, the one clicked after all; else the likeliest. */
const claimedAction = ({ conversation, caseFacts }: ConversationFacts, { turn, claim }: Claim): string => {
  const { actions, quote } = claim;
  const words = quotedText(conversation, quote) ?? turn.judgement.text;
  const namedAction = actions.find((id) => words.includes(caseFacts.action(id)?.title ?? id));
  return (
    namedAction ?? actions.find((id) => conversation.clicks.some(({ action }) => action === id)) ?? actions[0] ?? ''
  );
};

/** The first click of an operation that the words may mean. */
const clickFor = ({ conversation }: ConversationFacts, { claim }: Claim) =>
  conversation.clicks.find(({ action }) => claim.actions.includes(action));

/**
 * Whether the customer, or anybody in the group, spoke between the words and the click. If nobody did, nobody had
 * relied on the words yet.
 */
const wasSpokenBetween = ({ conversation }: ConversationFacts, from: DrillMs, until: DrillMs): boolean =>
  [...conversation.customerMessages, ...conversation.bystanders].some(({ at }) => at > from && at < until);

/**
 * Whether the customer came, after these words, to a beat that wants the operation: then its opening asks for what they
 * were told was done. A burst that was under way when it was told doesn't.
 */
const comesToWant = ({ conversation, caseFacts }: ConversationFacts, beat: string, { saidAt, claim }: Claim): boolean =>
  conversation.beats.some((entered) => entered.beat === beat && entered.at > saidAt) &&
  (caseFacts.beat(beat)?.needs ?? []).some((need) => need.do !== null && claim.actions.includes(need.do));

/** Whether the customer asked for the operation, or doubted it, between the words and the click (RULES T92, T166). */
const wasMissed = (facts: ConversationFacts, claim: Claim, until: DrillMs): boolean =>
  facts.conversation.customerMessages.some(
    ({ at, why }) =>
      at > claim.saidAt &&
      at < until &&
      (why.kind === 'opening'
        ? comesToWant(facts, why.beat, claim)
        : why.kind === 'reaction' && why.reaction === 'undone'),
  );

/**
 * Whether the operation was still not clicked 30 s later, or when the customer had asked for it. A drill cut off by the bell or the teacher before that leaves
 * it void, since there was no time to click (RULES C5).
 */
const isLie = (facts: ConversationFacts, claim: Claim): boolean => {
  const graceEnd = claim.saidAt + CLICK_GRACE_MS;
  const click = clickFor(facts, claim);
  if (click && wasMissed(facts, claim, click.at)) return true;
  if (click && (click.at <= graceEnd || !wasSpokenBetween(facts, claim.saidAt, click.at))) return false;
  const { ended, lastAt } = facts.history;
  return lastAt > graceEnd || ended?.why === 'finished' || ended?.why === 'trainee';
};

/** Whether the customer came back for just this operation: then the broken promise is the finding. */
const isBrokenPromise = (facts: ConversationFacts, { claim }: Claim): boolean =>
  reasonsToComeBack(facts).some(({ undoneAction }) => undoneAction !== null && claim.actions.includes(undoneAction));

const findingOf = (facts: ConversationFacts, action: string, claim: Claim): FindingDraft => {
  const { conversation, caseFacts } = facts;
  const { judgement } = claim.turn;
  const title = titleOfDeed(caseFacts, action);
  const results = needResults(conversation, caseFacts).filter(({ need }) => need.do === action);
  const neededResult = results.find(({ beat }) => beat === judgement.beat) ?? results[0] ?? null;
  const click = clickFor(facts, claim);
  const clickedAfterS = click ? msToS(claim.saidAt, click.at) : null;
  const isSoon = click !== undefined && click.at <= claim.saidAt + CLICK_GRACE_MS;
  return draftFinding({
    code: 'claimed-undone',
    at: claim.saidAt,
    conversation: conversation.key,
    turn: judgement.turn,
    quoteAt: claim.claim.quote,
    customerText: judgement.customer,
    detail:
      clickedAfterS === null
        ? say('findings:name', { name: title })
        : say('findings:claimed.detail', { action: title, waited: secondsText(clickedAfterS) }),
    detailParts: { action: { id: action, title }, ...(clickedAfterS === null ? {} : { clickedAfterS }) },
    because: say(clickedAfterS === null ? 'findings:claimed.never' : 'findings:claimed.late', { action: title }),
    costShare: isSoon ? CORRECTED_SHARE : 1,
    citation: neededResult === null ? null : citationOfNeed(caseFacts, neededResult.need, neededResult.beat),
    // An operation that the case doesn't ask for is neither a click to advise nor words to suggest.
    ...suggestionParts(
      neededResult === null
        ? answerInstead(facts, claim.turn)
        : stepsOf(() => clickAndSay(facts, claim.turn, neededResult.need)),
    ),
    // One click would have met all these needs.
    explainedKeys: results
      .filter(({ isMet }) => !isMet)
      .map(({ beat, needIndex }) => needKey(conversation.key, beat, needIndex)),
  });
};
