/** Promises above authority that name no sum: 拍了我给您改价, 药钱也赔给您. */

import { TAKEN_BACK } from '#language/cards/overpromise-patterns.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import type { PromiseKind } from './limits.ts';
import * as patterns from './promise-patterns.ts';

/** `amount`: for `multiple` how many times the price; otherwise 0. */
export type AmountlessPromise = { kind: PromiseKind; amount: number; start: number; end: number };

/** Losses besides the goods together with words that the shop bears them. */
const LOSS = `(?:${patterns.LOSSES.join('|')})`;
const BEARS = '赔|报销|包了|全包|(?:我们|店里|店铺|小店|我|咱们?)(?:这边|来|全|都)?(?:出|承担|负责)';
const LOSS_BORNE = [
  new RegExp(`${LOSS}[^,]{0,6}(?:${BEARS}|给[您你]出)`),
  new RegExp(`(?:赔|报销|包|承担)[您你给的所有全部一起也上]{0,4}${LOSS}`),
  new RegExp(`[给帮][您你]报${LOSS}`),
];
const PRICE_MOVED =
  /(?:给|帮)[您你](?:这边|后台|直接|马上|先|来|就)?改(?:个|一下|下|低)?价(?![保钱])|价格?(?:给|帮)[您你]改/;

/** A price for the shop's own people or friends, which no page has: 老客价拿, 给您按内部价. */
const PRIVATE_PRICE =
  /(?:给[您你]|按|算|走|拿)[^,]{0,4}(?:老客户?|老顾客|熟客|内部|员工|友情|亲情|成本|进货)价|(?:老客户?|老顾客|熟客|内部|员工|友情|亲情|成本|进货)价(?:给[您你]|拿|算|走)/;

/** 先按原价拍, and then 差的那部分我晚点给您退回来: the price is lowered behind the page. */
const BOUGHT_FIRST = /先[^,]{0,8}(?:拍|付|下单|买|下了)/;
const REST_BACK =
  /(?:差的?(?:那|这)?(?:部分|些|钱|价|额|多少)|多(?:出来|付|收|花)的?(?:那|这)?(?:部分|些|钱)?)[^,]{0,8}(?:退|补|返|转)(?:回|给|还|到|上)?(?:[您你来去]|$)/;
const BY_RULE = /价保|保价|降价|运费|邮费|定金|发错|错发/;
const isRestGivenBack = (clauseText: string, nearby: readonly string[]): boolean =>
  REST_BACK.test(clauseText) &&
  nearby.some((each) => BOUGHT_FIRST.test(each)) &&
  !nearby.some((each) => BY_RULE.test(each));

/** 三倍赔, 赔您十倍; `IN_FULL`: 全额赔您; `PAYS_FOR`: the shop pays, for a mishap on the customer's side. */
const TIMES = '(\\d+|[两二三四五六七八九十])倍';
const MULTIPLE = [
  new RegExp(`${TIMES}(?:的价钱?|的钱)?(?:地|来|都|全|直接)?(?:给|帮)?[您你他]?(?:赔|补|退)`),
  new RegExp(`(?:赔|补|退)(?:给)?(?:[您你他])?(?:个|上|足)?${TIMES}`),
];
/** 用着不好退一赔三: the law's multiple of fraud, promised for what is no fraud. */
const LAW_FOR_DISLIKE =
  /(?:不好|不满意|不喜欢|不合适|不管用|没效果|有问题|坏了?|随时)[^,]{0,6}退一赔([一二两三四五十]|\d+)/;
const NUMERALS = '零一二三四五六七八九十';
const multiplierOf = (numeral: string): number =>
  numeral === '两' ? 2 : NUMERALS.indexOf(numeral) > 0 ? NUMERALS.indexOf(numeral) : Number(numeral);
const IN_FULL =
  /全额赔(?!付险)|照价赔|赔(?:给)?[您你]?(?:全款|全额|整单|一双新|一台新)|(?:全部|统统|通通)(?:由|归)?(?:我们|店里|我)?赔|要多少赔多少/;
