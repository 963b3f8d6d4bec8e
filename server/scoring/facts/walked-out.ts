/**
 * A trainee who says nothing any more while the customer still speaks to them: the customer's bursts after the last word
 * or deed that waited for one (RULES M12). Who left because of it is another finding (customer-left).
 */
import type { WindowKind } from '#engine/model/content.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { BeatHistory, ConversationHistory } from '#scoring/log/conversation-history.ts';
import { saysLeave } from './window-evidence.ts';

/** A thing the customer wants confirmed is a question, whatever the case calls it. */
const ASKS: readonly WindowKind[] = ['confirm-order'];
/** So many chances in a row let go without a word are no oversight. */
const LET_GO = 2;

/** Beats entered after the trainee's last word or deed that waited for a word; empty where nobody was left standing. */
export function leftWaiting(c: ConversationHistory, facts: CaseFacts): BeatHistory[] {
  if (c.endings.length === 0 || c.endings.at(-1)?.silent) return [];
  const last = Math.max(-1, c.spoke.at(-1)?.index ?? -1, c.acted.at(-1)?.index ?? -1);
  // Whoever took leave and was let go is met by what the customer asks of them anew, not by what they pass.
  const parted = tookLeave(c);
  const waiting = c.beats.filter((b) => {
    const beat = facts.beat(b.beat);
    if (b.index < last || !beat || beat.says === null) return false;
    return beat.asks.some((q) => q.waits) || (beat.window !== null && beat.window.kind !== 'goodbye');
  });
  const asked = waiting.some((b) => {
    const beat = facts.beat(b.beat);
    return beat?.asks.some((q) => q.waits) || (!parted && beat?.window && ASKS.includes(beat.window.kind));
  });
  return asked || (!parted && waiting.length >= LET_GO) ? waiting : [];
}

/**
 * Whether the trainee took leave after the customer's last question that waited, be it a turn before their last. Words at
 * the end of an answer (问好再拆) are part of it and no leave.
 */
function tookLeave(c: ConversationHistory): boolean {
  const spoken = c.turns.findLast((t) => t.judgement.text !== '')?.index ?? -1;
  const asked = Math.max(-1, ...c.questions.filter((q) => q.openedIndex < spoken).map((q) => q.openedIndex));
  return c.turns.some((t) => t.index > asked && saysLeave(t) && t.judgement.points.every((n) => n.state !== 'covered'));
}
