/** Facts that only a record shows which the trainee has to open: nobody can be advised to tell them before (RULES M206). */
import type { Question } from '#engine/model/content.ts';
import { valuesInAuthored } from '#engine/prepare/authored-texts.ts';
import { texts, wordingsOf } from '#engine/prepare/known-figure-sources.ts';
import type { Value } from '#language/reading/value.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/** Kinds of figures that a record of an order tells: 20:47 自动关闭, 10号揽收. */
const TOLD_BY_RECORDS: readonly Value['kind'][] = ['clock', 'date'];
const RECORDS = [
  { action: 'check-order', of: 'inside' },
  { action: 'check-logistics', of: 'tracking' },
] as const;

const keysOf = (written: readonly (string | null)[]): Set<string> =>
  new Set(
    written
      .flatMap((text) => (text === null ? [] : valuesInAuthored(text)))
      .filter(({ kind }) => TOLD_BY_RECORDS.includes(kind))
      .map(({ kind, quantity }) => `${kind} ${quantity}`),
  );

/**
 * The operation by which a figure that `question` asks for is found, where no card, order panel or word of the customer
 * shows it and it wasn't clicked before place `index` of the log; null where nothing has to be opened.
 */
export const recordToOpen = (
  { conversation, caseFacts }: ConversationFacts,
  question: Question,
  index: number,
): string | null => {
  const { scenario, shop, action } = caseFacts;
  const owed = keysOf(question.points.filter(({ must }) => must).flatMap((point) => wordingsOf(point)));
  if (owed.size === 0) return null;
  const shown = keysOf([
    ...shop.policies.map(({ text }) => text),
    ...scenario.orders.flatMap(({ placed, paidOn, shippedOn, signedOn }) => [placed, paidOn, shippedOn, signedOn]),
    ...scenario.before.flatMap(({ says }) => texts(says)),
    ...scenario.beats.flatMap(({ says }) => texts(says)),
  ]);
  const record = RECORDS.find(({ action: id, of }) => {
    if (action(id) === null || conversation.clicks.some((click) => click.action === id && click.index < index))
      return false;
    const told = keysOf(scenario.orders.flatMap((order) => (order[of] ?? []).map(({ note }) => note)));
    return [...owed].some((key) => told.has(key) && !shown.has(key));
  });
  return record?.action ?? null;
};
