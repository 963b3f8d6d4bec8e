/** A better wording that begins with the trainee's own right words, so that the suggestion keeps what they did well. */

import type { Point, Question } from '#engine/model/content.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import { say } from '#i18n/say.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type FindingDraft, type Steps, stepsOf } from '#scoring/facts/finding-draft.ts';
import { isAfterEnding, plainText } from '#scoring/facts/turn-grade.ts';
import { type Clause, clausesIn, withoutEnd } from '#scoring/log/clauses-of-text.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { messageText } from '#scoring/log/phrasing.ts';
import { isSendable } from '#scoring/suggestions/sendable.ts';
import { wasLongUnseen } from './late.ts';
import { leansOnClauseBefore, waitsForClauseBehind } from './leaning.ts';
import { answeredBy, isOfEarlierVisit, wantedFirst } from './model.ts';
import { answersAlone, clauseOfModel, promisesWithoutLevel } from './model-parts.ts';
import { openingKept } from './opening-kept.ts';

/** Longest wording in characters: a longer one is no reply any more, and the model alone is shown. */
const MAX_CHARS = 60;
/** The same run of this many characters in both parts means that a fact is told twice. */
const SHARED_RUN = 4;
/** Longest bonus in characters that may follow as one more sentence; a longer one is a reply of its own. */
const MAX_BONUS_CHARS = 30;
/** A question up to this many ms after the wait began still belongs to the burst. */
const BURST_MS = 20_000;
/** Fewer characters after the first right words are a 哦 or a 呢, with nothing left to type. */
const MIN_CHARS_AFTER = 4;

/** What becomes of a clause of the trainee's: the clause itself, if it was right; the right fact, if it was wrong. */
type Part = { words: string; points: readonly string[]; isTrainees: boolean };

/**
 * A better wording for `draft` that begins with the trainee's right words on its question and on questions asked along
 * with it. After them comes the right fact for what was wrong or missing, or the model where nothing on the question
 * itself was right. Null where nothing can be kept. `drafts`: all of the conversation. Words that a fault quotes are
 * never kept, nor words of red lines, quick replies and wrong answers.
 */
export const keptWording = (
  facts: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
): string | null => {
  const question = facts.caseFacts.question(draft.answeredQuestion);
  const faultTurn = facts.conversation.turns.find((turn) => turn.judgement.turn === draft.turn);
  if (!question || !faultTurn || isOfEarlierVisit(facts.conversation, question, faultTurn.index)) return null;
  const heard = { customer: faultTurn.judgement.customer, goodsNames: facts.caseFacts.goodsNames };
  const isPartly = draft.code === 'answered-partly';
  const turns = facts.conversation.turns.filter((turn) =>
    isPartly ? turn.judgement.points.some((note) => note.question === question.id) : turn === faultTurn,
  );
  const faultyQuotes = [...faultQuotes(isPartly ? draft : null, drafts), ...turns.flatMap(faultyQuotesIn)];
  const questionsAsked = isPartly ? [question] : questionsAskedWith(facts, question);
  const parts = turns.flatMap((turn) => partsOf(facts, turn, questionsAsked, question, faultyQuotes));
  const ownParts = parts.filter((part) => part.isTrainees);
  const words = ownParts.map((part) => part.words);
  const isOnQuestion = ownParts.some((part) =>
    part.points.some((id) => question.points.some((point) => point.id === id)),
  );
  // While a fact is still unknown the wording asks for it: any answer, right or wrong, was a guess.
  const wantedFirstText = wantedFirst(facts, question, faultTurn.index);
  const model = wantedFirstText ?? question.model;
  if (ownParts.length === 0) {
    const opening = draft.code === 'vague' ? openingKept(facts, faultTurn, faultyQuotes, model ?? '') : null;
    return opening && model ? joinedMessage(heard, [opening], '。', [model]) : null;
  }
  if (wantedFirstText !== null) return isOnQuestion ? null : joinedMessage(heard, words, '；', [wantedFirstText]);
  if (!isOnQuestion) return question.model ? joinedMessage(heard, words, '；', [question.model]) : null;
  const pointsTold = new Set(parts.flatMap((part) => part.points));
  const lackedFacts = pointsUntold(facts, question, draft, pointsTold).map((point) => point.says);
  if (lackedFacts.length === 0 && ownParts.length === parts.length) return null;
  return joinedMessage(heard, words, '，', lackedFacts, parts);
};

/**
 * For a reply that was right and only late: its first right words, to be sent before the rest is typed, and what more
 * could have been said; a short one is known to the reader. Null where nothing in it can be kept, or where it couldn't be known at `index` of the log.
 */
