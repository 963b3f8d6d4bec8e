/** Whether the words that name a fact of the customer's ask them for it. */
import type { Quote } from '#engine/model/turn-judgement.ts';
import type { TurnText } from '#engine/state/turn-text.ts';
import { lastQuestion } from './last-question.ts';

/** 今晚拦没拦住，明早10点前给您留言: what is open is told later, so it asks the customer nothing (RULES J231). */
const OPEN_EITHER_WAY = /^[^您你]*([^不没要行好可是有您你])[不没]\1[^吗？?您你]{0,6}$/;
const TELLS_LATER =
  /^[^。；！？;!?\n]{0,24}?(?:[给跟和][您你](?:留[言话]|说|讲|回|个?(?:准?信|准话|答复|消息))|(?:告诉|通知|回复?)[您你])/;

/** Whether a clause names what is open either way and the rest of its sentence says that the customer is told of it. */
const isToldLater = (clause: string, rest: string): boolean => OPEN_EITHER_WAY.test(clause) && TELLS_LATER.test(rest);

/**
 * Whether a clause is a question that wants an answer: 换还是修您来定 isn't, and 新地址发我一下 asks for the address alone, in its very
 * words (`named`).
 */
export const isPutToCustomer = (
  { said }: TurnText,
  { message, end }: Quote,
  burst: readonly string[],
  named: boolean | undefined,
): boolean => {
  const text = said.find(({ id }) => id === message)?.text ?? '';
  const untilThen = text.slice(0, end + 1).replace(/[，。；：！、,.;:!~～…\s]+$/u, '');
  const question = lastQuestion(untilThen, burst);
  const asksNothing = named === true ? ['more', 'say'] : ['more', 'say', 'give'];
  if (question === null || asksNothing.includes(question.kind) || !untilThen.endsWith(question.clause)) return false;
  return !isToldLater(question.clause, text.slice(end));
};
