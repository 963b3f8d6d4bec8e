/** Promises to be back that nobody owes any more (RULES T294). */
import { callBackIn } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import type { ConversationHistory } from './conversation-history.ts';

/** 付款卡20:30前给您发: what is promised of paying. 付款后18:00前回您 is promised of what comes after it. */
const OF_PAYING = /(?:付款卡?|催付|尾款|支付)(?![了好]?[后完之以])/;
/** 不用等我回话了, 刚才说的20:30不作数: the trainee takes it back. */
const TAKES_BACK =
  /(?:不用|不必|甭|别)再?等(?:我|店里|这边)?的?(?:回[话信音您]|留言|消息|信|通知|了)|(?:刚才|刚刚|前面|之前)(?:我?说|答应)的?[^,，。]{0,12}(?:不算|不作数|作废|收回)/;

/**
 * Whether a promise in a message or turn is over: what was promised of paying once the customer has paid, and what the trainee
 * took back in later words that promise no other time.
 */
export const isOvertaken = (
  { customerDeeds, traineeMessages }: Pick<ConversationHistory, 'customerDeeds' | 'traineeMessages'>,
  { text, index }: { text: string; index: number },
): boolean => {
  const promised = callBackIn(readText(folded(text)), 'next-shift');
  const toThere = promised === null ? text : folded(text).slice(0, promised.end);
  const hasPaid = customerDeeds.some(
    ({ deed, index: at }) => at > index && (deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays)),
  );
  return (
    (hasPaid && OF_PAYING.test(toThere)) ||
    traineeMessages.some(
      (later) =>
        later.index > index && TAKES_BACK.test(later.text) && callBackIn(readText(folded(later.text)), 'desk') === null,
    )
  );
};