export const soonerWording = (
  facts: ConversationFacts,
  draft: FindingDraft,
  drafts: readonly FindingDraft[],
  index: number,
): Steps | null => {
  const { conversation, caseFacts } = facts;
  const turn = conversation.turns.find((turn) => turn.judgement.turn === draft.turn);
  const question = caseFacts.question(draft.answeredQuestion);
  if (!turn || !question || wantedFirst(facts, question, index) !== null) return null;
  const faultyQuotes = [...faultQuotes(draft, drafts), ...faultyQuotesIn(turn)];
  const firstOwnPart = partsOf(facts, turn, questionsAskedWith(facts, question), question, faultyQuotes).find(
    (part) => part.isTrainees,
  );
  if (!firstOwnPart || promisesWithoutLevel(firstOwnPart.words, question.model ?? '')) return null;
  if (!firstOwnPart.points.some((id) => question.points.some((point) => point.id === id))) return null;
  // A question asked long after the wait began couldn't have been answered at its start.
  const openedAt = conversation.questions.find((entry) => entry.question === question.id)?.openedAt ?? 0;
  if (openedAt > draft.at + BURST_MS) return null;
  if (!answersAlone(question, firstOwnPart.words, caseFacts.goodsNames, turn.judgement.customer)) return null;
  const isMoreUnsaid = plainText(turn.judgement.text).length > plainText(firstOwnPart.words).length + MIN_CHARS_AFTER;
  const notesSoFar = conversation.turns
    .filter((other) => other.index <= turn.index)
    .flatMap((other) => other.judgement.points);
  const unsaid = question.points.find(
    (point) =>
      !point.must &&
      point.leads === null &&
      !point.unknown &&
      !notesSoFar.some((note) => note.point === point.id && note.state === 'covered'),
  );
  const bonus = unsaid ? clauseOfModel(question, unsaid, caseFacts.goodsNames) : null;
  const isWorthAdding =
    bonus !== null &&
    // Quotation marks inside quotation marks read as somebody else's words.
    !bonus.includes('「') &&
    bonus.length <= MAX_BONUS_CHARS &&
    !saysTwice(turn.judgement.text, bonus) &&
    isSendable(`${firstOwnPart.words}。${bonus}`, caseFacts.goodsNames, turn.judgement.customer);
  const { words } = firstOwnPart;
  if (wasLongUnseen(conversation, turn, draft)) return stepsOf(() => say('suggestions:sooner.look', { words }));
  if (isWorthAdding) return stepsOf(() => say('suggestions:sooner.more', { words, more: bonus }));
  if (isMoreUnsaid) return stepsOf(() => say('suggestions:sooner.rest', { words }));
  return answeredBy(conversation, question.id, index)
    ? stepsOf(() => say('suggestions:sooner.noWait', { words }))
    : null;
};

/**
 * Quotes of all faults. The draft of half an answer (`exceptDraft`) is left out: it quotes all that was said as its place, not
 * as a fault.
 */
export const faultQuotes = (exceptDraft: FindingDraft | null, drafts: readonly FindingDraft[]): Quote[] =>
  drafts
    .filter((draft) => !draft.code.startsWith('merit:') && draft !== exceptDraft)
    .flatMap((draft) => draft.quoteAt ?? []);

/** Questions of the same beat are asked in one breath and answered in one. */
const questionsAskedWith = ({ caseFacts }: ConversationFacts, question: Question): readonly Question[] =>
  caseFacts.scenario.beats.find((beat) => beat.asks.some((other) => other.id === question.id))?.asks ?? [question];

/** Quotes of wrong or forbidden words: nobody should be shown these as their good part. */
export const faultyQuotesIn = ({ judgement }: TurnHistory): Quote[] => [
  ...judgement.points.flatMap((note) => (note.state === 'wrong' ? [note.quote] : [])),
  ...[...judgement.redLines, ...judgement.unfilled, ...judgement.forbiddenWords, ...judgement.askedAgain].map(
    ({ quote }) => quote,
  ),
];

