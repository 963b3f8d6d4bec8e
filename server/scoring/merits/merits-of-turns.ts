/** Merits of what was said and asked in a turn. */
import { isPersonalReply } from '#engine/model/events.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import { say } from '#i18n/say.ts';
import { holdIn } from '#language/answers/hold.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { repeatsQuestion } from '#language/whole-reply/parroting.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { sharesContent, wordingsOf } from '#scoring/facts/counted-notes.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { turnGrade } from '#scoring/facts/turn-grade.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { bubbleText, isAsking, messageText, quotedText, wholeClause, wholeMessage } from '#scoring/log/phrasing.ts';
import { quotes } from '#scoring/opportunities/quotes.ts';
import { answeredAhead } from './answered-ahead.ts';
import { calmedMerit } from './calmed.ts';
import { keptPromises } from './kept-promises.ts';
import {
  clauseOf,
  hasAnswered,
  isStillRight,
  isSure,
  isUneditedQuickReply,
  meritOfTurn,
  quoteText,
  spanOf,
  wasPressed,
} from './merit-draft.ts';
import { asksForTold } from './same-matter.ts';

export const turnMerits = (facts: ConversationFacts): FindingDraft[] => {
  return [
    ...facts.conversation.turns.flatMap((turn) => [
      ...editedQuickReply(facts, turn),
      ...correctedSlip(facts, turn),
      ...answeredAhead(facts, turn),
      ...askedFirst(facts, turn),
      ...fullAnswer(facts, turn),
    ]),
    ...keptPromises(facts),
    ...calmedMerit(facts),
  ];
};

/** A quick reply of the shop edited to fit is a merit only if it answered a question. Who edits their own has written it twice. */
const editedQuickReply = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const note = turn.judgement.canned.find(
    (reply) => reply.verdict === 'fit' && reply.edited > 0 && !isPersonalReply(reply.quickReply),
  );
  if (!note || !hasAnswered(turn)) return [];
  const phrase = facts.caseFacts.shop.quickReplies.find(({ id }) => id === note.quickReply);
  const because = phrase ? say('merits:edited', { code: phrase.code }) : '';
  return [
    meritOfTurn(facts, turn, 'merit:edited-quick-reply', wholeMessage(facts.conversation, note.message), because),
  ];
};

/** A slip put right before the customer asked or doubted: a trainee who was pressed had to put it right. */
const correctedSlip = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const note = turn.judgement.points.find((candidate) => candidate.corrected && isStillRight(facts, candidate.point));
  if (!note || !turn.judgement.corrects || wasPressed(facts, turn)) return [];
  const rightAnswer = facts.caseFacts.point(note.point)?.point.says ?? '';
  return [meritOfTurn(facts, turn, 'merit:corrected', note.quote, say('merits:corrected', { says: rightAnswer }))];
};

/** Whether the case needs a fact: a question can't be answered, or an operation not rightly be done, without it. */
const isNeededByCase = ({ scenario }: CaseFacts, fact: string): boolean => {
  const needsOfCase = [...scenario.beats.flatMap((beat) => beat.needs), ...scenario.duties];
  const questionsOfCase = scenario.beats.flatMap((beat) => beat.asks);
  return (
    needsOfCase.some(
      ({ ask, after }) => ask === fact || after.some((condition) => 'ask' in condition && condition.ask === fact),
    ) || questionsOfCase.some(({ first }) => first?.includes(fact))
  );
};

/** Whether words ask a question: 拍一张 only asks for something to be sent, as every shop does. */
const isQuestion = (words: string): boolean =>
  !WORDS_FOR_SENDING.some((word) => words.includes(word)) && isAsking(words);

/** 我给您看一眼38还有没有: the shop looks it up, and nobody is asked. */
const looksUp = (words: string): boolean => holdIn(readText(normalise(words).text)) !== null;
const WORDS_FOR_SENDING = ['拍', '发我', '发来', '发给', '照片', '发一下'];

/** A question for the fact that the case needs, in words, that made the customer tell it. */
const askedFirst = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const { judgement } = turn;
  const drawingRequest = judgement.asked.find(
    (request) =>
      !request.again &&
      !request.aside &&
      !looksUp(quoteText(conversation, request.quote)) &&
      isNeededByCase(caseFacts, request.fact) &&
      !isUneditedQuickReply(turn, request.quote.message) &&
      !repeatsQuestion(judgement.text, judgement.customer) &&
      isQuestion(quoteText(conversation, clauseOf(conversation, request.quote))) &&
      conversation.factsTold.some(
        (factTold) => factTold.fact === request.fact && factTold.turn === judgement.turn && factTold.how === 'asked',
      ),
  );
  if (!drawingRequest) return [];
  const { because, detailParts } = factDrawnOut(facts, drawingRequest.fact);
  const quote = plainestRequest(facts, turn, drawingRequest);
  // What came of itself beside the question isn't told as its answer: the words quoted ask for it themselves (RULES M239).
  const { customerAnswer } = detailParts;
  if (
    customerAnswer !== undefined &&
    !asksForTold(quoteText(conversation, clauseOf(conversation, quote)), customerAnswer)
  )
    return [];
  return [meritOfTurn(facts, turn, 'merit:asked-first', quote, because, detailParts)];
};

