/** Where money goes back to: 退成店铺余额 against a card that says 原路返回 (RULES T115). */
import { statesFact } from '#language/deeds/deeds.ts';
import type { Reading } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import type { Contradicted } from './card-wordings.ts';

const REFUND = /退/;
const ORIGINAL_WAY = /原路/;

/** What the shop or the platform keeps for the customer: their own 零钱 and 银行卡 may be how they paid. */
const KEPT =
  /(?:店铺|店里|平台|商城|购物|会员|账户|账号)[^,]{0,5}余额|(?:店铺|优惠|代金|购物|抵用|抵扣)券|购物金|购物卡|储值/g;
/** Money is moved there: 退进您账号的, 会到您的, 换成. A coupon is only what money turns into; 退回店铺券 gives back one that was used. */
const MOVED_INTO = /(?:退|返|换|折|算|转|变)(?:款|钱)?(?:会|都|给您|您|全)?(?:成|为|作)[^,]{0,5}$/;
const MOVED_TO = /(?:退|返|打|转|存|进|到)(?:款|钱)?(?:会|都|给您|您|全)?(?:到|进|入|回|至|在)?[^,不没]{0,5}$/;
const DENIED = /[不没别](?:会|能|是|用|给您|给|再|走)?[^,]{0,4}$/;
/** 要不给您退成余额: nobody has settled it. */
const PROPOSED = /要不|要么|或者|能不能|想|选/;

/** The card by which refunds go back the way they were paid; none where the case itself has money on a balance. */
export const originalWayCardOf = (
  cards: readonly { id: string; text: string }[],
  rightTexts: readonly string[],
): string | null =>
  rightTexts.some((text) => text.includes('余额'))
    ? null
    : (cards.find(({ text }) => ORIGINAL_WAY.test(text) && REFUND.test(text))?.id ?? null);

/** Clauses by which money that goes back goes elsewhere; 退 may stand in the clause before (269元全退，进您的店铺余额). */
export const refundedElsewhere = (reading: Reading, card: string | null): Contradicted[] => {
  const { text, clauses } = reading;
  if (card === null) return [];
  return clauses.flatMap(({ start, end, isHedged }, index): Contradicted[] => {
    const clause = text.slice(start, end);
    const isOfRefund = REFUND.test(text.slice(clauses[index - 1]?.start ?? start, end));
    const isTold = [...clause.matchAll(KEPT)].some(({ index: at, 0: kept }) => {
      const before = clause.slice(0, at);
      const isMoved = MOVED_INTO.test(before) || (!kept.endsWith('券') && MOVED_TO.test(before));
      return isMoved && !DENIED.test(before);
    });
    if (!isOfRefund || !isTold || PROPOSED.test(clause) || !statesFact(reading, index)) return [];
    return [{ card, chance: isHedged ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain, start, end }];
  });
};

/** 钱原路退, 从哪付的退到哪, 退回您付款的账户: by which way money goes, and nothing else. */
const WAY =
  /^(?:那|这|您?的?|钱|款|货款|退款|也|都|会|是|就|给您|自动|,)*(?:原路|从哪[^,]{0,3}付[^,]{0,3}|哪[^,]{0,2}付的[^,]{0,2}|(?:退|返|回)[回到]?(?:您)?(?:付款|支付|原)[^,]{0,8})(?:退|返|回|到|哪|去|给|还|您|的|了|就|账户|账号)*[哦哈呢呀啊亲~。!]*$/;

/**
 * Whether the words of a wrong verdict only tell by which way money goes back, of a point that asks for no such way: 钱原路退 is
 * no answer to 还能不能换 (RULES T130).
 */
export const tellsOnlyRefundWay = (
  { text }: Reading,
  { start, end }: { start: number; end: number },
  rightTexts: readonly string[],
): boolean => WAY.test(text.slice(start, end)) && !rightTexts.some((right) => WAY_WORDS.test(folded(right)));

/** Words of a right answer that is about the way. */
const WAY_WORDS = /原路|付款|支付|账户|零钱|银行卡|余额|微信|收款|转账|哪付|从哪/;