/** The clauses of a turn that can stand in its better wording, in the order they were said. */
const partsOf = (
  facts: ConversationFacts,
  turn: TurnHistory,
  questionsAsked: readonly Question[],
  question: Question,
  faultyQuotes: readonly Quote[],
): Part[] => {
  const { conversation, caseFacts } = facts;
  const { judgement } = turn;
  // A reply after the ending is no half of an answer, whatever it sounds like.
  if (judgement.stacking || judgement.crossTalk || isAfterEnding(conversation, turn)) return [];
  const correctedPoints = new Set<string>();
  return judgement.messages.flatMap((message) => {
    const clauses = clausesIn(messageText(conversation, message) ?? '');
    const notesAt = (clause: Clause) =>
      judgement.points.filter(({ quote }) => quote.message === message && overlaps(quote, clause));
    const rightPoints = clauses.map((clause) => {
      if (clause.mark === '？' || isCanned(facts, message, clause.words)) return [];
      if (faultyQuotes.some((quote) => quote.message === message && overlaps(quote, clause))) return [];
      return notesAt(clause).flatMap(({ point, question: askedIn, state, confidence, quote }) => {
        const fact = caseFacts.point(point)?.point;
        const isSure =
          state === 'covered' &&
          confidence >= VERDICT_THRESHOLDS.covered.told &&
          questionsAsked.some((question) => question.id === askedIn);
        // 没经您同意代收 is half of 没经您同意代收，店铺负责: a fact in two clauses needs words in two clauses.
        const isWhole =
          clausesIn(fact?.says ?? '').length < 2 || clauses.filter((clause) => overlaps(quote, clause)).length > 1;
        // An offer of another way (换 instead of 退) doesn't go with the answer on this one.
        return isSure && isWhole && !fact?.leads ? [point] : [];
      });
    });
    const canStand = (index: number): boolean =>
      (rightPoints[index]?.length ?? 0) > 0 &&
      !(leansOnClauseBefore(clauses[index]?.words ?? '') && index > 0 && !canStand(index - 1)) &&
      !(waitsForClauseBehind(clauses[index]?.words ?? '') && (rightPoints[index + 1]?.length ?? 0) === 0);
    return clauses.flatMap((clause, index): Part[] => {
      if (canStand(index)) return [{ words: clause.words, points: rightPoints[index] ?? [], isTrainees: true }];
      const wrongNotes = notesAt(clause).filter((note) => note.state === 'wrong' && note.question === question.id);
      return wrongNotes.flatMap(({ point }) => {
        const rightAnswer = caseFacts.point(point)?.point.says;
        if (rightAnswer === undefined || correctedPoints.has(point)) return [];
        correctedPoints.add(point);
        return [{ words: rightAnswer, points: [point], isTrainees: false }];
      });
    });
  });
};

type Span = Pick<Quote, 'start' | 'end'>;
const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Words that stand so in the shop's quick reply are the quick reply's, not the trainee's. */
const isCanned = ({ conversation, caseFacts }: ConversationFacts, message: string, words: string): boolean => {
  const id = conversation.traineeMessages.find((other) => other.id === message)?.made.quickReply ?? null;
  return caseFacts.shop.quickReplies.some((quickReply) => quickReply.id === id && quickReply.text.includes(words));
};

/** Must points of the question, other than those in `told`, that nobody had told rightly by then. */
const pointsUntold = (
  { conversation }: ConversationFacts,
  question: Question,
  draft: FindingDraft,
  pointsTold: ReadonlySet<string>,
): Point[] => {
  const stateByPoint = new Map(
    conversation.turns
      .filter((turn) => draft.turn === null || turn.judgement.turn <= draft.turn)
      .flatMap((turn) => turn.judgement.points)
      .flatMap((note): [string, string][] => (note.state === 'not-recognised' ? [] : [[note.point, note.state]])),
  );
  return question.points.filter(
    (point) => point.must && !pointsTold.has(point.id) && stateByPoint.get(point.id) !== 'covered',
  );
};

/** One message of the words kept and the words put after them; null where it would tell a fact twice or be too long. */
const joinedMessage = (
  { customer, goodsNames }: { customer: string; goodsNames: readonly string[] },
  ownWords: readonly string[],
  joint: string,
  addedTexts: readonly string[],
  parts: readonly { words: string; isTrainees: boolean }[] = ownWords.map((words) => ({ words, isTrainees: true })),
): string | null => {
  const hasAddressed = ownWords.some((words) => words.includes('亲'));
  const withoutAddress = (words: string): string => (hasAddressed ? words.replace(/^亲+[，,\s]*/, '') : words);
  const addedText = addedTexts.map((words) => withoutEnd(withoutAddress(words))).join('，');
  const keptText = [...new Set(parts.map(({ words }) => words))].join('，');
  const otherTexts = [...parts.filter((part) => !part.isTrainees).map((part) => part.words), addedText];
  const text = addedText === '' ? keptText : `${keptText}${joint}${addedText}`;
  if (text.length > MAX_CHARS || ownWords.some((words) => otherTexts.some((other) => saysTwice(words, other))))
    return null;
  return isSendable(text, goodsNames, customer) ? text : null;
};

const saysTwice = (ownWords: string, otherWords: string): boolean => {
  const [ownText = '', restText = ''] = [ownWords, otherWords].map((text) => text.replace(/[\s，。！？；、]/g, ''));
  for (let index = 0; index + SHARED_RUN <= ownText.length; index++)
    if (restText.includes(ownText.slice(index, index + SHARED_RUN))) return true;
  return false;
};
