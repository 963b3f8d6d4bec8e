/** Replies that buy time to look something up. */
import type { Question } from '#engine/model/content.ts';
import { isSendable } from './sendable.ts';

/** The customer asks us to repeat something (几点你再说一遍). Nothing has to be looked up, so don't promise to. */
const ASKS_TO_REPEAT = /再说|一遍|说全|说清/;
/**
 * Whether the customer's words are a question: by a question word, 吗, or a verb with its denial (能不能, 是不是). Only a
 * question fits 「您问的是…」 below: 今天能不能发 does, 你改 doesn't.
 */
const LOOKS_LIKE_QUESTION = /[？?吗呢么几哪啥多少谁怎咋]|什么|对吧|([\u4e00-\u9fff])[不没]\1|[不没]$/;
/**
 * Words with 我 or 你 can't be quoted back: said by the shop, 这双我穿几码 would mean the shop's size, and 念验证码给您行吗
 * would ask the customer for the code.
 */
const HAS_PRONOUN = /[我你您咱俺]/;

const LOOKING_AT_ORDER = '我看下您这边的记录，半分钟内回您';
const CARRYING_ON = '看到了，我这就接着办，半分钟内回您';
const LOOKING_IT_UP = '这个我查准了答您，半分钟内回来';

/**
 * A reply that buys time honestly: it names what was asked and promises the seconds. `customerWords` are used only where
 * there is no question.
 */
export const holdPromiseSuggestion = (
  question: Question | null,
  goodsNames: readonly string[],
  customerWords: string | null = null,
): string => {
  const askedText = (question?.text ?? customerWords)?.replace(/[？?。]+$/, '');
  if (!askedText) return LOOKING_AT_ORDER;
  if (!LOOKS_LIKE_QUESTION.test(askedText) || ASKS_TO_REPEAT.test(askedText)) return CARRYING_ON;
  const namingQuestion = `您问的是${askedText}，我这就查，半分钟内回您`;
  return HAS_PRONOUN.test(askedText) || !isSendable(namingQuestion, goodsNames) ? LOOKING_IT_UP : namingQuestion;
};
