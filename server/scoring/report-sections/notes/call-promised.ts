/** Whether an answer promised by a later hour or day, or once it is known, is still to come: to row, counts and handover alike (RULES M236). */
import { callBackAfter } from '#engine/model/call-back.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { callBackIn, putsOff } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { isOvertaken } from '#scoring/log/overtaken.ts';

const forNextShift = (turn: TurnJudgement): TurnJudgement =>
  callBackIn(readText(folded(turn.text)), 'next-shift') === null
    ? { ...turn, ...(putsOff(turn.text) && { takesLeave: true }) }
    : { ...turn, callsBack: true };

/** When an answer was promised last that is still open before a place of the log, drill time; null: none. */
export const callPromisedAt = (conversation: ConversationHistory, index = Number.POSITIVE_INFINITY): number | null => {
  const { turns, endings } = conversation;
  return turns
    .filter((turn) => turn.index < index)
    .filter(({ judgement: { text }, index }) => !isOvertaken(conversation, { text, index }))
    .reduce<number | null>(
      (before, turn) =>
        callBackAfter(
          before,
          forNextShift(turn.judgement),
          endings.some((ending) => ending.index < turn.index),
        ),
      null,
    );
};
