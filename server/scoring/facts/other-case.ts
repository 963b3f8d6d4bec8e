/**
 * What was told right before and then in words that sound otherwise: without another figure the two may well be of two
 * cases (换码店里出, 不想要了您出), which a person has to tell (RULES M37).
 */
import type { Point } from '#engine/model/content.ts';
import type { PointNote } from '#engine/model/events.ts';
import { folded } from '#language/reading/folded.ts';
import { sameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { quotedText } from '#scoring/log/phrasing.ts';

/** Whether a wrong note stands behind a right one and gives no other figure; `notes`: all of its point, in order. */
export function mayBeOtherCase(c: ConversationHistory, { says }: Point, notes: readonly Noted[], one: Noted): boolean {
  const toldRight = notes.some(({ note, turn }) => note.state === 'covered' && turn.index < one.turn.index);
  // Ruled on by a person it is settled (ruled-points.ts).
  const ruled = one.note.confidence === 1;
  return one.note.state === 'wrong' && !ruled && toldRight && !givesOther(quotedText(c, one.note.quote) ?? '', says);
}

/** Whether words have a figure of a kind the right answer has, and not that one. */
function givesOther(words: string, says: string): boolean {
  const right = valuesIn(folded(says));
  return valuesIn(folded(words)).some(
    (one) => right.some(({ kind }) => kind === one.kind) && !right.some((other) => sameValue(one, other)),
  );
}

export type Noted = { note: PointNote; turn: TurnHistory };
