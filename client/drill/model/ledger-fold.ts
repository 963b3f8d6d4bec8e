/** What becomes of the ledger 台账: the part of the fold that practice alone has. */
import { type ConversationView, type EventOf, isSettled, type LedgerEntry } from './drill-view.ts';

/** A question has another state. */
export const afterLedgerChange = (
  conversation: ConversationView,
  event: EventOf<'question-changed'>,
): ConversationView => {
  const oldEntry = conversation.ledger.find((old) => old.question === event.question);
  // What was answered stays so, with its seconds: a later turn that touches it again takes nothing back (RULES M135).
  if (oldEntry?.state === 'answered') return conversation;
  // When the drill ends, the server settles open questions as unanswered. The wait ended earlier, when the story did:
  // keep that time.
  const earlierSettledAt = oldEntry === undefined || isSettled(oldEntry.state) ? null : oldEntry.settledAt;
  const entry: LedgerEntry = {
    question: event.question,
    text: event.text,
    state: event.state,
    openedAt: event.openedAt,
    settledAt: earlierSettledAt ?? (isSettled(event.state) ? event.at : null),
    seconds: event.seconds,
  };
  const ledger = oldEntry
    ? conversation.ledger.map((old) => (old.question === event.question ? entry : old))
    : [...conversation.ledger, entry];
  return { ...conversation, ledger };
};

/** When the story is over, nobody waits for an answer. Questions still wrong or vague keep that state, and their seconds stop. */
export const withLedgerStopped = (conversation: ConversationView, at: number): ConversationView => ({
  ...conversation,
  ledger: conversation.ledger.map((entry) => ({ ...entry, settledAt: entry.settledAt ?? at })),
});
