/** Words of the log as a reader sees them: bubbles with their product names, quotes cut from a trainee's messages. */
import type { Bubble, CustomerPicture } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import type { CaseFacts } from './case-facts.ts';
import { BEFORE_LOG, type ConversationHistory, type TurnHistory } from './conversation-history.ts';

/** A bubble as it is shown: words as they are, a card or a picture in brackets. */
export const bubbleText = (bubble: Bubble, caseFacts: CaseFacts): string => {
  if (bubble.kind === 'text') return bubble.text;
  if (bubble.kind === 'product') return cardText(caseFacts.product(bubble.product)?.name ?? bubble.product);
  if (bubble.kind === 'picture') return pictureText(caseFacts.picture(bubble.picture));
  const { orders } = caseFacts.scenario;
  const order = orders.find(({ id }) => id === bubble.order) ?? orders[0];
  return order ? say('words:order', { no: order.no }) : say('words:an-order');
};

/** A card in brackets, for places that show only text. */
export const cardText = (name: string): string => say('words:card', { name });

/** A picture in brackets, for places that show only text. */
export const pictureText = (picture: Pick<CustomerPicture, 'alt'> | null): string =>
  picture === null ? say('words:a-picture') : say('words:picture', { alt: picture.alt });

/** Whether a line of `bubbleText` shows a card or a picture. */
export const showsCard = (line: string): boolean =>
  language() === 'zh' ? line.startsWith('〔') : /^\[.*\]$/.test(line);

/** What the customer had said since the trainee's last words, as seen just before place `index` of the log. */
export const customerBefore = (conversation: ConversationHistory, caseFacts: CaseFacts, index: number): string => {
  const lastMessage = conversation.customerMessages.findLast((line) => line.index < index);
  if (!lastMessage) return '';
  const lastReplyIndex =
    conversation.traineeMessages.findLast((message) => message.index < lastMessage.index)?.index ?? BEFORE_LOG;
  return conversation.customerMessages
    .filter((line) => line.index > lastReplyIndex && line.index <= lastMessage.index)
    .map(({ bubble }) => bubbleText(bubble, caseFacts))
    .join('\n');
};

/** What the customer said from place `from` of the log on, until place `to`. */
export const customerBetween = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  from: number,
  to: number,
): string => {
  return conversation.customerMessages
    .filter(({ index }) => index >= from && index < to)
    .map(({ bubble }) => bubbleText(bubble, caseFacts))
    .join('\n');
};

export const messageText = (conversation: ConversationHistory, id: string): string | null => {
  return conversation.traineeMessages.find((message) => message.id === id)?.text ?? null;
};

/** The exact words at a place; null when the place names a card or nothing. */
export const quotedText = (conversation: ConversationHistory, quote: Quote): string | null => {
  const words = messageText(conversation, quote.message)?.slice(quote.start, quote.end) ?? '';
  return words.trim() === '' ? null : words;
};

/** The whole of a message as a quote. */
export const wholeMessage = (conversation: ConversationHistory, id: string): Quote | null => {
  const text = messageText(conversation, id);
  return text === null || text === '' ? null : { message: id, start: 0, end: text.length };
};

/** The whole of the turn's last message, for a fault of the turn as a whole. */
export const lastQuote = (conversation: ConversationHistory, turn: TurnHistory): Quote | null => {
  const id = turn.judgement.messages.findLast((message) => messageText(conversation, message) !== null);
  return id === undefined ? null : wholeMessage(conversation, id);
};

/** Patterns of a question: its end, its question words, or a request to say something again. */
const QUESTION_PATTERN =
  /[？?]$|[吗呢么啥吧不]$|^真.{1,4}[啊呀]$|多少|几|哪|怎么|什么|咋|再报|再说|再确认|对一下|看下|核对|报一遍/;

/** Whether a customer's words want an answer. */
export const asksSomething = (text: string): boolean => QUESTION_PATTERN.test(text);

/** Whether words ask something, with or without a mark. */
export const isAsking = (words: string): boolean =>
  readText(normalise(words).text).clauses.some((clause) => clause.isQuestion);

