/** The parts of a draft that all merits share. */
import type { Quote } from '#engine/model/events.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft } from '#scoring/facts/draft.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, customerBefore, messageText } from '#scoring/log/phrasing.ts';

export const meritOfTurn = (
  seen: ConversationFacts,
  turn: TurnHistory,
  code: FindingCode,
  quoteAt: Draft['quoteAt'],
  because = '',
  parts: Draft['parts'] = {},
): Draft =>
  draft({
    code,
    at: turn.judgement.firstAt,
    conversation: seen.conversation.key,
    turn: turn.judgement.turn,
    quoteAt,
    customer: customerBefore(seen.conversation, seen.facts, firstIndex(seen.conversation, turn)),
    because,
    parts,
  });

/** Place in the log of the first thing said or done in a turn. */
export const firstIndex = (c: ConversationHistory, { judgement, index }: TurnHistory): number =>
  Math.min(
    index,
    ...[...c.spoke, ...c.acted].filter((one) => judgement.messages.includes(one.id)).map((one) => one.index),
  );

/** The customer's own lines since the trainee spoke last. */
export function linesBefore({ conversation: c }: ConversationFacts, turn: TurnHistory): string[] {
  const until = firstIndex(c, turn);
  const last = c.said.findLast((s) => s.index < until);
  const reply = c.spoke.findLast((s) => s.index < (last?.index ?? 0))?.index ?? -1;
  return c.said.flatMap((s) => (s.index > reply && s.index < until && s.bubble.kind === 'text' ? [s.bubble.text] : []));
}

/** Whether the customer asked or doubted since the trainee's turn before: then the words were owed. */
export function wasPressed({ conversation: c }: ConversationFacts, turn: TurnHistory): boolean {
  const until = firstIndex(c, turn);
  const before = c.turns.findLast((t) => t.index < turn.index);
  const since = before ? firstIndex(c, before) : -1;
  // A customer who came back for it presses by coming.
  if (c.arrivals.some((a) => a.visit > 1 && a.index > since && a.index < until)) return true;
  return c.said.some(
    (s) => s.index > since && s.index < until && s.bubble.kind === 'text' && asksSomething(s.bubble.text),
  );
}

/** From the first of several places to the end of the last; null where they stand in several messages. */
export function spanOf(quotes: readonly Quote[]): Quote | null {
  const [first] = quotes;
  if (!first || quotes.some((q) => q.message !== first.message)) return null;
  return {
    message: first.message,
    start: Math.min(...quotes.map((q) => q.start)),
    end: Math.max(...quotes.map((q) => q.end)),
  };
}

/** Whether a message went out as the quick reply it came from: nothing of it is the trainee's own. */
export const isUneditedQuickReply = ({ judgement }: TurnHistory, message: string | undefined): boolean =>
  judgement.canned.some((n) => n.message === message && n.edited === 0);

/** Words of a place in a message; '' where there are none. */
export const quoteText = (c: ConversationHistory, { message, start, end }: Quote): string =>
  messageText(c, message)?.slice(start, end) ?? '';

/** Whether words of the trainee ask something, with or without a mark. */
export const isAsking = (words: string): boolean => readText(normalise(words).text).clauses.some((one) => one.question);
