/** Findings for operations that were clicked: forbidden ones, those clicked unseen, and wrong amounts (RULES T8). */

import type { Condition, Need } from '#engine/model/content.ts';
import type { EventOf } from '#engine/model/events.ts';
import { listed, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import {
  type DraftStart,
  draftFinding,
  type FindingDraft,
  stepsOf,
  suggestionParts,
} from '#scoring/facts/finding-draft.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import type { Placed } from '#scoring/log/conversation-history.ts';
import { customerBefore, yuan } from '#scoring/log/phrasing.ts';
import { wasAgreedTo } from '#scoring/opportunities/agreed.ts';
import { isKnown } from '#scoring/opportunities/asking.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';
import { citationOfAction } from '#scoring/suggestions/fault-citations.ts';
import { modelAt, openAt } from '#scoring/suggestions/model.ts';
import { actionLine, conditionLine, insteadOfForbidden, isMet, stepsLine } from '#scoring/suggestions/operations.ts';

/** An operation as it was clicked. */
export type Click = Placed<EventOf<'action-done'>>;

/**
 * What is wrong with a click: the first of these that applies is the gravest, and the only finding (RULES M7).
 * `missedNeed`: the need that this click was to meet and missed by its amount.
 */
export const clickFindings = (
  facts: ConversationFacts,
  click: Click,
  missedNeed: Need | null = null,
): FindingDraft[] => {
  if (click.forbidden !== null) return forbiddenClick(facts, click, click.forbidden);
  const needsOfClick = needsOf(facts, click);
  if (click.unverified) {
    const prerequisites = needsOfClick.find((need) => need.after.length > 0)?.after ?? [];
    if (
      !areOnlyKnownFactsMissing(facts, click, prerequisites) &&
      !isAgreedTo(facts, click, prerequisites) &&
      !reportsComplaint(facts, click)
    )
      return [unverifiedClick(facts, click, prerequisites)];
  }
  return click.wrongAmount ? [wrongAmountClick(facts, click, missedNeed ?? needsOfClick.find(hasAmount) ?? null)] : [];
};

/** What every finding about a click tells of it. */
const clickStart = ({ conversation, caseFacts }: ConversationFacts, click: Click): Omit<DraftStart, 'code'> => {
  const title = titleOfDeed(caseFacts, click.action);
  const { amount } = click.with;
  const turn = conversation.turns.find(({ judgement }) => judgement.messages.includes(click.id));
  return {
    at: click.at,
    conversation: conversation.key,
    turn: turn?.judgement.turn ?? null,
    span: { from: click.at, until: click.at },
    observation:
      typeof amount === 'number'
        ? say('findings:operation.clicked-amount', { action: title, amount: yuan(amount) })
        : say('findings:operation.clicked', { action: title }),
    customerText: customerBefore(conversation, caseFacts, click.index),
    detail: say('findings:name', { name: title }),
    detailParts: { action: { id: click.action, title } },
  };
};

const forbiddenClick = (facts: ConversationFacts, click: Click, forbidden: number): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  // A customer who has asked for a full refund in the system doesn't want the order kept, so cancelling it is no fault.
  if (click.action === 'cancel-order' && conversation.customerDeeds.some(isRefundBefore(click))) return [];
  const slip = conversation.clicks.filter((other) => other === click || isSameSlip(facts, click, other));
  if (slip[0] !== click) return [];
  return [
    draftFinding({
      ...clickStart(facts, click),
      code: 'forbidden-action',
      detail: listed([
        ...new Set(slip.map(({ action }) => say('findings:name', { name: titleOfDeed(caseFacts, action) }))),
      ]),
      because: authorsReason(caseFacts.scenario.forbids[forbidden]?.because),
      citation: citationOfAction(caseFacts, click.action, caseFacts.beat(beatAt(facts, click))?.asks ?? []),
      ...suggestionParts(stepsOf(() => wantedInstead(facts, click))),
    }),
  ];
};

/** Two operations that one reason forbids, with no word of the trainee's between them, are one slip (RULES M216). */
const isSameSlip = ({ conversation, caseFacts }: ConversationFacts, click: Click, other: Click): boolean => {
  if (click.forbidden === null || other.forbidden === null) return false;
  const { forbids } = caseFacts.scenario;
  const reason = forbids[click.forbidden]?.because;
  const [from, to] = [Math.min(click.index, other.index), Math.max(click.index, other.index)];
  return (
    reason !== undefined &&
    reason !== '' &&
    forbids[other.forbidden]?.because === reason &&
    !conversation.traineeMessages.some(({ index }) => from < index && index < to)
  );
};

const isRefundBefore =
  ({ index }: Click) =>
  ({ deed, index: at }: ConversationFacts['conversation']['customerDeeds'][number]): boolean =>
    at < index && deed.deed === 'open-refund';