/** The first clauses of a text, at most `maxChars` characters: cut where the speaker paused, never inside a clause or a question. */
export const shortened = (text: string, maxChars = 24): string => {
  const oneLine = text.replaceAll('\n', '，').trim();
  const [first = '', ...rest] = oneLine.match(/[^。！？!?]*[。！？!?]?/g)?.filter((sentence) => sentence !== '') ?? [];
  let shortText = fittingClauses(first, maxChars);
  for (const sentence of shortText === first ? rest : []) {
    if (shortText.length + sentence.length > maxChars) {
      // The first part of a statement can stand alone; part of a question would ask something else.
      if (!/[？?]$/.test(sentence) && shortText.length < maxChars / 2)
        shortText += fittingClauses(sentence, maxChars - shortText.length);
      break;
    }
    shortText += sentence;
  }
  return shortText.replace(/[，。；,.;～~…\s]+$/, '');
};

/** Clauses of one sentence that fit: the first of a statement, the last of a question. */
const fittingClauses = (sentence: string, maxChars: number): string => {
  if (sentence.length <= maxChars) return sentence;
  const clauses = sentence.match(/[^，；,;～~…\s]*[，；,;～~…\s]*/g)?.filter((clause) => clause !== '') ?? [];
  const isQuestion = /[？?]$/.test(sentence);
  let fitting = '';
  for (const clause of isQuestion ? clauses.toReversed() : clauses) {
    if (fitting !== '' && fitting.length + clause.length > maxChars) break;
    fitting = isQuestion ? clause + fitting : fitting + clause;
  }
  return fitting;
};

const CLAUSE_BREAK = /[，。！？；,.!?;\n]/;
const DIGIT = /\d/;

/** Whether a clause ends at this place: a point or colon inside of a figure (23.9, 20:00) ends nothing. */
export const breaksAt = (text: string, offset: number, breakPattern: RegExp = CLAUSE_BREAK): boolean => {
  if (!breakPattern.test(text.charAt(offset))) return false;
  return !(
    /[.,:：]/.test(text.charAt(offset)) &&
    DIGIT.test(text.charAt(offset - 1)) &&
    DIGIT.test(text.charAt(offset + 1))
  );
};

/** A quote grown to the clause it stands in, so that no word of it is cut through. */
export const wholeClause = (conversation: ConversationHistory, quote: Quote, breakPattern?: RegExp): Quote => {
  const text = messageText(conversation, quote.message);
  if (text === null) return quote;
  return { message: quote.message, ...clauseAround(text, quote.start, quote.end - quote.start, breakPattern) };
};

/** Where the clause around these characters begins and ends. */
export const clauseAround = (text: string, offset: number, length: number, breakPattern?: RegExp) => {
  let start = offset;
  while (start > 0 && !breaksAt(text, start - 1, breakPattern)) start -= 1;
  let end = offset + length;
  while (end < text.length && !breaksAt(text, end, breakPattern)) end += 1;
  return { start, end };
};

/** A text with an end mark, so that a sentence can follow: texts of goods have none. */
export const withEndMark = (text: string): string =>
  /[。！？!?]$/.test(text) ? text : `${text}${language() === 'zh' ? '。' : '.'}`;

export const yuan = (cents: number): string => `¥${(cents / 100).toFixed(2)}`;

const MINUTE_S = 60;
/** From ten minutes on a reader needs no seconds. */
const WHOLE_MINUTES_FROM_S = 600;

/** 15 秒; from a minute on 1 分 42 秒, from ten minutes on whole minutes (RULES M104). */
export const secondsText = (seconds: number): string => {
  const wholeSeconds = Math.round(seconds);
  // Under half a second: 0 秒 would say that something took no time.
  if (wholeSeconds < 1) return say('words:seconds.none');
  if (wholeSeconds < MINUTE_S) return say('words:seconds.few', { n: wholeSeconds });
  const restSeconds = wholeSeconds % MINUTE_S;
  return wholeSeconds >= WHOLE_MINUTES_FROM_S || restSeconds === 0
    ? say('words:seconds.minutes', { n: Math.round(wholeSeconds / MINUTE_S) })
    : say('words:seconds.mixed', { minutes: Math.floor(wholeSeconds / MINUTE_S), seconds: restSeconds });
};

/** Seconds with words after them: 15 秒没有回复. */
export const secondsThen = (seconds: number, words: string): string =>
  say('words:then', { wait: secondsText(seconds), words });

/** 1:05: a place in the drill. */
export const clockText = (at: DrillMs): string =>
  `${Math.floor(at / 60_000)}:${String(Math.floor((at % 60_000) / 1000)).padStart(2, '0')}`;

export const msToS = (from: DrillMs, to: DrillMs): number => Math.max(0, (to - from) / 1000);
