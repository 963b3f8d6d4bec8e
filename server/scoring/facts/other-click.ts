/** The same operation, clicked for another thing or another sum than a need names (RULES M21). */
import { hasAllValues } from '#engine/model/action-values.ts';
import type { Need } from '#engine/model/content.ts';
import type { EventOf } from '#engine/model/events.ts';
import type { Placed } from '#scoring/log/conversation-history.ts';
import type { ConversationFacts } from './conversation-facts.ts';

type Deed = Placed<EventOf<'action-done'>>;

/**
 * A click of the need's operation with another value, which meets no other need of the beats entered and has no fault
 * of its own.
 */
export const otherClick = (
  { conversation, caseFacts }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  need: Need,
): Deed | null => {
  const enteredNeeds = caseFacts.scenario.beats
    .filter(({ id }) => conversation.beats.some((history) => history.beat === id))
    .flatMap(({ needs }) => needs);
  const fields = caseFacts.action(need.do)?.fields ?? [];
  const meets = ({ with: wanted }: Need, { with: given }: Deed): boolean => hasAllValues(wanted, given, { fields });
  const needsOfOperation = [...enteredNeeds, ...caseFacts.scenario.duties].filter((other) => other.do === need.do);
  const deed = conversation.clicks.find(
    (click) =>
      click.action === need.do &&
      click.forbidden === null &&
      !click.unverified &&
      !click.wrongAmount &&
      !needsOfOperation.some((other) => meets(other, click)),
  );
  return deed ?? null;
};

/**
 * The click that was to meet a need of money and missed it by its sum: the deed was done, so that it isn't missing too
 * (RULES M7, T98).
 */
export const wrongSumClick = ({ conversation }: Pick<ConversationFacts, 'conversation'>, need: Need): Deed | null => {
  const isWrongSum = ({ action, wrongAmount, with: given }: Deed): boolean =>
    action === need.do &&
    wrongAmount &&
    need.with.amount !== undefined &&
    Object.entries(need.with).every(([name, value]) => name === 'amount' || String(given[name]) === String(value));
  return conversation.clicks.findLast(isWrongSum) ?? null;
};

/**
 * Whether such a click is a doubt: the log can't tell whether another thing serves as well. Another sum, and an address
 * without what the customer gave of theirs, are surely wrong.
 */
export const isDoubtfulClick = (facts: Pick<ConversationFacts, 'conversation' | 'caseFacts'>, need: Need): boolean => {
  const click = need.do === null ? null : otherClick(facts, need);
  if (click === null || need.with.address !== undefined) return false;
  return click.with.amount === undefined || need.with.amount === undefined;
};
