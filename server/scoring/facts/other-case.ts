/**
 * A point told right and later in words that sound wrong. Without another figure in them the two may be about two cases
 * (换码店里出, 不想要了您出), and a person has to decide (RULES M37).
 */
import type { Point } from '#engine/model/content.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { quotedText } from '#scoring/log/phrasing.ts';

/** Whether a wrong note comes after a right one and gives no other figure. `notes`: all notes on its point, in order. */
export const mayBeOtherCase = (
  conversation: ConversationHistory,
  { says }: Point,
  notes: readonly NoteOfTurn[],
  turnNote: NoteOfTurn,
): boolean => {
  const wasToldRight = notes.some(({ note, turn }) => note.state === 'covered' && turn.index < turnNote.turn.index);
  // A person's ruling settles it (ruled-points.ts gives the note confidence 1).
  const isRuled = turnNote.note.confidence === 1;
  return (
    turnNote.note.state === 'wrong' &&
    !isRuled &&
    wasToldRight &&
    !givesOtherFigure(quotedText(conversation, turnNote.note.quote) ?? '', says)
  );
};

/** Whether the words have a figure of the same kind as one in the right answer, but with a value that isn't there. */
const givesOtherFigure = (words: string, rightAnswer: string): boolean => {
  const rightFigures = valuesIn(folded(rightAnswer));
  return valuesIn(folded(words)).some(
    (figure) =>
      rightFigures.some(({ kind }) => kind === figure.kind) &&
      !rightFigures.some((rightFigure) => isSameValue(figure, rightFigure)),
  );
};

export type NoteOfTurn = { note: PointNote; turn: TurnHistory };
