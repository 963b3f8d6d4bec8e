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
  const told = new Set([...claimed, ...brokenPromises(seen)].flatMap((d) => d.covers));
  const noteTold = claimed.some(({ parts }) => parts.action?.id === NOTE);
  return [
    ...claimed,
    ...missing(seen, told),
    ...noteNotKept(seen, noteTold),
    ...seen.conversation.acted.flatMap((a) => deeds(seen, a)),
    ...words(seen),
  ];
}

/**
 * Needed operations that weren't done. `told`: needs whose loss a lie or a broken promise explains already: one deed,
 * one finding (RULES M7).
 */
function missing(seen: ConversationFacts, told: ReadonlySet<string>): Draft[] {
  const { conversation: c, facts } = seen;
  const open = needResults(c, facts).filter(
    ({ beat, number, need, met }) =>
      !met && dimensionOf(need) === 'operation' && !told.has(needKey(c.key, beat, number)),
  );
  return open.flatMap((result, at): Draft[] => {
    const { beat, need, from, until } = result;
    // Needs that one click would have met are one thing left undone.
    if (open.findIndex((other) => isSameClick(other.need, need)) < at) return [];
    const covers = open.filter((other) => isSameClick(other.need, need)).map((n) => needKey(c.key, n.beat, n.number));
    const done = otherClick(seen, need);
    if (done?.with.amount !== undefined && need.with.amount !== undefined)
      return deeds(seen, { ...done, wrongAmount: true }, need).map((d) => ({ ...d, covers }));
    const id = need.do ?? '';
    const title = titleOfDeed(facts, id);
    const inside = c.beats.findLast((b) => b.beat === beat);
    return [
      draft({
        code: 'missing-action',
        at: until,
        conversation: c.key,
        span: { from, until },
        seen: say('findings:operation.left-undone', { action: title }),
        customer: beat === null ? '' : customerBefore(c, facts, inside?.left?.index ?? Number.POSITIVE_INFINITY),
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
const isSameClick = (a: Need, b: Need): boolean =>
  a.do === b.do &&
  Object.entries(a.with).every(([name, value]) => b.with[name] === undefined || String(b.with[name]) === String(value));

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

function deeds(seen: ConversationFacts, a: Deed, missed: Need | null = null): Draft[] {
  const { conversation: c, facts } = seen;
  const title = titleOfDeed(facts, a.action);
  const amount = a.with.amount;
  const shown =
    typeof amount === 'number'
      ? say('findings:operation.clicked-amount', { action: title, amount: yuan(amount) })
      : say('findings:operation.clicked', { action: title });
  const turn = c.turns.find((t) => t.judgement.messages.includes(a.id))?.judgement.turn ?? null;
  const base = {
    at: a.at,
    conversation: c.key,
    turn,
    span: { from: a.at, until: a.at },
    seen: shown,
    customer: customerBefore(c, facts, a.index),
    detail: say('findings:name', { name: title }),
    parts: { action: { id: a.action, title } },
  };
  // The first of these that applies is the gravest, and the only finding: one deed, one finding (RULES M7).
  if (a.forbidden !== null) {
    // A customer who has asked for a full refund in the system doesn't want the order kept, so cancelling it is no fault.
    if (a.action === 'cancel-order' && c.did.some(isRefund(a))) return [];
    const forbid = facts.scenario.forbids[a.forbidden];
    return [
      draft({
        ...base,
        code: 'forbidden-action',
        because: caseSays(forbid?.because),
        basis: citationOfAction(facts, a.action, facts.beat(beatAt(seen, a))?.asks ?? []),
        ...suggestionParts(stepsOf(() => instead(seen, a))),
      }),
    ];
  }
  const needs = [...facts.scenario.beats.flatMap((b) => b.needs), ...facts.scenario.duties].filter(
    (n) => n.do === a.action,
  );
  const after = needs.find((n) => n.after.length > 0)?.after ?? [];
  const unmet = after.filter((condition) => !isMet(seen, condition, a.index));
  if (a.unverified && !(unmet.length > 0 && unmet.every((one) => 'ask' in one && isKnown(seen, one.ask, a.at)))) {
    const none = firstDue(seen, after, a.index).length === 0;
    const click = { do: a.action, with: {}, note: null };
    const better = none ? null : stepsOf(() => stepsLine(firstDue(seen, after, a.index), click, facts));
    return [draft({ ...base, code: 'unverified-action', ...suggestionParts(better) })];
  }
  if (a.wrongAmount) {
    const right = missed ?? needs.find((n) => typeof n.with.amount === 'number');
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
  const beat = facts.scenario.beats.find((b) => need !== null && b.needs.includes(need));
  return beat?.asks[0]?.points[0]?.policy ?? null;
}

/** Why an author forbids it. */
const caseSays = (text: string | undefined): string =>
  text ? say('findings:case-says', { text: /[。！？]$/.test(text) ? text : `${text}。` }) : '';

const beatAt = ({ conversation: c }: ConversationFacts, a: Deed): string | null =>
  c.beats.findLast((b) => b.index < a.index)?.beat ?? null;

/** What the case wants done instead, at the time. */
function instead(seen: ConversationFacts, a: Deed): string {
  const { conversation: c, facts } = seen;
  const asked = facts.beat(beatAt(seen, a))?.asks[0] ?? null;
  return insteadOf(c, facts, a, modelAt(seen, asked, a.index));
}

/** Whether words urge, ask what keeps the customer or speak of an unpaid order: words merely like a reminder are none. */
const reminds = (text: string): boolean => urgesToPay(text) || asksWhatHolds(text) || UNPAID.test(text);
const UNPAID = /[没未还]付|付款|催/;

/** Findings for acts forbidden in words (a payment reminder for a double order). */
function words(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts } = seen;
  return c.turns.flatMap((turn) => {
    const done = turn.judgement.forbiddenWords[0];
    const forbid = done ? facts.scenario.forbids[done.forbid] : undefined;
    if (!done || !forbid || (forbid.act === 'payment-reminder' && !reminds(turn.judgement.text))) return [];
    const question = facts.question(turn.judgement.questions[0]?.question ?? '');
    return [
      draft({
        code: 'forbidden-action',
        at: turn.judgement.firstAt,
        conversation: c.key,
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
