/**
 * Which clause of a turn is quoted for a point (RULES M263). What was heard as its words may begin in one bubble and end in the
 * next, of which the quote keeps the first (哈哈主播灯光没打好 for 本店直播价199元): the clause that holds the words is quoted.
 */
import type { Point } from '#engine/model/content.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { sharesContent, wordingsOf } from '#scoring/facts/counted-notes.ts';
import type { NoteOfTurn } from '#scoring/facts/other-case.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { clauseAround, isAsking, messageText, quotedText, wholeClause } from '#scoring/log/phrasing.ts';

/** Shares (0–1) of a wording: below the first a clause doesn't hold it, from the second on another one does. */
const HOLDS_NOT = 0.3;
const HOLDS = 0.5;
/** What the wording's own figure counts beside the share of its characters. */
const FIGURE = 0.25;
/** Figures that tell by themselves what they are. */
const TELLING: readonly string[] = ['amount', 'clock', 'percent', 'duration', 'measure'];

const TOKENS = /\d+(?:\.\d+)?|\p{Script=Han}/gu;
const tokensOf = (text: string): string[] => folded(text).match(TOKENS) ?? [];
const weightOf = (tokens: readonly string[]): number => tokens.reduce((sum, token) => sum + token.length, 0);

/** How much of a wording stands in a clause: its characters, figures whole, and a figure of its own more. */
const shareIn = (wording: string, clause: string): number => {
  const tokens = tokensOf(wording);
  const said = new Set(tokensOf(clause));
  const values = valuesIn(folded(clause));
  const hasFigure = valuesIn(folded(wording)).some(
    (own) => TELLING.includes(own.kind) && values.some((value) => isSameValue(own, value)),
  );
  const share = weightOf(tokens.filter((token) => said.has(token))) / Math.max(1, weightOf(tokens));
  return share + (hasFigure ? FIGURE : 0);
};

const holds = (point: Point, clause: string): number =>
  Math.max(...wordingsOf(point).map((wording) => shareIn(wording, clause)));

const clausesOf = (conversation: ConversationHistory, message: string): Quote[] => {
  const text = messageText(conversation, message) ?? '';
  const clauses: Quote[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const { start, end } = clauseAround(text, at, 0);
    if (end > start) clauses.push({ message, start, end });
    at = Math.max(at, end);
  }
  return clauses;
};

/** The clause noted for a point, or the one of its turn that holds its words where that one holds next to none of them. */
export const quotedClause = (
  conversation: ConversationHistory,
  point: Point,
  { note, turn: { judgement } }: NoteOfTurn,
): Quote => {
  const noted = wholeClause(conversation, note.quote);
  const words = quotedText(conversation, noted) ?? '';
  if (holds(point, words) >= HOLDS_NOT || sharesContent(words, wordingsOf(point))) return noted;
  const [best] = judgement.messages
    .flatMap((message) => clausesOf(conversation, message))
    .map((quote) => ({ quote, text: quotedText(conversation, quote) ?? '' }))
    .filter(({ text }) => !isAsking(text) && sharesContent(text, wordingsOf(point)))
    .map(({ quote, text }) => ({ quote, share: holds(point, text) }))
    .toSorted((one, other) => other.share - one.share);
  return best !== undefined && best.share >= HOLDS ? best.quote : noted;
};
