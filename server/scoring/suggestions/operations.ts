/** Better ways to act: what to click with what in it, what comes before it, and what is said while doing it. */
import type { Condition, Need, With } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { titleOfAction, titleOfDeed, titleOfField } from '#scoring/facts/trade-texts.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { yuan } from '#scoring/log/phrasing.ts';

type Deed = Pick<Need, 'do' | 'with'>;

function shownValue(facts: CaseFacts, action: string | null, name: string, value: string | number): string {
  const field = facts.action(action ?? '')?.fields.find((f) => f.name === name);
  if (field?.kind === 'money' && typeof value === 'number') return yuan(value);
  if (field?.kind === 'order') return facts.scenario.orders.find((o) => o.id === value)?.no ?? String(value);
  return field?.kind === 'product' ? (facts.product(String(value))?.name ?? String(value)) : String(value);
}

/** A button, with what in it, and what its note should hold: 「部分退款」，金额「¥59.00」. */
export function clicked(need: Deed & Pick<Need, 'note'>, facts: CaseFacts): string {
  const action = facts.action(need.do ?? '');
  const fields = Object.entries(need.with).map(([name, value]) => {
    const field = action?.fields.find((f) => f.name === name);
    return say('suggestions:step.field', {
      name: field === undefined ? name : titleOfField(field),
      value: shownValue(facts, need.do, name, value),
    });
  });
  const note = need.note ? [say('suggestions:step.note', { note: need.note })] : [];
  // A need that names no action is none to click.
  const title = say('suggestions:step.title', { title: action === null ? String(need.do) : titleOfAction(action) });
  return [title, ...fields, ...note].reduce((one, other) => say('suggestions:step.list', { one, other }));
}

/** What to click, as a sentence of its own. */
export const actionLine = (need: Deed & Pick<Need, 'note'>, facts: CaseFacts): string =>
  say('suggestions:step.click', { what: clicked(need, facts) });

/** What comes before a click, one after the other, and the click. `first`: of `conditionLine`. */
export const stepsLine = (first: readonly string[], need: Deed & Pick<Need, 'note'>, facts: CaseFacts): string =>
  first.length === 0
    ? actionLine(need, facts)
    : say('suggestions:step.then', { first: oneByOne(first), what: clicked(need, facts) });

const oneByOne = (steps: readonly string[]): string =>
  steps.reduce((one, other) => say('suggestions:step.firsts', { one, other }));

const DOING = '这个我现在就办，半分钟内回您';

/** What the customer is told while it is done: 我这就给您改成L. */
export function doingLine(need: Deed, facts: CaseFacts): string {
  const doing = facts.action(need.do ?? '')?.doing;
  if (!doing) return DOING;
  const line = doing.replace(/\{([a-z-]+)\}/g, (slot, name: string) => {
    const value = need.with[name];
    return value === undefined ? slot : shownValue(facts, need.do, name, value);
  });
  return line.includes('{') ? DOING : line;
}

/** Whether a fact was known by `index`: the customer came with it, or told it here. */
const isTold = ({ c, facts }: { c: ConversationHistory; facts: CaseFacts }, fact: string, index: number): boolean =>
  facts.scenario.customer.said.includes(fact) || c.facts.some((f) => f.fact === fact && f.index < index);

/** Whether what has to come before an operation had come by `index`. */
export function isMet(of: { c: ConversationHistory; facts: CaseFacts }, condition: Condition, index: number): boolean {
  const { c } = of;
  if ('ask' in condition) return isTold(of, condition.ask, index);
  if ('do' in condition) return c.acted.some((a) => a.action === condition.do && a.index < index);
  const said = c.turns.flatMap((t) => (t.index < index ? t.judgement.points : []));
  return said.some((n) => n.point === condition.point && n.state === 'covered');
}

/** What should have come first, in words where it is a question. */
export function conditionLine(condition: Condition, facts: CaseFacts): string {
  if ('ask' in condition) {
    const fact = facts.scenario.customer.knows.find((f) => f.id === condition.ask);
    return say('suggestions:step.first.ask', { words: fact?.model ?? fact?.cues[0] ?? condition.ask });
  }
  if ('do' in condition) return say('suggestions:step.first.click', { title: titleOfDeed(facts, condition.do) });
  // The point alone may be half a sentence: the author's own answer holds it.
  const found = facts.point(condition.point);
  return say('suggestions:step.first.tell', {
    words: found?.question?.model ?? found?.point.says ?? condition.point,
  });
}

/**
 * What to do instead of a deed that was forbidden: the one this beat waits for, else the first of its kind the case
 * wants at all, after what has to be known for it and isn't yet. `words`: what stands in for it where there is none.
 */
export function insteadOf(
  c: ConversationHistory,
  facts: CaseFacts,
  deed: { action: string; with: With; index: number },
  words: string | null,
): string {
  const group = facts.action(deed.action)?.group;
  // The same operation on the order it was meant for is another deed.
  const wanted = (need: Need): boolean =>
    need.do !== null &&
    (need.do !== deed.action || Object.entries(need.with).some(([name, value]) => deed.with[name] !== value));
  const here = facts.beat(c.beats.findLast((b) => b.index < deed.index)?.beat ?? null)?.needs.find(wanted);
  const need =
    here ??
    facts.scenario.beats
      .flatMap((b) => b.needs)
      .find((one) => wanted(one) && facts.action(one.do ?? '')?.group === group);
  const same = need?.do === deed.action;
  const title = titleOfDeed(facts, deed.action);
  if (!need)
    return words === null
      ? say('suggestions:step.not.only', { title })
      : say('suggestions:step.not.say', { title, words });
  const first = need.after
    .filter((one) => !isMet({ c, facts }, one, deed.index))
    .map((one) => conditionLine(one, facts));
  // To name it as what not to click would forbid the right one too.
  if (same) return stepsLine(first, need, facts);
  const what = clicked(need, facts);
  return first.length === 0
    ? say('suggestions:step.not.click', { title, what })
    : say('suggestions:step.not.then', { title, first: oneByOne(first), what });
}
