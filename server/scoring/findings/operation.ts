/** Family operation 操作: what was clicked, what wasn't, and in which order (RULES T8). */

import type { Need } from '#engine/model/content.ts';
import type { ActionSpec } from '#engine/model/shop.ts';
import { joined, say } from '#i18n/say.ts';
import { asksPaymentObstacle, urgesToPay } from '#language/windows/payment.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, stepsOf, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { dimensionOf, needResults } from '#scoring/facts/needs.ts';
import { isDoubtfulClick, otherClick, wrongSumClick } from '#scoring/facts/other-click.ts';
import { titleOfDeed, whyOfAction } from '#scoring/facts/trade-texts.ts';
import { customerBefore } from '#scoring/log/phrasing.ts';
import { needKey } from '#scoring/opportunities/opportunity.ts';
import { citationOfNeed } from '#scoring/suggestions/fault-citations.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { stepsLine } from '#scoring/suggestions/operations.ts';
import { withToldNote } from '#scoring/suggestions/told-note.ts';
import { claimedUndone } from './claimed.ts';
import { authorsReason, type Click, clickFindings, stepsDue } from './clicked-operations.ts';
import { NOTE, noteNotKept } from './kept-note.ts';
import { needsOfSilence } from './left-alone.ts';
import { quoteOfPromise, undertakenUndone } from './undertaken.ts';
import { brokenPromises } from './wrong.ts';

export const operationFindings = (facts: ConversationFacts): FindingDraft[] => {
  const claimed = claimedUndone(facts);
  const explainedNeeds = new Set([
    ...[...claimed, ...brokenPromises(facts)].flatMap(({ explainedKeys }) => explainedKeys),
    ...needsOfSilence(facts),
  ]);
  const isNoteTold = claimed.some(({ detailParts }) => detailParts.action?.id === NOTE);
  const missing = [...missingActions(facts, explainedNeeds), ...noteNotKept(facts, isNoteTold)];
  return [
    ...claimed,
    ...missing,
    ...undertakenUndone(facts, [...claimed, ...brokenPromises(facts), ...missing]),
    ...facts.conversation.clicks.flatMap((click) =>
      clickFindings(facts, click).map((finding) => ({
        ...finding,
        explainedKeys: [...finding.explainedKeys, ...needsMissedBySum(facts, click, explainedNeeds)],
      })),
    ),
    ...forbiddenWordFindings(facts),
  ];
};

/** The unmet needs that a click was to meet and missed by its sum. */
const needsMissedBySum = (facts: ConversationFacts, click: Click, explainedNeeds: ReadonlySet<string>): string[] =>
  needResults(facts.conversation, facts.caseFacts)
    .filter(({ isMet, need }) => !isMet && wrongSumClick(facts, need) === click)
    .map(({ beat, needIndex }) => needKey(facts.conversation.key, beat, needIndex))
    .filter((key) => !explainedNeeds.has(key));

/**
 * Needed operations that weren't done. `explainedNeeds`: needs whose loss a lie, a broken promise or a silence explains already: one
 * fault, one finding (RULES M7).
 */
