/** Whether the talk is still on what an earlier turn perhaps told (RULES M62), or on a 稍等 that was asked for (RULES T7). */
import type { Conversation } from '#engine/model/drill.ts';
import type { ReactionKind } from '#engine/model/events.ts';

/** After these the customer has turned to something else: they answered a question, put one off, waited or nodded. */
const TURNED_AWAY: readonly (ReactionKind | null)[] = ['fact', 'dont-know', 'hold', 'none'];

type Heard = Pick<Conversation, 'unsureIn' | 'touched' | 'lastReaction' | 'turn' | 'turns'>;

/**
 * 就是我没法自己联系他 是吧, asked after the trainee has gone on to something else and the customer with them, sounds as if
 * nobody had listened since. A point perhaps told in this very turn, or one the customer has been asking on about, is still
 * talked of.
 */
export const isStillOnIt = ({ unsureIn, touched, lastReaction, turn, turns }: Heard, point: string): boolean => {
  const now = turn?.number ?? turns;
  const perhapsTold = unsureIn[point];
  return (
    perhapsTold === undefined ||
    perhapsTold === now ||
    touched[point]?.turn === now ||
    !TURNED_AWAY.includes(lastReaction)
  );
};

/**
 * Holds in a row with nothing told or done between them (RULES T7): the second is pressed, the third is no answer, at
 * the fourth the customer goes.
 */
const HOLDS_PRESSED = 2;
const HOLDS_NO_ANSWER = 3;

/**
 * What the customer does about a hold; `heldOn` counts it with those before it in a row. They wait, press, take it for
 * no answer, or leave.
 */
export const holdResponse = ({ heldOn }: Pick<Conversation, 'heldOn'>): 'waits' | 'presses' | 'bears' | 'leaves' => {
  if (heldOn < HOLDS_PRESSED) return 'waits';
  if (heldOn === HOLDS_PRESSED) return 'presses';
  return heldOn === HOLDS_NO_ANSWER ? 'bears' : 'leaves';
};
