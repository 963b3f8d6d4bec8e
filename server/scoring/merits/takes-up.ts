/** Whether words take up what the customer just spoke of, or could be said to anybody at any time. */

import { letsThink } from '#language/windows/closings.ts';
import { isAsking } from '#scoring/log/phrasing.ts';

/** Polite phrases that fit every pause: they don't show that the customer's words were read. */
const GENERIC_PHRASES = [
  '有什么不清楚的',
  '有什么要问的',
  '有什么不会的',
  '有什么问题',
  '有不清楚的',
  '还有什么',
  '有疑问',
  '有问题',
  '要问的',
  '随时',
  '有事',
  '找我',
  '喊我',
  '问我',
  '您先忙',
  '您忙',
  '先忙',
  '慢慢来',
  '慢慢看',
  '不着急',
  '有空说',
];
/** Characters of pronouns, tense, time and quantity: sharing them shows no common topic. */
const EMPTY_CHARS = new Set(
  '您你我他她它们的了吗呢吧啊呀哦哈嗯先再去来就还是不没有在这那个一下会要等说好行得到上里都也给让跟对和把被什么怎看问点前今明天号能可以得',
);
/** Words that say what the trainee does meanwhile, or for how long: they keep the customer. */
const MEANWHILE_WORDS = ['我盯着', '我等您', '等您', '我在', '我接着', '回您', '有信', '我看着', '给您留'];
/** 八点前回您 keeps the customer; 18点前付的今天能出库 only who wonders whether to buy. */
const TIME_LIMIT = /点前/;
const TIME_TO_BUY = /点前.{0,3}[付拍买下]/;
/** Words of a customer who hesitates: asking what it is about takes that up. */
const HESITATION_WORDS = ['再想想', '想想', '再看看', '先不', '算了', '下回', '不要了', '再说吧', '拿不准', '菜场'];
const REASON_QUESTIONS = ['哪里', '哪一样', '哪样', '担心', '顾虑', '卡在', '不合适', '拿不准'];

/** A question with at least this many characters of content is about something. */
const MIN_CONTENT_CHARS = 4;

const includesAny = (text: string, phrases: readonly string[]): boolean => phrases.some((word) => text.includes(word));

/** Whether a customer's line puts the purchase off: 先不急着拍吧 asks nothing. */
export const hesitates = (line: string): boolean => includesAny(line, HESITATION_WORDS);

const contentOf = (words: string): string[] =>
  [...GENERIC_PHRASES.reduce((remaining, phrase) => remaining.replaceAll(phrase, ''), words)].filter(
    (char) => /\p{Script=Han}/u.test(char) && !EMPTY_CHARS.has(char),
  );

/** Whether words say what the trainee does meanwhile, or let the customer go. */
export const keepsOrLets = (words: string): boolean => includesAny(words, MEANWHILE_WORDS) || letsThink(words);

/** Whether words speak of what a line speaks of, or ask why a customer hesitates. */
export const sharesTopic = (words: string, line: string): boolean =>
  contentOf(words).some((char) => line.includes(char)) ||
  (hesitates(line) && (includesAny(words, REASON_QUESTIONS) || TIME_LIMIT.test(words)));

/** Whether `words` take up `lines`, what the customer had said since the reply before. */
export const takesUp = (words: string, lines: readonly string[]): boolean => {
  const customerWords = lines.join('');
  if (includesAny(words, MEANWHILE_WORDS)) return true;
  if (TIME_LIMIT.test(words) && (!TIME_TO_BUY.test(words) || hesitates(customerWords))) return true;
  if (hesitates(customerWords) && includesAny(words, REASON_QUESTIONS)) return true;
  const specificWords = GENERIC_PHRASES.reduce((remaining, phrase) => remaining.replaceAll(phrase, ''), words);
  const contentChars = contentOf(words);
  return (
    contentChars.some((char) => customerWords.includes(char)) ||
    (isAsking(specificWords) && contentChars.length >= MIN_CONTENT_CHARS)
  );
};
