/**
 * A trainee who says nothing any more while the customer goes on speaking: the bursts after the trainee's last word or
 * deed that waited for an answer (RULES M12). A customer who leaves because of it is another finding (customer-left).
 */
import type { WindowKind } from '#engine/model/content.ts';
import { saysLeave } from '#language/windows/closings.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import { BEFORE_LOG, type BeatHistory, type ConversationHistory } from '#scoring/log/conversation-history.ts';

/** The window confirm-order is a question of the customer's, though the case has it as a window. */
const WINDOWS_THAT_ASK: readonly WindowKind[] = ['confirm-order'];
/** So many windows in a row passed without a word are no oversight. */
const MIN_WINDOWS_PASSED = 2;

/** Beats entered after the trainee's last word or deed that waited for words; none where no customer was left waiting. */
export const leftWaiting = (conversation: ConversationHistory, caseFacts: CaseFacts): BeatHistory[] => {
  if (conversation.endings.length === 0 || conversation.endings.at(-1)?.silent) return [];
  const lastIndex = Math.max(
    conversation.traineeMessages.at(-1)?.index ?? BEFORE_LOG,
    conversation.clicks.at(-1)?.index ?? BEFORE_LOG,
  );
  // A trainee who said goodbye to the customer's content has left them only where they ask something new, not where a
  // window passes.
  const hasParted = hasTakenLeave(conversation);
  const waitingBeats = conversation.beats.filter((entry) => {
    const beat = caseFacts.beat(entry.beat);
    if (entry.index < lastIndex || !beat || beat.says === null) return false;
    return beat.asks.some(({ waits }) => waits) || (beat.window !== null && beat.window.kind !== 'goodbye');
  });
  const hasAsked = waitingBeats.some((entry) => {
    const beat = caseFacts.beat(entry.beat);
    return (
      beat?.asks.some(({ waits }) => waits) ||
      (!hasParted && beat?.window && WINDOWS_THAT_ASK.includes(beat.window.kind))
    );
  });
  return hasAsked || (!hasParted && waitingBeats.length >= MIN_WINDOWS_PASSED) ? waitingBeats : [];
};

/**
 * Whether the trainee said goodbye after the customer's last question that waited, even if it wasn't their last turn.
 * Words at the end of an answer (问好再拆) belong to the answer and are no goodbye.
 */
const hasTakenLeave = (conversation: ConversationHistory): boolean => {
  const lastSpokenIndex = conversation.turns.findLast(({ judgement }) => judgement.text !== '')?.index ?? BEFORE_LOG;
  const lastAskedIndex = Math.max(
    -1,
    ...conversation.questions
      .filter(({ openedIndex }) => openedIndex < lastSpokenIndex)
      .map(({ openedIndex }) => openedIndex),
  );
  return conversation.turns.some(
    (turn) =>
      turn.index > lastAskedIndex &&
      saysLeave(turn.judgement) &&
      turn.judgement.points.every(({ state }) => state !== 'covered'),
  );
};