/** The case's needs that this operation may meet. */
const needsOf = ({ caseFacts: { scenario } }: ConversationFacts, click: Click): Need[] =>
  [...scenario.beats.flatMap((beat) => beat.needs), ...scenario.duties].filter((need) => need.do === click.action);

/** Whether all that should have come before the click is to ask for facts that the trainee knew already. */
const areOnlyKnownFactsMissing = (
  facts: ConversationFacts,
  click: Click,
  prerequisites: readonly Condition[],
): boolean => {
  const unmetConditions = prerequisites.filter((condition) => !isMet(facts, condition, click.index));
  return (
    unmetConditions.length > 0 &&
    unmetConditions.every((condition) => 'ask' in condition && isKnown(facts, condition.ask, click.at))
  );
};

/**
 * Whether the customer had been offered the operation and agreed, where nothing but words should have come before it
 * (RULES T117). What must be seen or asked for isn't made good by a yes.
 */
const isAgreedTo = (facts: ConversationFacts, click: Click, prerequisites: readonly Condition[]): boolean => {
  const unmetConditions = prerequisites.filter((condition) => !isMet(facts, condition, click.index));
  return (
    unmetConditions.length > 0 &&
    unmetConditions.every((condition) => 'point' in condition) &&
    wasAgreedTo(facts, click)
  );
};

/** Whether a customer who has lodged a complaint is reported upwards, for which nothing need be shown or asked first (RULES M232). */
const reportsComplaint = ({ conversation }: ConversationFacts, click: Click): boolean =>
  click.action.startsWith('escalate-') &&
  conversation.customerDeeds.some(({ deed, index }) => index < click.index && deed.deed === 'open-complaint');

const unverifiedClick = (facts: ConversationFacts, click: Click, prerequisites: readonly Condition[]): FindingDraft => {
  const need = { do: click.action, with: {}, note: null };
  const hasStepsDue = stepsDue(facts, prerequisites, click.index).length > 0;
  const steps = hasStepsDue
    ? stepsOf(() => stepsLine(stepsDue(facts, prerequisites, click.index), need, facts.caseFacts))
    : null;
  return draftFinding({ ...clickStart(facts, click), code: 'unverified-action', ...suggestionParts(steps) });
};

const hasAmount = (need: Need): boolean => typeof need.with.amount === 'number';

/** `rightNeed`: the need with the amount that was wanted, where the case has one. */
const wrongAmountClick = (facts: ConversationFacts, click: Click, rightNeed: Need | null): FindingDraft => {
  const { caseFacts } = facts;
  const wantedAmount = rightNeed?.with.amount;
  return draftFinding({
    ...clickStart(facts, click),
    code: 'wrong-amount',
    because: typeof wantedAmount === 'number' ? say('findings:operation.amount', { amount: yuan(wantedAmount) }) : '',
    citation: citationOf(caseFacts, rightNeed && policyOfAmount(facts, rightNeed)),
    ...suggestionParts(rightNeed && stepsOf(() => actionLine(rightNeed, caseFacts))),
  });
};

/** The card behind an amount: the one its beat's question cites. */
const policyOfAmount = ({ caseFacts }: ConversationFacts, need: Need): string | null => {
  const beat = caseFacts.scenario.beats.find(({ needs }) => needs.includes(need));
  return beat?.asks[0]?.points[0]?.policy ?? null;
};

/**
 * Steps that an operation waits for and that weren't done by `index`: things to ask, look up or say, in words fit for
 * that moment.
 */
export const stepsDue = (facts: ConversationFacts, prerequisites: readonly Condition[], index: number): string[] => {
  const { caseFacts } = facts;
  return prerequisites.flatMap((condition) => {
    if (isMet(facts, condition, index)) return [];
    if (!('point' in condition)) return [conditionLine(condition, caseFacts)];
    // A question that nobody has asked yet can't be answered: the customer's open question comes first.
    const question = caseFacts.point(condition.point)?.question ?? null;
    const [openQuestion] = openAt(facts, index);
    const model = modelAt(facts, openQuestion ?? question, index);
    return openQuestion?.id === question?.id || model === null
      ? [conditionLine(condition, caseFacts)]
      : [say('suggestions:step.first.ask', { words: model })];
  });
};

/** Why an author forbids it. */
export const authorsReason = (text: string | undefined): string =>
  text ? say('findings:case-says', { text: /[。！？]$/.test(text) ? text : `${text}。` }) : '';

const beatAt = ({ conversation }: ConversationFacts, click: Click): string | null =>
  conversation.beats.findLast(({ index }) => index < click.index)?.beat ?? null;

/** What the case wants done instead, at the time. */
const wantedInstead = (facts: ConversationFacts, click: Click): string => {
  const { conversation, caseFacts } = facts;
  const question = caseFacts.beat(beatAt(facts, click))?.asks[0] ?? null;
  return insteadOfForbidden(conversation, caseFacts, click, modelAt(facts, question, click.index));
};
