import { isBreak } from '../reading/breaks.ts';
import type { Reading } from '../reading/clauses.ts';
import { cuesOf, type Pattern, possible } from '../signs/pattern.ts';
import type { Moment } from './moment.ts';

export type Span = { start: number; end: number };

/** A stretch between two marks of punctuation. Offsets are into the folded reply. */
export type Piece = Span & {
  text: string;
  /** What stands behind it: a mark, a line break or nothing. */
  mark: string;
  /** The first of its message. */
  opens: boolean;
  cues: Int32Array;
};

/** What the readers of acts are given: the reply, its pieces, the moment it was said in. */
export type Hearing = { text: string; pieces: readonly Piece[]; reading: Reading; moment: Moment };

/** More pieces than anybody types in one turn; the rest of a flood is not read. */
const MOST_PIECES = 120;
/** A piece is read no further than this: nobody types on without a mark for longer. */
const LONGEST_PIECE = 160;
const QUOTED = /"[^"\n]{1,24}"|[《「『][^》」』\n]{1,24}[》」』]/g;

/** Cuts a reply into pieces. Words in quotes are names, not deeds, and are blanked out. */
export function hear(reading: Reading, moment: Moment): Hearing {
  const plain = reading.text;
  const text = /["《「『]/.test(plain) ? plain.replace(QUOTED, (hit) => '□'.repeat(hit.length)) : plain;
  return { text, pieces: piecesOf(text), reading, moment };
}

/** Whether a character can end a piece at all; only then is its surrounding looked at. */
const MAY_BREAK = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  if (unit === 0x20 || isBreak(String.fromCharCode(unit), 0)) MAY_BREAK[unit] = 1;
}

function breaks(text: string, at: number): boolean {
  return MAY_BREAK[text.charCodeAt(at)] === 1 && isBreak(text, at);
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let opens = true;
  while (from < text.length && pieces.length < MOST_PIECES) {
    let to = from;
    while (to < text.length && to - from < LONGEST_PIECE && !breaks(text, to)) to += 1;
    if (to > from) {
      const cues = cuesOf(text, from, to);
      pieces.push({ text: text.slice(from, to), start: from, end: to, mark: markAt(text, to), opens, cues });
      opens = false;
    }
    from = to;
    while (from < text.length && breaks(text, from)) {
      if (text.charAt(from) === '\n') opens = true;
      from += 1;
    }
  }
  return pieces;
}

/** Of 呢~? the question mark counts. */
function markAt(text: string, at: number): string {
  for (let next = at; next < at + 4 && next < text.length && breaks(text, next); next++) {
    const char = text.charAt(next);
    if (char === '?' || char === '\n') return char;
  }
  return text.charAt(at);
}

/** Where the pattern first hits in the piece, as a span of the reply. */
export function inPiece(piece: Piece, wanted: Pattern): Span | null {
  if (!possible(wanted, piece.cues)) return null;
  const hit = wanted.regex.exec(piece.text);
  return hit ? { start: piece.start + hit.index, end: piece.start + hit.index + hit[0].length } : null;
}

export function says(piece: Piece, wanted: Pattern): boolean {
  return possible(wanted, piece.cues) && wanted.regex.test(piece.text);
}

/** The first piece the pattern hits and `unless` doesn't. */
export function firstPiece(pieces: readonly Piece[], wanted: Pattern, unless: Pattern | null = null): Span | null {
  for (const piece of pieces) {
    const found = inPiece(piece, wanted);
    if (found && !(unless && says(piece, unless))) return found;
  }
  return null;
}

/** What is said just before the hit in its piece: where 不, 别, 免得 stand. */
export function before(piece: Piece, found: Span, length: number): string {
  const at = found.start - piece.start;
  return piece.text.slice(Math.max(0, at - length), at);
}