/**
 * Of a turn's words that ask for a fact the first that stand with a question mark: 您家几口人吃饭？ and not 看几个人吃哈 before it
 * (RULES M154). Where none do, those that the engine heard.
 */
const plainestRequest = (
  { conversation, caseFacts }: ConversationFacts,
  { judgement }: TurnHistory,
  { fact, quote }: { fact: string; quote: Quote },
): Quote => {
  if (/[？?]$/.test(quoteText(conversation, clauseOf(conversation, quote)))) return quote;
  const known = caseFacts.scenario.customer.knows.find(({ id }) => id === fact);
  const wordings = [known?.model ?? '', ...(known?.cues ?? [])];
  const questions = judgement.messages.flatMap((message) =>
    [...(messageText(conversation, message) ?? '').matchAll(/[^，。！？；,!?;\n]+[？?]/g)].map((hit) => ({
      message,
      start: hit.index,
      end: hit.index + hit[0].length - 1,
    })),
  );
  return questions.find((place) => sharesContent(quoteText(conversation, place), wordings)) ?? quote;
};

/** What the customer only told because they were asked. */
const factDrawnOut = ({ caseFacts }: ConversationFacts, id: string): Pick<FindingDraft, 'because' | 'detailParts'> => {
  const fact = caseFacts.scenario.customer.knows.find((knownFact) => knownFact.id === id);
  const toldText = fact?.says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join(' ') ?? '';
  if (toldText !== '')
    return { because: say('merits:drawnOut.said', { told: toldText }), detailParts: { customerAnswer: toldText } };
  const sentPicture = fact?.says.find((bubble) => bubble.kind === 'picture');
  if (sentPicture === undefined) return { because: '', detailParts: {} };
  const pictureText = bubbleText(sentPicture, caseFacts);
  return { because: say('merits:drawnOut.sent', { picture: pictureText }), detailParts: { pictureText } };
};

/** Whether an earlier turn had answered the question short, so that the customer had to ask on. */
const wasAnsweredShort = (conversation: ConversationHistory, turn: TurnHistory, question: string): boolean =>
  conversation.turns.some(
    (earlier) =>
      earlier.index < turn.index &&
      earlier.judgement.questions.some(
        (outcome) =>
          outcome.question === question && !['untouched', 'held', 'clarifying', 'answered'].includes(outcome.answer),
      ),
  );

/** All points of a question, bonus points included, in one message, with no half answer in a turn before. */
const fullAnswer = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  return turn.judgement.questions.flatMap(({ question, answer }) => {
    const pointsOfQuestion = facts.pointResults.filter((result) => result.question.id === question);
    const notesHere = turn.judgement.points.filter((note) => note.question === question && note.state === 'covered');
    const span = spanOf(notesHere.map(({ quote }) => quote));
    const isWhole = pointsOfQuestion.every(({ point }) =>
      notesHere.some((note) => note.point === point.id && isSure(note)),
    );
    if (answer !== 'answered' || pointsOfQuestion.length < 2 || !isWhole || !span) return [];
    if (
      pointsOfQuestion.some((result) => result.state !== 'covered' || result.wasCorrected) ||
      isUneditedQuickReply(turn, span.message)
    )
      return [];
    // A turn that is whole on one question and short on another is no full answer.
    const grade = turnGrade(facts.conversation, turn);
    if (wasAnsweredShort(facts.conversation, turn, question) || grade?.expression !== 'excellent') return [];
    if (turn.judgement.questions.some((outcome) => outcome.answer === 'partial' || outcome.answer === 'vague'))
      return [];
    if (grade?.manner !== 'excellent' || turn.judgement.tone === 'cold') return [];
    const values = { question: pointsOfQuestion[0]?.question.text ?? '', n: pointsOfQuestion.length };
    const { conversation } = facts;
    const isNamed = pointsOfQuestion.every(({ point }) =>
      notesHere.some(
        (note) =>
          note.point === point.id &&
          sharesContent(quoteText(conversation, clauseOf(conversation, note.quote)), wordingsOf(point)),
      ),
    );
    const clauses = notesHere.map(({ quote }) => quotedText(conversation, wholeClause(conversation, quote)));
    // What was said, and not the card’s words (RULES M140).
    const points = quotes([...new Set(clauses.flatMap((said) => said ?? []))]);
    const because = isNamed ? say('merits:full', { ...values, points }) : say('merits:full-unnamed', values);
    return [meritOfTurn(facts, turn, 'merit:full-answer', span, because)];
  });
};
