/**
 * Which of the judge's notes a report counts: a note belongs to the visit in which its question was asked, and a doubt
 * needs a ground.
 */
import type { Point, Question } from '#engine/model/content.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { normalise } from '#language/reading/normalise.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { messageText } from '#scoring/log/phrasing.ts';
import { plainText } from './turn-grade.ts';

/**
 * The conversation without notes on questions of an earlier visit, unless they put something right, and without doubts
 * that have no ground.
 */
export const withCountedNotes = (conversation: ConversationHistory, caseFacts: CaseFacts): ConversationHistory => {
  const turns: TurnHistory[] = [];
  for (const turn of conversation.turns) turns.push(withoutUncounted(conversation, caseFacts, turn, turns));
  return { ...conversation, turns };
};

const withoutUncounted = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  turn: TurnHistory,
  earlierTurns: readonly TurnHistory[],
): TurnHistory => {
  const { judgement } = turn;
  const points = judgement.points.filter(
    (note) =>
      !(isOfEarlierVisit(conversation, caseFacts, turn, note.question) && !mayCorrect(caseFacts, note)) &&
      !lacksFigureOfBonus(caseFacts, turn, note) &&
      !(note.state === 'not-recognised' && wasSaidBefore(conversation, turn, note.question)) &&
      (note.state !== 'not-recognised' || isGrounded(conversation, caseFacts, turn, note, earlierTurns)),
  );
  const questions = judgement.questions.map((judged) => {
    if (TELLS_NOTHING.includes(judged.answer) && wasSaidBefore(conversation, turn, judged.question))
      return { ...judged, answer: 'untouched' as const };
    return judged.answer === 'not-recognised' &&
      isOffTopic(conversation, caseFacts, turn, judged.question, points, earlierTurns)
      ? { ...judged, answer: 'vague' as const }
      : judged;
  });
  return { ...turn, judgement: { ...judgement, points, questions } };
};

/** What nobody tells in words without it; 半码 and 一箱 are told in many. */
const FIGURES: readonly Value['kind'][] = ['duration', 'amount', 'percent', 'clock'];
/** 这两天肯定就走了 is about now: it tells no span of two days. */
const SOME_DAYS = /[这那近]$/;

/**
 * Whether a bonus that is a figure in each of its wordings (付款48小时内发) was heard in words without that figure: by likeness
 * alone the same words told it in one report and not in another (RULES M22).
 */
const lacksFigureOfBonus = (
  caseFacts: CaseFacts,
  { judgement }: TurnHistory,
  { point: id, state }: PointNote,
): boolean => {
  const point = caseFacts.point(id)?.point;
  if (point === undefined || point.must || state === 'wrong') return false;
  const [first = [], ...others] = wordingsOf(point).map((wording) => valuesIn(folded(wording)));
  const isIn = (values: readonly Value[], wanted: Value): boolean => values.some((value) => isSameValue(value, wanted));
  const figures = first.filter(
    (figure) => FIGURES.includes(figure.kind) && others.every((values) => isIn(values, figure)),
  );
  const text = folded(judgement.text);
  const told = valuesIn(text).filter(({ start }) => !SOME_DAYS.test(text.slice(0, start)));
  return figures.length > 0 && !figures.some((figure) => isIn(told, figure));
};

/** Ways to stand to a question without telling anything of it. */
const TELLS_NOTHING: readonly string[] = ['not-recognised', 'clarifying', 'vague', 'evaded'];

/**
 * Whether a turn's last words were sent before the customer had asked (您好，您想了解什么 3 s before 现在还有吗): such words are
 * no answer to it, neither a bad nor a doubtful one (RULES M116).
 */
export const wasSaidBefore = (
  { questions, customerMessages }: ConversationHistory,
  { judgement }: TurnHistory,
  question: string | null,
): boolean => {
  const entries = questions.filter((entry) => entry.question === question);
  const shownAt = entries.map(
    ({ bubbleId, openedAt }) => customerMessages.find(({ id }) => id === bubbleId)?.at ?? openedAt,
  );
  return shownAt.length > 0 && shownAt.every((at) => judgement.lastAt < at);
};

const visitAt = (conversation: ConversationHistory, index: number): number =>
  conversation.arrivals.findLastIndex((arrival) => arrival.index <= index);

/**
 * Whether a question was asked in an earlier visit and is not recalled in this one: 当时是有货的, said two days later,
 * doesn't answer that day's question but what the customer came back with.
 */
const isOfEarlierVisit = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  turn: TurnHistory,
  question: string | null,
): boolean => {
  const entry = conversation.questions.findLast((asked) => asked.question === question);
  if (!entry || visitAt(conversation, entry.openedIndex) >= visitAt(conversation, turn.index)) return false;
  const isRecalled = conversation.beats.some(
    ({ index, beat }) => index <= turn.index && index > entry.openedIndex && caseFacts.beat(beat)?.recalls === question,
  );
  return !isRecalled;
};

