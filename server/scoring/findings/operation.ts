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

export function operationFindings(seen: ConversationFacts): Draft[] {
  const claimed = claimedUndone(seen);
  const told = new Set([...claimed, ...brokenPromises(seen)].flatMap(({ covers }) => covers));
  const noteTold = claimed.some(({ parts }) => parts.action?.id === NOTE);
  return [
    ...claimed,
    ...missingActions(seen, told),
    ...noteNotKept(seen, noteTold),
    ...seen.conversation.acted.flatMap((click) => deedFindings(seen, click)),
    ...forbiddenWordFindings(seen),
  ];
}

/**
 * Needed operations that weren't done. `told`: needs whose loss a lie or a broken promise explains already: one deed,
 * one finding (RULES M7).
 */
function missingActions(seen: ConversationFacts, told: ReadonlySet<string>): Draft[] {
  const { conversation, facts } = seen;
  const open = needResults(conversation, facts).filter(
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
    const done = otherClick(seen, need);
    if (done?.with.amount !== undefined && need.with.amount !== undefined)
      return deedFindings(seen, { ...done, wrongAmount: true }, need).map((finding) => ({ ...finding, covers }));
    const id = need.do ?? '';
    const title = titleOfDeed(facts, id);
    const inside = conversation.beats.findLast((entered) => entered.beat === beat);
    return [
      draft({
        code: 'missing-action',
        at: until,
        conversation: conversation.key,
        span: { from, until },
        seen: say('findings:operation.left-undone', { action: title }),
        customer:
          beat === null ? '' : customerBefore(conversation, facts, inside?.left?.index ?? Number.POSITIVE_INFINITY),
        detail: say('findings:name', { name: title }),
        parts: { action: { id, title } },
        because: done ? say('findings:operation.perhaps', { action: title }) : whyOf(facts.action(id)),
        // Another thing's card was sent: whether it serves as well nobody can tell from the log.
        unsure: done !== null,
        basis: citationOfNeed(facts, need, beat),
        ...suggestionParts(
          stepsOf(() => stepsLine(firstDue(seen, need.after, inside?.left?.index ?? seen.history.length), need, facts)),
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
function firstDue(seen: ConversationFacts, after: readonly Condition[], index: number): string[] {
  const { facts } = seen;
  return after.flatMap((condition) => {
    if (isMet(seen, condition, index)) return [];
    if (!('point' in condition)) return [conditionLine(condition, facts)];
    // A question that nobody has asked yet can't be answered: the customer's open question comes first.
    const question = facts.point(condition.point)?.question ?? null;
    const [open] = openAt(seen, index);
    const line = modelAt(seen, open ?? question, index);
    return open?.id === question?.id || line === null
      ? [conditionLine(condition, facts)]
      : [say('suggestions:step.first.ask', { words: line })];
  });
}

type Deed = Placed<EventOf<'action-done'>>;

function deedFindings(seen: ConversationFacts, done: Deed, missedNeed: Need | null = null): Draft[] {
  const { conversation, facts } = seen;
  const title = titleOfDeed(facts, done.action);
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
    customer: customerBefore(conversation, facts, done.index),
    detail: say('findings:name', { name: title }),
    parts: { action: { id: done.action, title } },
  };
  // The first of these that applies is the gravest, and the only finding: one deed, one finding (RULES M7).
  if (done.forbidden !== null) {
    // A customer who has asked for a full refund in the system doesn't want the order kept, so cancelling it is no fault.
    if (done.action === 'cancel-order' && conversation.did.some(isRefund(done))) return [];
    const forbid = facts.scenario.forbids[done.forbidden];
    return [
      draft({
        ...base,
        code: 'forbidden-action',
        because: caseSays(forbid?.because),
        basis: citationOfAction(facts, done.action, facts.beat(beatAt(seen, done))?.asks ?? []),
        ...suggestionParts(stepsOf(() => instead(seen, done))),
      }),
    ];
  }
  const needs = [...facts.scenario.beats.flatMap((beat) => beat.needs), ...facts.scenario.duties].filter(
    (need) => need.do === done.action,
  );
  const after = needs.find((need) => need.after.length > 0)?.after ?? [];
  const unmet = after.filter((condition) => !isMet(seen, condition, done.index));
  if (
    done.unverified &&
    !(unmet.length > 0 && unmet.every((condition) => 'ask' in condition && isKnown(seen, condition.ask, done.at)))
  ) {
    const isNothingDue = firstDue(seen, after, done.index).length === 0;
    const click = { do: done.action, with: {}, note: null };
    const better = isNothingDue ? null : stepsOf(() => stepsLine(firstDue(seen, after, done.index), click, facts));
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
        basis: citationOf(facts, policyOfAmount(seen, right ?? null)),
        ...suggestionParts(right ? stepsOf(() => actionLine(right, facts)) : null),
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
function policyOfAmount({ facts }: ConversationFacts, need: Need | null): string | null {
  const beat = facts.scenario.beats.find(({ needs }) => need !== null && needs.includes(need));
  return beat?.asks[0]?.points[0]?.policy ?? null;
}

/** Why an author forbids it. */
const caseSays = (text: string | undefined): string =>
  text ? say('findings:case-says', { text: /[。！？]$/.test(text) ? text : `${text}。` }) : '';

const beatAt = ({ conversation }: ConversationFacts, deed: Deed): string | null =>
  conversation.beats.findLast(({ index }) => index < deed.index)?.beat ?? null;

/** What the case wants done instead, at the time. */
function instead(seen: ConversationFacts, deed: Deed): string {
  const { conversation, facts } = seen;
  const asked = facts.beat(beatAt(seen, deed))?.asks[0] ?? null;
  return insteadOf(conversation, facts, deed, modelAt(seen, asked, deed.index));
}

/** Whether words urge, ask what keeps the customer or speak of an unpaid order: words merely like a reminder are none. */
const reminds = (text: string): boolean => urgesToPay(text) || asksWhatHolds(text) || UNPAID.test(text);
const UNPAID = /[没未还]付|付款|催/;

/** Findings for acts forbidden in words (a payment reminder for a double order). */
function forbiddenWordFindings(seen: ConversationFacts): Draft[] {
  const { conversation, facts } = seen;
  return conversation.turns.flatMap((turn) => {
    const done = turn.judgement.forbiddenWords[0];
    const forbid = done ? facts.scenario.forbids[done.forbid] : undefined;
    if (!done || !forbid || (forbid.act === 'payment-reminder' && !reminds(turn.judgement.text))) return [];
    const question = facts.question(turn.judgement.questions[0]?.question ?? '');
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
        better: modelAt(seen, question, turn.index),
      }),
    ];
  });
}
