/** Praise for what was told before it was asked (RULES M128, M153). */
import type { Point } from '#engine/model/content.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { topicOf, wordingsOf } from '#scoring/facts/counted-notes.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { shortened, wholeClause } from '#scoring/log/phrasing.ts';
import {
  clauseOf,
  isStillRight,
  isSure,
  isUneditedQuickReply,
  meritOfTurn,
  quoteText,
  sharesMoreThanFigures,
} from './merit-draft.ts';
import { hasJustShown } from './shown.ts';

/** Whether no earlier turn told anything of the question, right or wrong: telling it again spares nobody anything. */
const isFirstOf = ({ pointResults }: ConversationFacts, turn: TurnHistory, question: string): boolean =>
  !pointResults.some(
    (result) =>
      result.question.id === question &&
      result.notes.some(
        (noteOfTurn) => noteOfTurn.turn.index < turn.index && noteOfTurn.note.state !== 'not-recognised',
      ),
  );

/** With so many pairs of characters in common the customer's line asked the same question in other words (RULES M29). */
const MIN_SHARED_PAIRS = 2;
const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)).filter((pair) =>
    /^\p{Script=Han}{2}$/u.test(pair),
  );
const hasCustomerAsked = (customer: string, question: string): boolean => {
  const pairs = new Set(pairsOf(question));
  return customer
    .split('\n')
    .some((line) => new Set(pairsOf(line).filter((pair) => pairs.has(pair))).size >= MIN_SHARED_PAIRS);
};

/** Whether a turn surely tells all that a question must be told. */
const isAnsweredWhole = ({ pointResults }: ConversationFacts, { judgement }: TurnHistory, question: string): boolean =>
  pointResults
    .filter((result) => result.question.id === question && result.point.must)
    .every(({ point }) => judgement.points.some((note) => note.point === point.id && isSure(note)));

/** Ends of a sentence: what stands between two of them is said of one matter. */
const SENTENCE_BREAK = /[。！？!?；;\n]/;

/** Whether words name every figure of a point, and it has one: 退您345元 is of no other matter. */
const namesFigures = (words: string, point: Point): boolean => {
  const figures = valuesIn(folded(point.says));
  const figuresSaid = valuesIn(folded(words));
  return figures.length > 0 && figures.every((figure) => figuresSaid.some((said) => isSameValue(figure, said)));
};

/**
 * Whether the sentence of a quote speaks of another question that the turn answers: in 算不算过期得核实了才能定，我没资格先认 the words
 * that are like 没资格认十倍 are of the date.
 */
const isOfOpenQuestion = (
  { conversation, caseFacts }: ConversationFacts,
  turn: TurnHistory,
  note: PointNote,
): boolean => {
  const sentence = quoteText(conversation, wholeClause(conversation, note.quote, SENTENCE_BREAK));
  const asked = caseFacts.question(note.question)?.text ?? '';
  return (
    !sharesMoreThanFigures(sentence, [asked]) &&
    turn.judgement.questions.some(({ question, answer }) => {
      const openQuestion = question === note.question || answer === 'untouched' ? null : caseFacts.question(question);
      return openQuestion !== null && sharesMoreThanFigures(sentence, [openQuestion.text, ...topicOf(openQuestion)]);
    })
  );
};

/** An answer surely told before its question. If the customer asked all the same a moment later, it spared them nothing. */
export const answeredAhead = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const { judgement } = turn;
  const note = judgement.points.find(
    (candidate) =>
      // A whole manual sent at once holds a bit of every answer.
      !judgement.stacking &&
      !isUneditedQuickReply(turn, candidate.quote.message) &&
      !candidate.asked &&
      candidate.state === 'covered' &&
      candidate.confidence >= VERDICT_THRESHOLDS.covered.ahead &&
      isStillRight(facts, candidate.point) &&
      candidate.question !== null &&
      !candidate.corrected &&
      !judgement.corrects &&
      isFirstOf(facts, turn, candidate.question) &&
      isAnsweredWhole(facts, turn, candidate.question) &&
      !conversation.questions.some((entry) => entry.question === candidate.question) &&
      !hasCustomerAsked(judgement.customer, caseFacts.question(candidate.question)?.text ?? '') &&
      !hasJustShown(facts, turn, candidate.quote),
  );
  if (!note) return [];
  const question = caseFacts.question(note.question);
  const point = caseFacts.point(note.point)?.point;
  const words = quoteText(conversation, clauseOf(conversation, note.quote));
  const hasFigures = point !== undefined && namesFigures(words, point);
  if (!hasFigures && isOfOpenQuestion(facts, turn, note)) return [];
  // 一个字都不能说 tells of whatever is asked next, and names none of it: then the words themselves are named.
  const isNamed =
    question !== null &&
    point !== undefined &&
    (hasFigures || sharesMoreThanFigures(words, [question.text, ...wordingsOf(point)]));
  const because = isNamed
    ? say('merits:ahead', { question: question.text })
    : say('merits:ahead-unnamed', { words: shortened(words) });
  return [meritOfTurn(facts, turn, 'merit:answered-ahead', note.quote, because)];
};
