/** Family operation 操作: what was clicked, what wasn't, and in which order (RULES T8). */

import type { ActionSpec, Condition, Need } from '#engine/model/content.ts';
import type { EventOf } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { asksWhatHolds, urgesToPay } from '#language/windows/payment.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft, stepsOf, suggestionParts } from '#scoring/facts/draft.ts';
import { dimensionOf, needResults } from '#scoring/facts/needs.ts';
import { otherClick } from '#scoring/facts/other-click.ts';
import { titleOfDeed, whyOfAction } from '#scoring/facts/trade-texts.ts';
import type { Placed } from '#scoring/log/conversation-history.ts';
import { customerBefore, yuan } from '#scoring/log/phrasing.ts';
import { isKnown } from '#scoring/opportunities/asking.ts';
import { needKey } from '#scoring/opportunities/opportunity.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';
import { citationOfAction, citationOfNeed } from '#scoring/suggestions/fault-citations.ts';
import { modelAt, openAt } from '#scoring/suggestions/model.ts';
import { actionLine, conditionLine, insteadOf, isMet, stepsLine } from '#scoring/suggestions/operations.ts';
import { claimedUndone } from './claimed.ts';
import { NOTE, noteNotKept } from './kept-note.ts';
import { brokenPromises } from './wrong.ts';

export function operationFindings(facts: ConversationFacts): Draft[] {
  const claimed = claimedUndone(facts);
  const told = new Set([...claimed, ...brokenPromises(facts)].flatMap(({ covers }) => covers));
  const isNoteTold = claimed.some(({ parts }) => parts.action?.id === NOTE);
  return [
    ...claimed,
    ...missingActions(facts, told),
    ...noteNotKept(facts, isNoteTold),
    ...facts.conversation.acted.flatMap((click) => deedFindings(facts, click)),
    ...forbiddenWordFindings(facts),
  ];
}

/**
 * Needed operations that weren't done. `told`: needs whose loss a lie or a broken promise explains already: one deed,
 * one finding (RULES M7).
 */
function missingActions(facts: ConversationFacts, told: ReadonlySet<string>): Draft[] {
  const { conversation, caseFacts } = facts;
  const open = needResults(conversation, caseFacts).filter(
    ({ beat, number, need, met }) =>
      !met && dimensionOf(need) === 'operation' && !told.has(needKey(conversation.key, beat, number)),
  );
  return open.flatMap((result, index): Draft[] => {
    const { beat, need, from, until } = result;
    // Needs that one click would have met are one thing left undone.
    if (open.findIndex((other) => isSameClick(other.need, need)) < index) return [];
    const covers = open
      .filter((other) => isSameClick(other.need, need))
      .map((other) => needKey(conversation.key, other.beat, other.number));
    const done = otherClick(facts, need);
    if (done?.with.amount !== undefined && need.with.amount !== undefined)
      return deedFindings(facts, { ...done, wrongAmount: true }, need).map((finding) => ({ ...finding, covers }));
    const id = need.do ?? '';
    const title = titleOfDeed(caseFacts, id);
    const inside = conversation.beats.findLast((entered) => entered.beat === beat);
    return [
      draft({
        code: 'missing-action',
        at: until,
        conversation: conversation.key,
        span: { from, until },
        seen: say('findings:operation.left-undone', { action: title }),
        customer:
          beat === null ? '' : customerBefore(conversation, caseFacts, inside?.left?.index ?? Number.POSITIVE_INFINITY),
        detail: say('findings:name', { name: title }),
        parts: { action: { id, title } },
        because: done ? say('findings:operation.perhaps', { action: title }) : whyOf(caseFacts.action(id)),
        // Another thing's card was sent: whether it serves as well nobody can tell from the log.
        unsure: done !== null,
        basis: citationOfNeed(caseFacts, need, beat),
        ...suggestionParts(
          stepsOf(() =>
            stepsLine(firstDue(facts, need.after, inside?.left?.index ?? facts.history.length), need, caseFacts),
          ),
        ),
        covers,
      }),
    ];
  });
}

/** Whether the first need would be met by the click of the second: a value that the second doesn't name fits any. */
const isSameClick = (deed: Need, b: Need): boolean =>
  deed.do === b.do &&
  Object.entries(deed.with).every(
    ([name, value]) => b.with[name] === undefined || String(b.with[name]) === String(value),
  );

/** Why an operation matters, in the words of the list of operations. */
function whyOf(action: ActionSpec | null): string {
  const text = action === null ? '' : whyOfAction(action);
  return text === '' ? '' : say('findings:operation.why', { text });
}

/**
 * Steps that an operation waits for and that weren't done by `index`: things to ask, look up or say, in words fit for
 * that moment.
 */
function firstDue(facts: ConversationFacts, after: readonly Condition[], index: number): string[] {
  const { caseFacts } = facts;
  return after.flatMap((condition) => {
    if (isMet(facts, condition, index)) return [];
    if (!('point' in condition)) return [conditionLine(condition, caseFacts)];
    // A question that nobody has asked yet can't be answered: the customer's open question comes first.
    const question = caseFacts.point(condition.point)?.question ?? null;
    const [open] = openAt(facts, index);
    const line = modelAt(facts, open ?? question, index);
    return open?.id === question?.id || line === null
      ? [conditionLine(condition, caseFacts)]
      : [say('suggestions:step.first.ask', { words: line })];
  });
}

type Deed = Placed<EventOf<'action-done'>>;

