/**
 * Better ways to act: what to click and what to fill in, what comes before the click, and what to tell the customer
 * meanwhile.
 */
import type { ActionValues, Condition, Need } from '#engine/model/content.ts';
import { isOvernight } from '#engine/model/overnight.ts';
import { storyAt } from '#engine/model/story-time.ts';
import { say } from '#i18n/say.ts';
import { titleOfAction, titleOfChoice, titleOfDeed, titleOfField } from '#scoring/facts/trade-texts.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { yuan } from '#scoring/log/phrasing.ts';

type Deed = Pick<Need, 'do' | 'with'>;

const shownValue = (caseFacts: CaseFacts, action: string | null, name: string, value: string | number): string => {
  const field = caseFacts.action(action)?.fields.find((field) => field.name === name);
  if (field?.kind === 'money' && typeof value === 'number') return yuan(value);
  if (field?.kind === 'order')
    return caseFacts.scenario.orders.find((order) => order.id === value)?.no ?? String(value);
  if (field?.kind === 'coupon')
    return caseFacts.shop.coupons.find((coupon) => coupon.id === value)?.name ?? String(value);
  const choice = field?.choices.find((choice) => choice.value === value);
  if (choice !== undefined) return titleOfChoice(choice);
  return field?.kind === 'product' ? (caseFacts.product(String(value))?.name ?? String(value)) : String(value);
};

/** An operation with its fields and the words of its note: 「部分退款」，金额「¥59.00」. */
export const operationText = (need: Deed & Pick<Need, 'note'>, caseFacts: CaseFacts): string => {
  const action = caseFacts.action(need.do);
  const fields = Object.entries(need.with).map(([name, value]) => {
    const field = action?.fields.find((field) => field.name === name);
    return say('suggestions:step.field', {
      name: field === undefined ? name : titleOfField(field),
      value: shownValue(caseFacts, need.do, name, value),
    });
  });
  const note = need.note ? [say('suggestions:step.note', { note: need.note })] : [];
  // Only needs with an operation come here: the id stands in for an unknown operation.
  const title = say('suggestions:step.title', { title: action === null ? String(need.do) : titleOfAction(action) });
  return [title, ...fields, ...note].reduce((first, other) => say('suggestions:step.list', { one: first, other }));
};

/** What to click, as a sentence of its own. */
export const actionLine = (need: Deed & Pick<Need, 'note'>, caseFacts: CaseFacts): string =>
  say('suggestions:step.click', { what: operationText(need, caseFacts) });

/** The steps before a click in their order, and the click. `first`: lines of `conditionLine`. */
export const stepsLine = (first: readonly string[], need: Deed & Pick<Need, 'note'>, caseFacts: CaseFacts): string =>
  first.length === 0
    ? actionLine(need, caseFacts)
    : say('suggestions:step.then', { first: oneByOne(first), what: operationText(need, caseFacts) });

const oneByOne = (steps: readonly string[]): string =>
  steps.reduce((first, other) => say('suggestions:step.firsts', { one: first, other }));

const GENERIC_DOING = '这个我现在就办，半分钟内回您';

/** By the clock the customer came at: a suggestion is a sentence for this case, not for this minute. */
const doingWords = (operation: string | null, { action, scenario, shop }: CaseFacts): string | null => {
  const spec = action(operation);
  if (!spec?.overnight) return spec?.doing ?? null;
  return isOvernight(spec, shop, storyAt(scenario, 0, 0).minute) ? spec.overnight.doing : (spec.doing ?? null);
};

/** What the customer is told while an operation is done: 我这就给您改成L. */
export const doingLine = (need: Deed, caseFacts: CaseFacts): string => {
  const doing = doingWords(need.do, caseFacts);
  if (!doing) return GENERIC_DOING;
  const line = doing.replace(/\{([a-z-]+)\}/g, (slot, name: string) => {
    const value = need.with[name];
    return value === undefined ? slot : shownValue(caseFacts, need.do, name, value);
  });
  return line.includes('{') ? GENERIC_DOING : line;
};

/** Whether a fact was known by `index`: the customer came with it, or told it here. */
const isFactKnown = (
  { conversation, caseFacts }: { conversation: ConversationHistory; caseFacts: CaseFacts },
  fact: string,
  index: number,
): boolean =>
  caseFacts.scenario.customer.said.includes(fact) ||
  conversation.factsTold.some((other) => other.fact === fact && other.index < index);

/** Whether a condition of an operation was met by `index`. */
export const isMet = (
  drill: { conversation: ConversationHistory; caseFacts: CaseFacts },
  condition: Condition,
  index: number,
): boolean => {
  const { conversation } = drill;
  if ('ask' in condition) return isFactKnown(drill, condition.ask, index);
  if ('do' in condition)
    return conversation.clicks.some((click) => click.action === condition.do && click.index < index);
  const notesBefore = conversation.turns.flatMap((turn) => (turn.index < index ? turn.judgement.points : []));
  return notesBefore.some((note) => note.point === condition.point && note.state === 'covered');
};

/** A condition as a step: the words to ask or tell, or the operation to click. */
export const conditionLine = (condition: Condition, caseFacts: CaseFacts): string => {
  if ('ask' in condition) {
    const fact = caseFacts.scenario.customer.knows.find((fact) => fact.id === condition.ask);
    return say('suggestions:step.first.ask', { words: fact?.model ?? fact?.cues[0] ?? condition.ask });
  }
  if ('do' in condition) return say('suggestions:step.first.click', { title: titleOfDeed(caseFacts, condition.do) });
  // The point alone may be half a sentence, so the author's own answer is taken.
  const foundPoint = caseFacts.point(condition.point);
  return say('suggestions:step.first.tell', {
    words: foundPoint?.question?.model ?? foundPoint?.point.says ?? condition.point,
  });
};

/**
 * What to do instead of a forbidden operation: the one that this beat needs, else the first of the same group that the
 * case needs anywhere, after its own conditions not yet met. `words`: what to say where there is no such operation.
 */
export const insteadOfForbidden = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  deed: { action: string; with: ActionValues; index: number },
  wordsInstead: string | null,
): string => {
  const group = caseFacts.action(deed.action)?.group;
  // The same operation with the right values (another order, say) may be what is wanted.
  const isWanted = (need: Need): boolean =>
    need.do !== null &&
    (need.do !== deed.action || Object.entries(need.with).some(([name, value]) => deed.with[name] !== value));
  const neededInBeat = caseFacts
    .beat(conversation.beats.findLast((beat) => beat.index < deed.index)?.beat ?? null)
    ?.needs.find(isWanted);
  const need =
    neededInBeat ??
    caseFacts.scenario.beats
      .flatMap((beat) => beat.needs)
      .find((need) => isWanted(need) && caseFacts.action(need.do)?.group === group);
  const isSameAction = need?.do === deed.action;
  const title = titleOfDeed(caseFacts, deed.action);
  if (!need)
    return wordsInstead === null
      ? say('suggestions:step.not.only', { title })
      : say('suggestions:step.not.say', { title, words: wordsInstead });
  const firstSteps = need.after
    .filter((condition) => !isMet({ conversation, caseFacts }, condition, deed.index))
    .map((condition) => conditionLine(condition, caseFacts));
  // The line leaves out "not this one": it has the name of the right operation too.
  if (isSameAction) return stepsLine(firstSteps, need, caseFacts);
  const operation = operationText(need, caseFacts);
  return firstSteps.length === 0
    ? say('suggestions:step.not.click', { title, what: operation })
    : say('suggestions:step.not.then', { title, first: oneByOne(firstSteps), what: operation });
};
