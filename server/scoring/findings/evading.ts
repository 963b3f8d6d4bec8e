/** Family evading 回避问题: questions gone round, turn by turn, and questions left open at the end (docs/trade.md §3). */

import type { Question } from '#engine/model/content.ts';
import { language } from '#i18n/language.ts';
import { joined, say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { repeatsQuestion } from '#language/whole-reply/parroting.ts';
import { TONE_CODES } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { CORRECTED_SHARE, draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { isAfterEnding, isRepeated } from '#scoring/facts/turn-grade.ts';
import type { QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { crossesQuestions, isGreetingSentBefore } from '#scoring/log/greeting-sent-before.ts';
import { hedgeQuote } from '#scoring/log/hedges.ts';
import { isSettled } from '#scoring/log/history.ts';
import { lastQuote, quotedText } from '#scoring/log/phrasing.ts';
import { citationOfPoint, citationOfQuestion } from '#scoring/suggestions/citation.ts';
import { modelAt, modelInLedger } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { askedAgain } from './already-given.ts';
import { alreadyPaidReply } from './quick-replies.ts';

export const evadingFindings = (facts: ConversationFacts): FindingDraft[] => {
  const turnFindings = facts.conversation.turns.flatMap((turn) => [
    ...askedAgain(facts, turn),
    ...evadedTurn(facts, turn),
  ]);
  const blamedQuestions = new Set(
    turnFindings.flatMap(({ unsure, spoiledQuestions }) => (unsure ? [] : spoiledQuestions)),
  );
  return [
    ...turnFindings,
    ...facts.conversation.questions
      .filter(({ question }) => !blamedQuestions.has(question))
      .flatMap((entry) => leftOpen(facts, entry)),
  ];
};

/** A turn that got the customer nowhere: one finding, however many questions it passed by (RULES M7). */
const evadedTurn = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const { judgement, closed } = turn;
  const wrongQuestions = questionsToldWrong(facts, turn);
  if (!judgement.owed || judgement.stacking || judgement.crossTalk || isAfterEnding(conversation, turn)) return [];
  // A misused or repeated quick reply is its own finding; a question it left unanswered to the end has one too.
  if (judgement.canned.some(({ verdict }) => verdict !== 'fit') || isRepeated(conversation, turn)) return [];
  // In a beat without a question, where the customer doesn't react, an older question isn't passed by (RULES V2).
  if (caseFacts.beat(judgement.beat)?.asks.length === 0 && closed?.reaction === 'none') return [];
  if (isGreetingSentBefore(conversation, turn) || crossesQuestions(conversation, turn)) return [];
  // A turn that repeats a wrong figure doesn't avoid the question: it is charged as wrong (RULES M15).
  if (repeatsWrongFigure(facts, turn)) return [];
  // A question half told before is charged at the points it lacks: nobody went round it.
  const begunQuestions = questionsToldRightBefore(facts, turn);
  const passedOutcomes = judgement.questions.filter((outcome) => !wrongQuestions.has(outcome.question));
  const vagueOutcomes = judgement.points.some(({ state }) => state === 'wrong')
    ? []
    : passedOutcomes.filter((outcome) => outcome.answer === 'vague' && !begunQuestions.has(outcome.question));
  const evadedOutcomes = passedOutcomes.filter(
    (outcome) =>
      !begunQuestions.has(outcome.question) &&
      (outcome.answer === 'evaded' ||
        (closed?.reaction === 'evaded' && (outcome.answer === 'untouched' || outcome.answer === 'clarifying'))),
  );
  const hasAnswered = judgement.questions.some(({ answer }) => answer === 'answered' || answer === 'partial');
  const missedOutcomes = evadedOutcomes.length > 0 ? evadedOutcomes : vagueOutcomes;
  const firstMissed = missedOutcomes[0];
  // A turn that answers one question of several is on the way: only a turn that answers none evades.
  if (!firstMissed || hasAnswered) return [];
  const waiting = waitingQuestion(facts, turn);
  const question = missedOutcomes.some((outcome) => outcome.question === waiting?.id)
    ? waiting
    : caseFacts.question(firstMissed.question);
  // 含糊 needs words that hedge. Unrecognised words without a hedge half answer and are no finding (RULES M22).
  const missedQuestions = missedOutcomes.map((outcome) => outcome.question);
  const hedge = hedgeQuote(conversation, turn, missedQuestions);
  if (evadedOutcomes.length === 0 && hedge === null) return [];
  const code = evadedOutcomes.length > 0 ? 'evaded' : 'vague';
  const isAnsweredNext = code === 'vague' && answersNext(facts, turn, missedQuestions);
  const isParroted = repeatsQuestion(judgement.text, judgement.customer);
  // Plain words that miss a question may answer it in a way the program doesn't recognise: they are left to people.
  const isAnnoyed = TONE_CODES.includes(judgement.tone) && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told;
  const isAvoiding = hedge !== null || isParroted || alreadyPaidReply(facts, turn) !== '' || isAnnoyed;
  return [
    draftFinding({
      code,
      unsure: !isAvoiding || mayTellPoint(facts, turn, missedOutcomes),
      at: judgement.firstAt,
      conversation: conversation.key,
      turn: judgement.turn,
      quoteAt: code === 'vague' ? hedge : lastQuote(conversation, turn),
      customerText: judgement.customer,
      detail: question ? say('findings:evaded.detail', { question: question.text }) : null,
      detailParts: question ? { questionText: question.text } : {},
      because: joined([
        isParroted ? say('findings:evaded.parroted') : '',
        alreadyPaidReply(facts, turn),
        wantedPointText(question),
        isAnsweredNext ? say('findings:evaded.next') : '',
      ]),
      ...(isAnsweredNext ? { isWholeWhy: true as const, costShare: CORRECTED_SHARE } : {}),
      citation: citationOfQuestion(caseFacts, question),
      suggestion: modelAt(facts, question, turn.index),
      answeredQuestion: evadedOutcomes.length === 0 ? (question?.id ?? null) : null,
      spoiledQuestions: missedQuestions,
    }),
  ];
};

/**
 * Whether the very next turn answers each of these, and the story went on by it: the customer has heard it, though only once
 * they asked on. Where it still failed them (they left, or the step was left unsolved), the vague words have cost all (RULES M155).
 */
const answersNext = (
  { conversation, caseFacts }: ConversationFacts,
  turn: TurnHistory,
  questions: readonly string[],
): boolean => {
  const next = conversation.turns.find(({ index, judgement }) => index > turn.index && judgement.text !== '');
  const exit = conversation.beats.findLast(({ index }) => index < turn.index)?.exit ?? null;
  if (exit !== null && exit.how !== 'resolved') return false;
  return questions.every(
    (id) =>
      caseFacts.question(id) !== null &&
      next?.judgement.questions.some(({ question, answer }) => question === id && answer === 'answered'),
  );
};

/** Questions told wrong by this turn or before, and not yet put right. */
const questionsToldWrong = ({ pointResults }: ConversationFacts, turn: TurnHistory): ReadonlySet<string> => {
  return new Set(
    pointResults.flatMap(({ question, notes }) => {
      const verdicts = notes.filter(
        (noteOfTurn) => noteOfTurn.turn.index <= turn.index && noteOfTurn.note.state !== 'not-recognised',
      );
      return verdicts.at(-1)?.note.state === 'wrong' ? [question.id] : [];
    }),
  );
};

/** Questions of which the trainee had told something right before this turn. */
const questionsToldRightBefore = ({ pointResults }: ConversationFacts, turn: TurnHistory): ReadonlySet<string> =>
  new Set(
    pointResults.flatMap(({ question, notes }) =>
      notes.some((noteOfTurn) => noteOfTurn.turn.index < turn.index && noteOfTurn.note.state === 'covered')
        ? [question.id]
        : [],
    ),
  );

const figuresOf = (text: string): string[] => valuesIn(folded(text)).map(({ kind, quantity }) => `${kind} ${quantity}`);

/** Whether a turn repeats a figure that was told wrong before: 晚上六点！说了六点 answers, as wrongly as the first time. */
const repeatsWrongFigure = ({ conversation, pointResults }: ConversationFacts, turn: TurnHistory): boolean => {
  const wrongWords = pointResults.flatMap(({ notes }) =>
    notes
      .filter((noteOfTurn) => noteOfTurn.turn.index < turn.index && noteOfTurn.note.state === 'wrong')
      .map(({ note }) => quotedText(conversation, note.quote) ?? ''),
  );
  const figures = new Set(wrongWords.flatMap(figuresOf));
  return figuresOf(turn.judgement.text).some((figure) => figures.has(figure));
};

/** Whether this turn perhaps told a point of a question it passed by, in words nobody recognised (RULES T39). */
const mayTellPoint = (
  { caseFacts }: ConversationFacts,
  turn: TurnHistory,
  missedOutcomes: readonly { question: string }[],
): boolean =>
  (turn.judgement.touched ?? []).some(({ point }) =>
    missedOutcomes.some(({ question }) => caseFacts.point(point)?.question?.id === question),
  );

const wantedPointText = (question: Question | null): string => {
  const must = question?.points.find((point) => point.must);
  return must ? say('findings:evaded.wanted', { says: must.says }) : '';
};

/** 「甲」「乙」 in Chinese, “a”, “b” in English. */
const quotedOneByOne = (words: readonly string[]): string =>
  words.map((text) => say('findings:quoted', { words: text })).join(language() === 'zh' ? '' : ', ');

/** The texts for half an answer; `missingPoints`: the points it lacks, the first of them for the title. */
const partlyAnsweredTexts = (
  missingPoints: readonly string[],
): Pick<FindingDraft, 'detail' | 'detailParts' | 'because'> => ({
  detail: say('findings:answered-partly.detail', { says: missingPoints[0] ?? '' }),
  detailParts: { missingPoint: missingPoints[0] ?? '' },
  because: say('findings:answered-partly.because', { points: quotedOneByOne(missingPoints) }),
});

const ignoredTexts = (question: Question | null): Pick<FindingDraft, 'detail' | 'detailParts' | 'because'> => ({
  detail: question === null ? null : say('findings:name', { name: question.text }),
  detailParts: question === null ? {} : { questionText: question.text },
  because: wantedPointText(question),
});

/** A question still open at the end though the trainee had gone on writing: ignored, or half answered. */
const leftOpen = (facts: ConversationFacts, entry: QuestionHistory): FindingDraft[] => {
  const { conversation, caseFacts, pointResults } = facts;
  const mustResults = pointResults.filter((result) => result.question.id === entry.question && result.point.must);
  const missingResults = mustResults.filter(({ state }) => state === 'missed');
  const firstMissing = missingResults[0];
  if (!firstMissing || !isSettled(conversation, entry) || entry.state === 'provisional') return [];
  const turns = conversation.turns.filter(({ index, judgement }) => index > entry.openedIndex && judgement.text !== '');
  const touchingTurns = turns.filter((candidate) =>
    candidate.judgement.points.some((note) => note.question === entry.question && note.state !== 'not-recognised'),
  );
  const turn =
    touchingTurns.at(-1) ??
    turns.find(({ judgement }) => judgement.questions.some((outcome) => outcome.question === entry.question)) ??
    turns[0];
  if (!turn) return [];
  const isPartly = touchingTurns.length > 0;
  const isWrong = touchingTurns.some((candidate) =>
    candidate.judgement.points.some((note) => note.question === entry.question && note.state === 'wrong'),
  );
  // Wrong words are charged already, with what they left out; so are words that repeat their figure.
  if (isWrong || turns.some((candidate) => repeatsWrongFigure(facts, candidate))) return [];
  const question = caseFacts.question(entry.question);
  // A customer who had gone can't be answered: the suggestion is for the moment they went.
  const endingBefore = conversation.endings.find(({ index }) => index > entry.openedIndex && index < turn.index);
  // The trainee asked back and left it there: the suggestion is the answer itself.
  const hasAskedBack = turn.judgement.asked.length > 0;
  return [
    draftFinding({
      code: isPartly ? 'answered-partly' : 'ignored',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      // A point that was never told has no words to quote.
      quoteAt: isPartly ? lastQuote(conversation, turn) : null,
      observation: say('findings:ignored.seen', { question: question?.text ?? entry.question }),
      customerText: turn.judgement.customer,
      ...(isPartly ? partlyAnsweredTexts(missingResults.map(({ point }) => point.says)) : ignoredTexts(question)),
      citation: citationOfPoint(caseFacts, firstMissing.point) ?? citationOfQuestion(caseFacts, question),
      suggestion:
        isPartly || hasAskedBack
          ? modelInLedger(facts, entry.question)
          : modelAt(facts, question, endingBefore?.index ?? turn.index),
      answeredQuestion: isPartly ? entry.question : null,
      spoiledQuestions: [entry.question],
    }),
  ];
};
