import { FEATURE } from '#language/classifier/feature-families.ts';
import type { Features } from '#language/classifier/features.ts';
import { isBreak } from '#language/reading/breaks.ts';
import type { Reading } from '#language/reading/clause.ts';
import { EVENTS, MOMENTS, type Moment } from './moment.ts';
import { type Time, timesIn } from './times.ts';

export type Span = { start: number; end: number };

/** A stretch between two marks of punctuation. Offsets are into the folded reply. */
export type Piece = Span & {
  text: string;
  /** The mark or line break right behind the piece; empty at the end of the reply. */
  mark: string;
  /** The first of its message. */
  opens: boolean;
  /** The times it names. */
  times: readonly Time[];
};

/** More pieces than anybody types in one turn; the rest of a flood is not read. */
const MAX_PIECES = 120;
/** Characters read of one piece: nobody types on without a mark for longer. */
const LONGEST_PIECE = 160;
const QUOTED = /"[^"\n]{1,24}"|[《「『][^》」』\n]{1,24}[》」』]/g;

/** 1 for characters that can end a piece; only around those does `endsPiece` look further. */
const MAY_BREAK = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  if (unit === 0x20 || isBreak(String.fromCharCode(unit), 0)) MAY_BREAK[unit] = 1;
}

function endsPiece(text: string, at: number): boolean {
  return MAY_BREAK[text.charCodeAt(at)] === 1 && isBreak(text, at);
}

/** Cuts a reply into pieces. Words in quotes are names, not deeds, and are blanked out. */
export function piecesOf(reading: Reading): Piece[] {
  const plain = reading.text;
  const text = /["《「『]/.test(plain) ? plain.replace(QUOTED, (hit) => '□'.repeat(hit.length)) : plain;
  const pieces: Piece[] = [];
  let from = 0;
  let isFirst = true;
  while (from < text.length && pieces.length < MAX_PIECES) {
    let to = from;
    while (to < text.length && to - from < LONGEST_PIECE && !endsPiece(text, to)) to += 1;
    if (to > from) {
      const said = text.slice(from, to);
      pieces.push({
        text: said,
        start: from,
        end: to,
        mark: markAt(text, to),
        opens: isFirst,
        times: timesIn(reading, said, from, to),
      });
      isFirst = false;
    }
    from = to;
    while (from < text.length && endsPiece(text, from)) {
      if (text.charAt(from) === '\n') isFirst = true;
      from += 1;
    }
  }
  return pieces;
}

/** The mark that counts where several stand together: of 呢~? it is the question mark. */
function markAt(text: string, at: number): string {
  for (let next = at; next < at + 4 && next < text.length && endsPiece(text, next); next++) {
    const char = text.charAt(next);
    if (char === '?' || char === '\n') return char;
  }
  return text.charAt(at);
}

/** Spaces that keep these n-grams apart from the piece's own: before it, behind it, and one more for each event. */
const BEFORE = 1;
const BEHIND = 2;
/** Characters of a neighbouring piece that are read: they help to tell what the piece itself does. */
const NEAR_CHARS = 8;

/** Fills `features` with all the head of acts weighs of one piece: its words, place and times, and what just happened. */
export function addPieceFeatures(features: Features, pieces: readonly Piece[], index: number, moment: Moment): void {
  const piece = pieces[index];
  if (!piece) return;
  const last = pieces[index - 1];
  const next = pieces[index + 1];
  const isAsking = piece.mark === '?';
  features.plainGrams(isAsking ? `${piece.text}?` : piece.text);
  if (last) features.gramsApart(last.text.slice(-NEAR_CHARS), BEFORE);
  if (next) features.gramsApart(next.text.slice(0, NEAR_CHARS), BEHIND);
  features.named(FEATURE.pieceEnd, isAsking, next === undefined);
  features.named(FEATURE.piecePlace, Math.min(index, 3), piece.opens);
  features.named(FEATURE.pieceTime, timeOf(piece));
  features.named(FEATURE.besideTime, last ? timeOf(last) : 0, next ? timeOf(next) : 0);
  for (let which = 0; which < MOMENTS.length; which++)
    if (moment[MOMENTS[which] as keyof Moment]) {
      features.named(FEATURE.moment, which);
      features.named(FEATURE.momentAsked, which, isAsking);
      if (which < EVENTS) features.gramsApart(piece.text, BEHIND + 1 + which);
    }
}

/** No time, a point in time, or a stretch. */
function timeOf({ times }: Piece): number {
  const last = times.at(-1);
  if (last === undefined) return 0;
  return last.exact ? 1 : 2;
}

/** A promise of time must name a time and not ask: 尽快给您 names none, 后天行吗 asks. */
export function mayPromise({ times, mark }: Piece): boolean {
  return times.length > 0 && mark !== '?';
}

/** 先别拍, 不建议您买: advice against ordering. 别犹豫了拍吧 urges, for its denial is of another verb. */
const ADVISES_AGAINST =
  /(?:[别勿甭]|不(?:用|要|必|建议|推荐))(?:[您你再先急着]|就|这会儿|现在){0,4}(?:拍(?!照|个|张|视频)|买|下单|付款|囤)/;

/** Whether a piece may urge to order. */
export function mayUrge({ text }: Piece): boolean {
  return !ADVISES_AGAINST.test(text);
}