/**
 * Whether a note counts after all: a must point or a wrong one may still be put right on the return (RULES T4); a bonus
 * comes too late.
 */
const mayCorrect = (caseFacts: CaseFacts, { state, corrected, point }: PointNote): boolean =>
  state === 'covered' && (corrected || caseFacts.point(point)?.point.must === true);

/** Whether the story took a question as answered: then its doubts stay, whatever the words were (RULES T6). */
const isProvisional = (conversation: ConversationHistory, question: string | null): boolean =>
  entryOf(conversation, question)?.state === 'provisional';

const entryOf = (conversation: ConversationHistory, question: string | null): QuestionHistory | null =>
  conversation.questions.findLast((entry) => entry.question === question) ?? null;

/** Whether a doubt is worth a person's look: its words share content with the point, and no earlier turn had the same words. */
const isGrounded = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  turn: TurnHistory,
  note: PointNote,
  earlierTurns: readonly TurnHistory[],
): boolean => {
  const foundPoint = caseFacts.point(note.point);
  if (!foundPoint) return true;
  // A point that opens another way of the story is an offer, not a duty: no person need decide whether it was made.
  if (foundPoint.point.leads !== null) return false;
  if (isProvisional(conversation, note.question)) return true;
  if (isSaidAgain(turn, earlierTurns)) return false;
  const quotedWords =
    messageText(conversation, note.quote.message)?.slice(note.quote.start, note.quote.end) ?? turn.judgement.text;
  return sharesContent(quotedWords, wordingsOf(foundPoint.point));
};

/**
 * Whether a turn in doubt is off the topic: no doubt of its question has a ground, and its words are an earlier turn's
 * or share nothing with the question.
 */
const isOffTopic = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  turn: TurnHistory,
  questionId: string,
  points: readonly PointNote[],
  earlierTurns: readonly TurnHistory[],
): boolean => {
  const question = caseFacts.question(questionId);
  if (!question || isProvisional(conversation, questionId) || points.some((note) => note.question === questionId))
    return false;
  return isSaidAgain(turn, earlierTurns) || !sharesContent(turn.judgement.text, topicOf(question));
};

const isSaidAgain = (turn: TurnHistory, earlierTurns: readonly TurnHistory[]): boolean =>
  earlierTurns.some(({ judgement }) => plainText(judgement.text) === plainText(turn.judgement.text));

export const wordingsOf = ({ says, also }: Point): string[] => [says, ...(also ?? [])];

/** The wordings of what must be told to a question. */
export const topicOf = (question: Question): string[] => question.points.filter(({ must }) => must).flatMap(wordingsOf);

/** Characters that every reply has. They are left out: texts that share only these share no content. */
const COMMON_CHARS =
  /[的了呢哦啊呀哈哟嘛吧吗亲您你我他她它们这那个就都也还再会要能可以不没有已经现在马上请给帮把被是在到和跟对说看一下些么什怎]/g;

/**
 * Whether the reply and a wording share two neighbouring characters of content, a figure or a kind of figure: 运费险 in
 * 有运费险的, 39 in 三十九号半, a span of days in 大概一周. 已经在催了 shares nothing with 丢了我们赔.
 */
export const sharesContent = (text: string, wordings: readonly string[]): boolean => {
  const pieces = contentOf(text);
  return wordings.some((wording) => [...contentOf(wording)].some((pieceOfWording) => pieces.has(pieceOfWording)));
};

/** Whether words state something on a topic: 您是问抬头吗 takes it up and tells nothing. */
export const statesOf = (text: string, topics: readonly string[]): boolean => {
  const reading = readText(normalise(text).text);
  return reading.clauses.some(
    ({ isQuestion, start, end }) => !isQuestion && sharesContent(reading.text.slice(start, end), topics),
  );
};

const DIGITS = '零一二三四五六七八九';
/** Kinds of figure that show a topic. Sums are left out: every reply has one, so a sum in both shows nothing. */
const TOPIC_KINDS: readonly string[] = ['duration', 'date', 'clock', 'size', 'percent'];

const contentOf = (text: string): Set<string> => {
  const pieces = new Set<string>();
  const withDigits = text.replace(/[零一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)));
  for (const [figure] of withDigits.replace(/[十百千万]/g, '').matchAll(/\d{2,}/g)) pieces.add(figure);
  for (const { kind } of readText(normalise(text).text).values) if (TOPIC_KINDS.includes(kind)) pieces.add(`:${kind}`);
  for (const piece of text.replace(COMMON_CHARS, '').split(/[^\u3400-\u9fffA-Za-z]+/))
    for (let index = 0; index + 1 < piece.length; index++) pieces.add(piece.slice(index, index + 2));
  return pieces;
};
