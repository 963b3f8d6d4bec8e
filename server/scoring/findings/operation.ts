/** Family operation 操作: what was clicked, what wasn't, and in which order (RULES T8). */

import type { ActionSpec, Need } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { asksPaymentObstacle, urgesToPay } from '#language/windows/payment.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, stepsOf, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { dimensionOf, needResults } from '#scoring/facts/needs.ts';
import { otherClick } from '#scoring/facts/other-click.ts';
import { titleOfDeed, whyOfAction } from '#scoring/facts/trade-texts.ts';
import { customerBefore } from '#scoring/log/phrasing.ts';
import { needKey } from '#scoring/opportunities/opportunity.ts';
import { citationOfNeed } from '#scoring/suggestions/fault-citations.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { stepsLine } from '#scoring/suggestions/operations.ts';
import { claimedUndone } from './claimed.ts';
import { authorsReason, clickFindings, firstDue } from './clicked-operations.ts';
import { NOTE, noteNotKept } from './kept-note.ts';
import { brokenPromises } from './wrong.ts';

export function operationFindings(facts: ConversationFacts): FindingDraft[] {
  const claimed = claimedUndone(facts);
  const told = new Set([...claimed, ...brokenPromises(facts)].flatMap(({ covers }) => covers));
  const isNoteTold = claimed.some(({ parts }) => parts.action?.id === NOTE);
  return [
    ...claimed,
    ...missingActions(facts, told),
    ...noteNotKept(facts, isNoteTold),
    ...facts.conversation.acted.flatMap((click) => clickFindings(facts, click)),
    ...forbiddenWordFindings(facts),
  ];
}

/**
 * Needed operations that weren't done. `told`: needs whose loss a lie or a broken promise explains already: one deed,
 * one finding (RULES M7).
 */
function missingActions(facts: ConversationFacts, told: ReadonlySet<string>): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  const open = needResults(conversation, caseFacts).filter(
    ({ beat, number, need, met }) =>
      !met && dimensionOf(need) === 'operation' && !told.has(needKey(conversation.key, beat, number)),
  );
  return open.flatMap((result, index): FindingDraft[] => {
    const { beat, need, from, until } = result;
    if (need.do === null) return [];
    // Needs that one click would have met are one thing left undone.
    if (open.findIndex((other) => isSameClick(other.need, need)) < index) return [];
    const covers = open
      .filter((other) => isSameClick(other.need, need))
      .map((other) => needKey(conversation.key, other.beat, other.number));
    const done = otherClick(facts, need);
    if (done?.with.amount !== undefined && need.with.amount !== undefined)
      return clickFindings(facts, { ...done, wrongAmount: true }, need).map((finding) => ({ ...finding, covers }));
    const id = need.do;
    const title = titleOfDeed(caseFacts, id);
    const leftAt = conversation.beats.findLast((entered) => entered.beat === beat)?.left?.index ?? null;
    return [
      draftFinding({
        code: 'missing-action',
        at: until,
        conversation: conversation.key,
        span: { from, until },
        seen: say('findings:operation.left-undone', { action: title }),
        customer: beat === null ? '' : customerBefore(conversation, caseFacts, leftAt ?? Number.POSITIVE_INFINITY),
        detail: say('findings:name', { name: title }),
        parts: { action: { id, title } },
        because: done ? say('findings:operation.perhaps', { action: title }) : whyOf(caseFacts.action(id)),
        // Another thing's card was sent: whether it serves as well nobody can tell from the log.
        unsure: done !== null,
        basis: citationOfNeed(caseFacts, need, beat),
        ...suggestionParts(
          stepsOf(() => stepsLine(firstDue(facts, need.after, leftAt ?? facts.history.length), need, caseFacts)),
        ),
        covers,
      }),
    ];
  });
}

/** Whether the first need would be met by the click of the second: a value that the second doesn't name fits any. */
const isSameClick = (first: Need, second: Need): boolean =>
  first.do === second.do &&
  Object.entries(first.with).every(([name, value]) => {
    const other = second.with[name];
    return other === undefined || String(other) === String(value);
  });

/** Why an operation matters, in the words of the list of operations. */
function whyOf(action: ActionSpec | null): string {
  const text = action === null ? '' : whyOfAction(action);
  return text === '' ? '' : say('findings:operation.why', { text });
}

/** Whether words urge, ask what keeps the customer or speak of an unpaid order: words merely like a reminder are none. */
const reminds = (text: string): boolean => urgesToPay(text) || asksPaymentObstacle(text) || UNPAID.test(text);
const UNPAID = /[没未还]付|付款|催/;

/** Findings for acts forbidden in words (a payment reminder for a double order). */
function forbiddenWordFindings(facts: ConversationFacts): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  return conversation.turns.flatMap((turn) => {
    const done = turn.judgement.forbiddenWords[0];
    const forbid = done ? caseFacts.scenario.forbids[done.forbid] : undefined;
    if (!done || !forbid || (forbid.act === 'payment-reminder' && !reminds(turn.judgement.text))) return [];
    const question = caseFacts.question(turn.judgement.questions[0]?.question);
    return [
      draftFinding({
        code: 'forbidden-action',
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: done.quote,
        customer: turn.judgement.customer,
        detail: forbid.act ? say(`findings:forbidden-act.${forbid.act}`) : null,
        because: authorsReason(forbid.because),
        better: modelAt(facts, question, turn.index),
      }),
    ];
  });
}