const missingActions = (facts: ConversationFacts, explainedNeeds: ReadonlySet<string>): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const unmetNeeds = needResults(conversation, caseFacts).filter(
    ({ beat, needIndex, need, isMet }) =>
      !isMet &&
      dimensionOf(need) === 'operation' &&
      wrongSumClick(facts, need) === null &&
      !explainedNeeds.has(needKey(conversation.key, beat, needIndex)),
  );
  return unmetNeeds.flatMap((result, index): FindingDraft[] => {
    const { beat, need, from, until } = result;
    if (need.do === null) return [];
    // Needs that one click would have met are one thing left undone.
    if (unmetNeeds.findIndex((other) => isSameClick(other.need, need)) < index) return [];
    const explainedKeys = unmetNeeds
      .filter((other) => isSameClick(other.need, need))
      .map((other) => needKey(conversation.key, other.beat, other.needIndex));
    const otherClickDone = otherClick(facts, need);
    if (otherClickDone?.with.amount !== undefined && need.with.amount !== undefined)
      return clickFindings(facts, { ...otherClickDone, wrongAmount: true }, need).map((finding) => ({
        ...finding,
        explainedKeys,
      }));
    const action = need.do;
    const title = titleOfDeed(caseFacts, action);
    const leftAt = conversation.beats.findLast((beatEntry) => beatEntry.beat === beat)?.exit?.index ?? null;
    return [
      draftFinding({
        code: 'missing-action',
        at: until,
        conversation: conversation.key,
        span: { from, until },
        observation: say('findings:operation.left-undone', { action: title }),
        customerText: beat === null ? '' : customerBefore(conversation, caseFacts, leftAt ?? Number.POSITIVE_INFINITY),
        detail: say('findings:name', { name: title }),
        detailParts: { action: { id: action, title } },
        because:
          shortAddressText(otherClickDone, need) ??
          (otherClickDone
            ? say('findings:operation.perhaps', { action: title })
            : joined([promiseText(facts, action), whyText(caseFacts.action(action))])),
        // Another thing's card was sent: whether it serves as well nobody can tell from the log.
        unsure: isDoubtfulClick(facts, need),
        citation: citationOfNeed(caseFacts, need, beat),
        ...suggestionParts(
          stepsOf(() =>
            stepsLine(
              stepsDue(facts, need.after, leftAt ?? facts.history.eventCount),
              withToldNote(facts, need),
              caseFacts,
            ),
          ),
        ),
        explainedKeys,
      }),
    ];
  });
};

/** What an address lacks of what the customer gave of theirs; null where none was filled in. */
const shortAddressText = (click: Click | null, need: Need): string | null =>
  click === null || need.with.address === undefined
    ? null
    : say('findings:operation.address', {
        given: String(click.with.address ?? ''),
        wanted: String(need.with.address),
      });

/** Whether the first need would be met by the click of the second: a value that the second doesn't name fits any. */
const isSameClick = (first: Need, second: Need): boolean =>
  first.do === second.do &&
  Object.entries(first.with).every(([name, value]) => {
    const other = second.with[name];
    return other === undefined || String(other) === String(value);
  });

/** That the trainee had said it would be done, in their words; empty where they hadn't. */
const promiseText = (facts: ConversationFacts, action: string): string => {
  const words = quoteOfPromise(facts, action);
  return words === null ? '' : say('findings:operation.promised', { words });
};

/** Why an operation matters, in the words of the list of operations. */
const whyText = (action: ActionSpec | null): string => {
  const text = action === null ? '' : whyOfAction(action);
  return text === '' ? '' : say('findings:operation.why', { text });
};

/** Whether words urge, ask what keeps the customer or speak of an unpaid order: words merely like a reminder are none. */
const reminds = (text: string): boolean => urgesToPay(text) || asksPaymentObstacle(text) || UNPAID.test(text);
const UNPAID = /[没未还]付|付款|催/;

/** Findings for acts forbidden in words (a payment reminder for a double order). */
const forbiddenWordFindings = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  return conversation.turns.flatMap((turn) => {
    const forbiddenWord = turn.judgement.forbiddenWords[0];
    const forbid = forbiddenWord ? caseFacts.scenario.forbids[forbiddenWord.forbid] : undefined;
    if (!forbiddenWord || !forbid || (forbid.act === 'payment-reminder' && !reminds(turn.judgement.text))) return [];
    const question = caseFacts.question(turn.judgement.questions[0]?.question);
    return [
      draftFinding({
        code: 'forbidden-action',
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: forbiddenWord.quote,
        customerText: turn.judgement.customer,
        detail: forbid.act ? say(`findings:forbidden-act.${forbid.act}`) : null,
        because: authorsReason(forbid.because),
        suggestion: modelAt(facts, question, turn.index),
      }),
    ];
  });
};
