/**
 * The road that a good drill takes through this customer's story: its beats in order, and those never reached. Beats
 * ahead are offered whoever ends the conversation (RULES M12). Where somebody else ends the drill, those not due yet
 * are left out (RULES C5).
 */
import type { Beat, Outcome } from '#engine/model/content.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { BeatHistory, ConversationHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { leftWaiting } from './walked-out.ts';

/** How a conversation came to stop short of its road's end. */
export type EndedBy = 'customer-left' | 'trainee' | 'outside';

export type StoryPath = {
  /** In the order a good trainee meets them. */
  beats: readonly Beat[];
  /** The beats never entered; none where `cut` is null. */
  ahead: readonly Beat[];
  /** Null where the story came to its end, or a fork owes only its turn (RULES N7). */
  cut: EndedBy | null;
};

/** Longer than any road through a case. */
const LONGEST_ROAD = 60;

/** Ways out of a beat that a good trainee's words lead to. */
const LED_ON: readonly NonNullable<BeatHistory['left']>['how'][] = ['resolved', 'taken', 'leads', 'passed'];

/** How much an outcome loses: nothing, the order, the customer. */
const LOSES: Readonly<Record<Outcome, number>> = { paid: 0, kept: 0, exchanged: 0, returned: 1, lost: 2, escalated: 2 };

export function storyPathOf(history: DrillHistory, conversation: ConversationHistory, caseFacts: CaseFacts): StoryPath {
  const { beats, end } = roadFrom(conversation, caseFacts);
  const cut = cutShort(history, conversation, caseFacts, end);
  const entered = new Set(conversation.beats.map(({ beat }) => beat));
  return { beats, cut, ahead: cut === null ? [] : beats.filter(({ id }) => !entered.has(id)) };
}

/**
 * The beats from the first on: after each the way this drill took, if it went well, else the way the case takes after
 * an answer.
 */
function roadFrom(conversation: ConversationHistory, caseFacts: CaseFacts): { beats: Beat[]; end: string | null } {
  const beats: Beat[] = [];
  let next: string | null = caseFacts.scenario.beats[0]?.id ?? null;
  while (next !== null && beats.length < LONGEST_ROAD) {
    const beat = caseFacts.beat(next);
    if (!beat || beats.includes(beat)) break;
    beats.push(beat);
    const left = conversation.beats.findLast((entered) => entered.beat === beat.id)?.left;
    next = left && LED_ON.includes(left.how) ? left.to : (beat.then.resolved ?? beat.then.taken);
  }
  return { beats, end: next };
}

function cutShort(
  history: DrillHistory,
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  end: string | null,
): EndedBy | null {
  const ending = conversation.endings.at(-1);
  if (history.forked || conversation.arrivals.length === 0 || conversation.closed?.by === 'transfer') return null;
  if (ending === undefined) {
    if (history.ended === null) return null;
    return history.ended.why === 'trainee' ? 'trainee' : 'outside';
  }
  const good = caseFacts.scenario.endings.find(({ id }) => id === end);
  if (ending.silent) return 'customer-left';
  if (driftedOff(conversation, caseFacts)) return null;
  // A trainee who took a worse road and went it well to its end owes that road alone.
  if (LED_ON.includes(conversation.beats.at(-1)?.left?.how ?? 'failed')) return null;
  // A case whose good end is a lost sale (a scam refused, a customer sent to the doctor) loses nobody by it.
  return good !== undefined && LOSES[ending.outcome] > LOSES[good.outcome] ? 'customer-left' : null;
}

/** Ways out of a beat that don't drive a customer away. */
const LET_GO: readonly NonNullable<BeatHistory['left']>['how'][] = [...LED_ON, 'missed'];

/**
 * Whether the customer left of their own mind while a window passed, with an answer, right or wrong, to all they asked.
 * They weren't driven off: the window is the loss (RULES M26). Not so where the trainee had stopped replying.
 */
function driftedOff(conversation: ConversationHistory, caseFacts: CaseFacts): boolean {
  return (
    // A customer who asked nothing had no answer.
    conversation.questions.length > 0 &&
    conversation.beats.at(-1)?.left?.how === 'missed' &&
    conversation.beats.every(({ left }) => left === null || LET_GO.includes(left.how)) &&
    conversation.questions.every(({ state }) => state !== 'open' && state !== 'unanswered') &&
    leftWaiting(conversation, caseFacts).length === 0
  );
}
