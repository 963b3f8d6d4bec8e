/** The words of a note as they are true of this drill: what the customer never told stands in none of its clauses (RULES M149). */
import type { Need } from '#engine/model/content.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { bubbleText } from '#scoring/log/phrasing.ts';

const BREAK = /(?<=[，,；;。])/;
const END = /[，,；;。\s]+$/;

/** Days by name stand in anything: they name no fact. */
const DAY = /^[昨今明后前][天日晚早]$/;

/** Pairs of neighbouring characters: 培训 is one, and so is 6日 of 16日. */
const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)).filter(
    (pair) => /^[\p{Script=Han}\d]{2}$/u.test(pair) && !DAY.test(pair),
  );

/**
 * `need` with a note that tells what the log has. A clause goes where it has a pair of characters of a fact that was neither told
 * here nor known before, and that nobody said, no order shows and no point of the case tells.
 */
export const withToldNote = <T extends Pick<Need, 'note'>>(
  { conversation, caseFacts }: ConversationFacts,
  need: T,
): T => {
  const note = need.note ?? null;
  if (note === null) return need;
  const { scenario } = caseFacts;
  const told = new Set([...scenario.customer.said, ...conversation.factsTold.map(({ fact }) => fact)]);
  const textOf = (bubbles: readonly Parameters<typeof bubbleText>[0][]): string[] =>
    bubbles.map((bubble) => bubbleText(bubble, caseFacts));
  const untold = scenario.customer.knows.filter(({ id }) => !told.has(id)).flatMap(({ says }) => textOf(says));
  const points = scenario.beats.flatMap((beat) => [
    ...beat.points,
    ...beat.asks.flatMap((question) => question.points),
  ]);
  const known = new Set(
    [
      ...textOf(conversation.customerMessages.map(({ bubble }) => bubble)),
      ...conversation.traineeMessages.map(({ text }) => text),
      ...scenario.before.flatMap((before) => (before.by === 'customer' ? textOf(before.says) : [])),
      ...scenario.customer.knows.filter(({ id }) => told.has(id)).flatMap(({ says }) => textOf(says)),
      ...points.map(({ says }) => says),
      ...caseFacts.shop.products.map(({ name }) => name),
      JSON.stringify(scenario.orders),
    ].flatMap(pairsOf),
  );
  const unknown = new Set(untold.flatMap(pairsOf).filter((pair) => !known.has(pair)));
  const clauses = note.split(BREAK).filter((clause) => !pairsOf(clause).some((pair) => unknown.has(pair)));
  const rest = clauses.join('').replace(END, '');
  return { ...need, note: rest === '' ? null : rest };
};
