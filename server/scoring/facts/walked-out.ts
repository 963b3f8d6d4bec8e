/**
 * A trainee who says nothing any more while the customer goes on speaking: the bursts after the trainee's last word or
 * deed that waited for an answer (RULES M12). A customer who leaves because of it is another finding (customer-left).
 */
import type { WindowKind } from '#engine/model/content.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import { BEFORE_LOG, type BeatHistory, type ConversationHistory } from '#scoring/log/conversation-history.ts';
import { saysLeave } from './window-evidence.ts';

/** The window confirm-order is a question of the customer's, though the case has it as a window. */
const ASKS: readonly WindowKind[] = ['confirm-order'];
/** So many windows in a row passed without a word are no oversight. */
const LET_GO = 2;

/** Beats entered after the trainee's last word or deed that waited for words; none where no customer was left waiting. */
export function leftWaiting(conversation: ConversationHistory, caseFacts: CaseFacts): BeatHistory[] {
  if (conversation.endings.length === 0 || conversation.endings.at(-1)?.silent) return [];
  const last = Math.max(conversation.spoke.at(-1)?.index ?? BEFORE_LOG, conversation.acted.at(-1)?.index ?? BEFORE_LOG);
  // A trainee who said goodbye to the customer's content has left them only where they ask something new, not where a
  // window passes.
  const hasParted = hasTakenLeave(conversation);
  const waiting = conversation.beats.filter((entered) => {
    const beat = caseFacts.beat(entered.beat);
    if (entered.index < last || !beat || beat.says === null) return false;
    return beat.asks.some(({ waits }) => waits) || (beat.window !== null && beat.window.kind !== 'goodbye');
  });
  const asked = waiting.some((entered) => {
    const beat = caseFacts.beat(entered.beat);
    return beat?.asks.some(({ waits }) => waits) || (!hasParted && beat?.window && ASKS.includes(beat.window.kind));
  });
  return asked || (!hasParted && waiting.length >= LET_GO) ? waiting : [];
}

/**
 * Whether the trainee said goodbye after the customer's last question that waited, even if it wasn't their last turn.
 * Words at the end of an answer (问好再拆) belong to the answer and are no goodbye.
 */
function hasTakenLeave(conversation: ConversationHistory): boolean {
  const spoken = conversation.turns.findLast(({ judgement }) => judgement.text !== '')?.index ?? BEFORE_LOG;
  const asked = Math.max(
    -1,
    ...conversation.questions.filter(({ openedIndex }) => openedIndex < spoken).map(({ openedIndex }) => openedIndex),
  );
  return conversation.turns.some(
    (turn) => turn.index > asked && saysLeave(turn) && turn.judgement.points.every(({ state }) => state !== 'covered'),
  );
}
