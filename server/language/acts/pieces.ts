import { FEATURE } from '#language/classifier/feature-families.ts';
import type { Features } from '#language/classifier/features.ts';
import { isBreak } from '#language/reading/breaks.ts';
import type { Reading } from '#language/reading/clause.ts';
import { EVENT_MOMENTS, MOMENTS, type Moment } from './moment.ts';
import { type Time, timesIn } from './times.ts';

export type Span = { start: number; end: number };

/** A stretch between two marks of punctuation. Offsets are into the folded reply. */
export type Piece = Span & {
  text: string;
  /** The mark or line break right behind the piece; empty at the end of the reply. */
  closingMark: string;
  /** The first of its message. */
  opensMessage: boolean;
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

const endsPiece = (text: string, index: number): boolean => {
  return MAY_BREAK[text.charCodeAt(index)] === 1 && isBreak(text, index);
};

/** Cuts a reply into pieces. Words in quotes are names, not deeds, and are blanked out. */
export const piecesOf = (reading: Reading): Piece[] => {
  const foldedText = reading.text;
  const text = /["《「『]/.test(foldedText) ? foldedText.replace(QUOTED, (hit) => '□'.repeat(hit.length)) : foldedText;
  const pieces: Piece[] = [];
  let start = 0;
  let isFirst = true;
  while (start < text.length && pieces.length < MAX_PIECES) {
    let end = start;
    while (end < text.length && end - start < LONGEST_PIECE && !endsPiece(text, end)) end += 1;
    if (end > start) {
      const pieceText = text.slice(start, end);
      pieces.push({
        text: pieceText,
        start,
        end,
        closingMark: closingMarkAt(text, end),
        opensMessage: isFirst,
        times: timesIn(reading, pieceText, start, end),
      });
      isFirst = false;
    }
    start = end;
    while (start < text.length && endsPiece(text, start)) {
      if (text.charAt(start) === '\n') isFirst = true;
      start += 1;
    }
  }
  return pieces;
};

/** The mark that counts where several stand together: of 呢~? it is the question mark. */
const closingMarkAt = (text: string, at: number): string => {
  for (let next = at; next < at + 4 && next < text.length && endsPiece(text, next); next++) {
    const char = text.charAt(next);
    if (char === '?' || char === '\n') return char;
  }
  return text.charAt(at);
};

/** Spaces that keep these n-grams apart from the piece's own: before it, behind it, and one more for each event. */
const SPACE_BEFORE = 1;
const SPACE_BEHIND = 2;
/** Characters of a neighbouring piece that are read: they help to tell what the piece itself does. */
const NEAR_CHARS = 8;

/** Fills `features` with all the head of acts weighs of one piece: its words, place and times, and what just happened. */
export const addPieceFeatures = (features: Features, pieces: readonly Piece[], index: number, moment: Moment): void => {
  const piece = pieces[index];
  if (!piece) return;
  const previous = pieces[index - 1];
  const next = pieces[index + 1];
  const isAsking = piece.closingMark === '?';
  features.addPlainGrams(isAsking ? `${piece.text}?` : piece.text);
  if (previous) features.addSeparateGrams(previous.text.slice(-NEAR_CHARS), SPACE_BEFORE);
  if (next) features.addSeparateGrams(next.text.slice(0, NEAR_CHARS), SPACE_BEHIND);
  features.addNamed(FEATURE.pieceEnd, isAsking, next === undefined);
  features.addNamed(FEATURE.piecePlace, Math.min(index, 3), piece.opensMessage);
  features.addNamed(FEATURE.pieceTime, timeKindOf(piece));
  features.addNamed(FEATURE.besideTime, previous ? timeKindOf(previous) : 0, next ? timeKindOf(next) : 0);
  for (let momentIndex = 0; momentIndex < MOMENTS.length; momentIndex++)
    if (moment[MOMENTS[momentIndex] as keyof Moment]) {
      features.addNamed(FEATURE.moment, momentIndex);
      features.addNamed(FEATURE.momentAsked, momentIndex, isAsking);
      if (momentIndex < EVENT_MOMENTS) features.addSeparateGrams(piece.text, SPACE_BEHIND + 1 + momentIndex);
    }
};

/** No time, a point in time, or a stretch. */
const timeKindOf = ({ times }: Piece): number => {
  const lastTime = times.at(-1);
  if (lastTime === undefined) return 0;
  return lastTime.isPoint ? 1 : 2;
};

/** A promise of time must name a time and not ask: 尽快给您 names none, 后天行吗 asks. */
export const mayPromise = ({ times, closingMark }: Piece): boolean => {
  return times.length > 0 && closingMark !== '?';
};

/** 先别拍, 不建议您买: advice against ordering. 别犹豫了拍吧 urges, for its denial is of another verb. */
const ADVISES_AGAINST =
  /(?:[别勿甭]|不(?:用|要|必|建议|推荐))(?:[您你再先急着]|就|这会儿|现在){0,4}(?:拍(?!照|个|张|视频)|买|下单|付款|囤)/;

/** 现在拍, 您今天下单的话: ordering as the condition of what follows. 抓紧拍 and 拍吧 ask for it. */
const ORDERS_AS_CONDITION =
  /^(?:[您你亲那]|要是|如果|咱){0,3}(?:(?:现在|这会儿|此刻|今[天晚]|明[天早]|[0-9一二两三四五六七八九十]+点[钟半]?(?:之?前)?)[，、]?){1,3}(?:拍|下单|买|付款?)(?!吧|哈|哦|呗|好|就行|就好)/;
const GOES_OUT = /发|出库|寄|送|到/;
/** Pieces behind the condition that may tell the day: 现在拍(16点后付的)明天发. */
const PIECES_TO_DAY = 3;

/** Whether a piece tells who asked when it ships on which day an order of now goes out. */
const answersWhen = (pieces: readonly Piece[], index: number): boolean => {
  const text = pieces[index]?.text ?? '';
  if (!ORDERS_AS_CONDITION.test(text)) return false;
  const ahead = pieces.slice(index, index + PIECES_TO_DAY);
  const lineEnd = ahead.findIndex(({ closingMark }) => /[\n。!?]/.test(closingMark));
  return (lineEnd < 0 ? ahead : ahead.slice(0, lineEnd + 1)).some(
    (piece) => piece.times.length > 0 && GOES_OUT.test(piece.text),
  );
};

/** Whether a piece may urge to order: no advice against it, and not the answer to when an order ships (RULES M152). */
export const mayUrge = (pieces: readonly Piece[], index: number, { asksWhen }: Moment): boolean => {
  return !ADVISES_AGAINST.test(pieces[index]?.text ?? '') && !(asksWhen && answersWhen(pieces, index));
};