const PAYS_FOR =
  /(?:我们?店?|店里|店铺|小店|咱们?|这边)(?:这边|就|来|全|都|直接|一定|肯定)*(?:给)?[您你他]?(?:包赔|赔|报销)/;

/** Asked above, denied, told by others, or paid against a receipt: then nobody on the desk promises it. */
const isNoPromise = (text: string): boolean =>
  containsAny(text, patterns.ASKED) ||
  containsAny(text, patterns.DENIED) ||
  containsAny(text, patterns.HEARSAY) ||
  containsAny(text, patterns.ON_RECEIPT);

/** 十倍赔偿 only names a rule or a claim; 十倍赔您 and 我赔三倍 promise. */
const OWN_WORD = /[给赔退补][您你他]|(?:我|我们|店里|这边|小店)[^,]{0,4}(?:赔|补|退)/;

/** Whether a clause speaks of law or fraud: 三倍是骗人的 does, 被骗了我们赔您 doesn't. */
const isOfLaw = (text: string): boolean => containsAny(text.replace(patterns.CHEATED, ''), patterns.BY_LAW);

/** Damages: a multiple of the price, all of it, or any sum for a mishap no card covers. `previousText`: the clause it follows. */
const damagesIn = (clauseText: string, previousText: string): { kind: PromiseKind; amount: number } | null => {
  if (isOfLaw(clauseText) || isOfLaw(previousText)) return null;
  const times = MULTIPLE.map((pattern) => pattern.exec(clauseText)?.[1]).find((said) => said !== undefined);
  if (times !== undefined && OWN_WORD.test(clauseText) && !/价保|保价|积分/.test(clauseText))
    return { kind: 'multiple', amount: multiplierOf(times) };
  const multiple = LAW_FOR_DISLIKE.exec(clauseText)?.[1];
  if (multiple !== undefined) return { kind: 'multiple', amount: multiplierOf(multiple) };
  if (containsAny(clauseText, patterns.MADE_GOOD) || containsAny(previousText, patterns.MADE_GOOD)) return null;
  const isMishap = containsAny(clauseText, patterns.MISHAPS) || containsAny(previousText, patterns.MISHAPS);
  if (IN_FULL.test(clauseText) || (isMishap && PAYS_FOR.test(clauseText))) return { kind: 'loss', amount: 0 };
  return null;
};

const kindWithoutSum = (clauseText: string): PromiseKind | null => {
  if (LOSS_BORNE.some((pattern) => pattern.test(clauseText))) return 'loss';
  return PRICE_MOVED.test(clauseText) || PRIVATE_PRICE.test(clauseText) ? 'price' : null;
};

/** Clauses that promise without a sum. Questions don't; a condition changes nothing: 真红了我们给您报医药费 promises. */
export const amountlessPromisesIn = ({ text, clauses }: Reading): AmountlessPromise[] => {
  const textOf = (clause: Clause | undefined): string => (clause ? text.slice(clause.start, clause.end) : '');
  return clauses.flatMap((clause, index): AmountlessPromise[] => {
    const clauseText = textOf(clause);
    const previous = clauses[index - 1];
    const isJoined = previous !== undefined && !/[\n!?;]/.test(text.slice(previous.end, clause.start));
    const neighbours = [clauses[index - 1], clauses[index + 1]].map(textOf);
    const isRest = isRestGivenBack(clauseText, [clauseText, ...neighbours]);
    const kind = isRest ? 'price' : kindWithoutSum(clauseText);
    const found = kind === null ? damagesIn(clauseText, isJoined ? textOf(previous) : '') : { kind, amount: 0 };
    if (
      found === null ||
      clause.isQuestion ||
      clause.isRetracted ||
      TAKEN_BACK.test(clauseText) ||
      patterns.CUSTOMER_PAYS.test(clauseText)
    )
      return [];
    if (
      isNoPromise(clauseText) ||
      neighbours.some((each) => containsAny(each, patterns.SUPERVISOR_WORDS) || containsAny(each, patterns.ON_RECEIPT))
    )
      return [];
    return [{ ...found, start: clause.start, end: clause.end }];
  });
};