function deedFindings(facts: ConversationFacts, done: Deed, missedNeed: Need | null = null): Draft[] {
  const { conversation, caseFacts } = facts;
  const title = titleOfDeed(caseFacts, done.action);
  const amount = done.with.amount;
  const shown =
    typeof amount === 'number'
      ? say('findings:operation.clicked-amount', { action: title, amount: yuan(amount) })
      : say('findings:operation.clicked', { action: title });
  const turn = conversation.turns.find(({ judgement }) => judgement.messages.includes(done.id))?.judgement.turn ?? null;
  const base = {
    at: done.at,
    conversation: conversation.key,
    turn,
    span: { from: done.at, until: done.at },
    seen: shown,
    customer: customerBefore(conversation, caseFacts, done.index),
    detail: say('findings:name', { name: title }),
    parts: { action: { id: done.action, title } },
  };
  // The first of these that applies is the gravest, and the only finding: one deed, one finding (RULES M7).
  if (done.forbidden !== null) {
    // A customer who has asked for a full refund in the system doesn't want the order kept, so cancelling it is no fault.
    if (done.action === 'cancel-order' && conversation.did.some(isRefund(done))) return [];
    const forbid = caseFacts.scenario.forbids[done.forbidden];
    return [
      draft({
        ...base,
        code: 'forbidden-action',
        because: caseSays(forbid?.because),
        basis: citationOfAction(caseFacts, done.action, caseFacts.beat(beatAt(facts, done))?.asks ?? []),
        ...suggestionParts(stepsOf(() => instead(facts, done))),
      }),
    ];
  }
  const needs = [...caseFacts.scenario.beats.flatMap((beat) => beat.needs), ...caseFacts.scenario.duties].filter(
    (need) => need.do === done.action,
  );
  const after = needs.find((need) => need.after.length > 0)?.after ?? [];
  const unmet = after.filter((condition) => !isMet(facts, condition, done.index));
  if (
    done.unverified &&
    !(unmet.length > 0 && unmet.every((condition) => 'ask' in condition && isKnown(facts, condition.ask, done.at)))
  ) {
    const isNothingDue = firstDue(facts, after, done.index).length === 0;
    const click = { do: done.action, with: {}, note: null };
    const better = isNothingDue ? null : stepsOf(() => stepsLine(firstDue(facts, after, done.index), click, caseFacts));
    return [draft({ ...base, code: 'unverified-action', ...suggestionParts(better) })];
  }
  if (done.wrongAmount) {
    const right = missedNeed ?? needs.find((need) => typeof need.with.amount === 'number');
    const wanted = right?.with.amount;
    return [
      draft({
        ...base,
        code: 'wrong-amount',
        because: typeof wanted === 'number' ? say('findings:operation.amount', { amount: yuan(wanted) }) : '',
        basis: citationOf(caseFacts, policyOfAmount(facts, right ?? null)),
        ...suggestionParts(right ? stepsOf(() => actionLine(right, caseFacts)) : null),
      }),
    ];
  }
  return [];
}

const isRefund =
  ({ index }: Deed) =>
  (did: ConversationFacts['conversation']['did'][number]): boolean =>
    did.index < index && did.deed.deed === 'open-refund';

/** The card behind an amount: the one its beat's question cites. */
function policyOfAmount({ caseFacts }: ConversationFacts, need: Need | null): string | null {
  const beat = caseFacts.scenario.beats.find(({ needs }) => need !== null && needs.includes(need));
  return beat?.asks[0]?.points[0]?.policy ?? null;
}

/** Why an author forbids it. */
const caseSays = (text: string | undefined): string =>
  text ? say('findings:case-says', { text: /[。！？]$/.test(text) ? text : `${text}。` }) : '';

const beatAt = ({ conversation }: ConversationFacts, deed: Deed): string | null =>
  conversation.beats.findLast(({ index }) => index < deed.index)?.beat ?? null;

/** What the case wants done instead, at the time. */
function instead(facts: ConversationFacts, deed: Deed): string {
  const { conversation, caseFacts } = facts;
  const asked = caseFacts.beat(beatAt(facts, deed))?.asks[0] ?? null;
  return insteadOf(conversation, caseFacts, deed, modelAt(facts, asked, deed.index));
}

/** Whether words urge, ask what keeps the customer or speak of an unpaid order: words merely like a reminder are none. */
const reminds = (text: string): boolean => urgesToPay(text) || asksWhatHolds(text) || UNPAID.test(text);
const UNPAID = /[没未还]付|付款|催/;

/** Findings for acts forbidden in words (a payment reminder for a double order). */
function forbiddenWordFindings(facts: ConversationFacts): Draft[] {
  const { conversation, caseFacts } = facts;
  return conversation.turns.flatMap((turn) => {
    const done = turn.judgement.forbiddenWords[0];
    const forbid = done ? caseFacts.scenario.forbids[done.forbid] : undefined;
    if (!done || !forbid || (forbid.act === 'payment-reminder' && !reminds(turn.judgement.text))) return [];
    const question = caseFacts.question(turn.judgement.questions[0]?.question ?? '');
    return [
      draft({
        code: 'forbidden-action',
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: done.quote,
        customer: turn.judgement.customer,
        detail: forbid.act ? say(`findings:forbidden-act.${forbid.act}`) : null,
        because: caseSays(forbid.because),
        better: modelAt(facts, question, turn.index),
      }),
    ];
  });
}
