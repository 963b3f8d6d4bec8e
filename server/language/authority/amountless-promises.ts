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

/** 三倍赔, 赔您十倍; `IN_FULL`: 全额赔您; `PAYS_FOR`: the shop pays, for a mishap on the customer's side. */
const TIMES = '(\\d+|[两二三四五六七八九十])倍';
const MULTIPLE = [
  new RegExp(`${TIMES}(?:的价钱?|的钱)?(?:地|来|都|全|直接)?(?:给|帮)?[您你他]?(?:赔|补|退)`),
  new RegExp(`(?:赔|补|退)(?:给)?(?:[您你他])?(?:个|上|足)?${TIMES}`),
];
const NUMERALS = '零一二三四五六七八九十';
const timesOf = (said: string): number =>
  said === '两' ? 2 : NUMERALS.indexOf(said) > 0 ? NUMERALS.indexOf(said) : Number(said);
const IN_FULL =
  /全额赔(?!付险)|照价赔|赔(?:给)?[您你]?(?:全款|全额|整单|一双新|一台新)|(?:全部|统统|通通)(?:由|归)?(?:我们|店里|我)?赔|要多少赔多少/;
const PAYS_FOR =
  /(?:我们?店?|店里|店铺|小店|咱们?|这边)(?:这边|就|来|全|都|直接|一定|肯定)*(?:给)?[您你他]?(?:包赔|赔|报销)/;

/** Asked above, denied, told by others, or paid against a receipt: then nobody on the desk promises it. */
const keepsOff = (text: string): boolean =>
  containsAny(text, patterns.ASKED) ||
  containsAny(text, patterns.DENIED) ||
  containsAny(text, patterns.HEARSAY) ||
  containsAny(text, patterns.ON_RECEIPT);

/** 十倍赔偿 only names a rule or a claim; 十倍赔您 and 我赔三倍 promise. */
const OWN_WORD = /[给赔退补][您你他]|(?:我|我们|店里|这边|小店)[^,]{0,4}(?:赔|补|退)/;

/** Whether a clause speaks of law or fraud: 三倍是骗人的 does, 被骗了我们赔您 doesn't. */
const isOfLaw = (text: string): boolean => containsAny(text.replace(patterns.CHEATED, ''), patterns.BY_LAW);

/** Damages: a multiple of the price, all of it, or any sum for a mishap no card covers. `before`: the clause it follows. */
function damagesIn(own: string, before: string): { kind: PromiseKind; amount: number } | null {
  if (isOfLaw(own) || isOfLaw(before)) return null;
  const times = MULTIPLE.map((way) => way.exec(own)?.[1]).find((said) => said !== undefined);
  if (times !== undefined && OWN_WORD.test(own) && !/价保|保价|积分/.test(own))
    return { kind: 'multiple', amount: timesOf(times) };
  if (containsAny(own, patterns.MADE_GOOD) || containsAny(before, patterns.MADE_GOOD)) return null;
  const isMishap = containsAny(own, patterns.MISHAPS) || containsAny(before, patterns.MISHAPS);
  if (IN_FULL.test(own) || (isMishap && PAYS_FOR.test(own))) return { kind: 'loss', amount: 0 };
  return null;
}

const kindWithoutSum = (own: string): PromiseKind | null => {
  if (LOSS_BORNE.some((way) => way.test(own))) return 'loss';
  return PRICE_MOVED.test(own) ? 'price' : null;
};

/** Clauses that promise without a sum. Questions don't; a condition changes nothing: 真红了我们给您报医药费 promises. */
export function amountlessPromisesIn({ text, clauses }: Reading): AmountlessPromise[] {
  const wordsOf = (clause: Clause | undefined): string => (clause ? text.slice(clause.start, clause.end) : '');
  return clauses.flatMap((clause, index): AmountlessPromise[] => {
    const own = wordsOf(clause);
    const before = clauses[index - 1];
    const isJoined = before !== undefined && !/[\n!?;]/.test(text.slice(before.end, clause.start));
    const kind = kindWithoutSum(own);
    const found = kind === null ? damagesIn(own, isJoined ? wordsOf(before) : '') : { kind, amount: 0 };
    if (
      found === null ||
      clause.isQuestion ||
      clause.isRetracted ||
      TAKEN_BACK.test(own) ||
      patterns.CUSTOMER_PAYS.test(own)
    )
      return [];
    const beside = [clauses[index - 1], clauses[index + 1]].map(wordsOf);
    if (
      keepsOff(own) ||
      beside.some((each) => containsAny(each, patterns.SUPERVISOR_WORDS) || containsAny(each, patterns.ON_RECEIPT))
    )
      return [];
    return [{ ...found, start: clause.start, end: clause.end }];
  });
}
