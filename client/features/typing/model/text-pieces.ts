/** A text in pieces that look alike, with what was typed instead and where the ghost is. */
import type { TextRun } from './text-run.ts';

export type Piece = {
  kind: 'right' | 'wrong' | 'missed' | 'current' | 'rest';
  /** Place of its first character. */
  from: number;
  text: string;
  /** What was typed instead of a wrong character. */
  typed: string;
  /** Extra characters before it. */
  extra: string;
  hasGhost: boolean;
};

/** `ghostPlace`: the place the own best run has reached; null: there is none. */
export const piecesOf = ({ text, typed, alignment }: TextRun, ghostPlace: number | null): Piece[] => {
  const pieces: Piece[] = text.map((character, from) => ({
    kind: from === alignment.reached ? 'current' : from < alignment.reached ? 'right' : 'rest',
    ...{ from, text: character, typed: '', extra: '', hasGhost: from === ghostPlace },
  }));
  for (const step of alignment.steps) {
    const piece = pieces[step.at];
    if (piece === undefined) continue;
    if (step.kind === 'extra') piece.extra += typed[step.typed] ?? '';
    else piece.kind = step.kind;
    if (step.kind === 'wrong') piece.typed = typed[step.typed] ?? '';
  }
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isAlike = last !== undefined && last.kind === piece.kind && (piece.kind === 'right' || piece.kind === 'rest');
    if (last !== undefined && isAlike && piece.extra === '' && !piece.hasGhost) last.text += piece.text;
    else joined.push(piece);
  }
  return joined;
};
