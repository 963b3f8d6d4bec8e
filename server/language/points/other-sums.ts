/** Sums of another matter than the price that was asked for (RULES T218). */

import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import type { Wording } from '#language/points/wordings/wording.ts';
import type { PointSlots } from '#language/points/wordings/wording-index.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import type { Value } from '#language/reading/value.ts';

const SEVERAL = '(?:[两二三四五六七八九十]|(?<!\\d)(?:[2-9]|[1-9]\\d))(?:箱|盒|袋|件|双|台|支|瓶|套|份|单|包|桶)';
const PAID = /(?:付(?:了|的|好了?|完|过|掉)|[实已]付)$/;
/**
 * Sums of another matter than the price that was asked for, by what stands right before them: what a coupon asks for and leaves, several
 * pieces or two goods together, what was paid. A point whose own sums stand so is told by them (RULES T218).
 */
const OTHER_SUMS: readonly RegExp[] = [
  /(?:满|凑(?:满|够|到)?|减)$/,
  new RegExp(`${SEVERAL}[^,]{0,6}$`),
  PAID,
  /加[^,。]{1,8}$/,
  /(?:用(?:了|上|完)?券|券后|减完|到手)[^,]{0,4}$/,
];

/** 之后整机保1年: how long it is under warranty is no length of anything else that is asked (RULES T238). */
const WARRANTY = /(?<![价确担])保(?:修|换|质期|期)?(?:是|为|有|满)?$/;

const LACKING = /(?:差|缺)(?:了|着)?$/;
const NOT_LACKING = /(?<!(?:差|缺)(?:了|着)?)$/;

/** The sums, and spans, of another matter that this point doesn't speak of. */
export const otherSumsOf = ({ wordingIndex }: ComparedReply, { right }: PointSlots): readonly RegExp[] => {
  const wordings = right.map((slot) => wordingIndex.wordings[slot] as Wording);
  const isOwn = (said: RegExp): boolean =>
    wordings.some(({ folded, values }) => values.some(({ start }) => said.test(folded.slice(0, start))));
  const others = [...OTHER_SUMS, WARRANTY].filter((said) => !isOwn(said));
  // 还差0.1元才能用券: what is lacking is told by nothing but what is lacking.
  return isOwn(LACKING) ? [...others, NOT_LACKING] : others;
};

/** 399元已付: what was paid, told behind the sum. */
const PAID_BEHIND = /^(?:已经?)?(?:付|支付)(?:了|好|完|过|(?=[,。!\n]|$))/;

/** Whether a sum is of another matter, or stands alone behind one that is: 两箱71块8，券只减一回，69块8. */
export const isOtherSum = ({ reading }: ComparedReply, sum: StatedValue, otherSums: readonly RegExp[]): boolean => {
  const leadOf = ({ clauseIndex, start }: StatedValue): string =>
    reading.text.slice(reading.clauses[clauseIndex]?.start ?? start, start);
  const lead = leadOf(sum);
  const before = lead === '' ? reading.values.findLast(({ end }) => end <= sum.start) : undefined;
  const isSameSentence = before !== undefined && !/[。;!?\n]/.test(reading.text.slice(before.end, sum.start));
  if (otherSums.includes(PAID) && PAID_BEHIND.test(reading.text.slice(sum.end))) return true;
  return otherSums.some((said) => said.test(lead) || (isSameSentence && said.test(leadOf(before))));
};

/** 459-40-20=399, 459元减40等于419: a reckoning written out, from the sum it starts with to what is left. */
const RECKONING =
  /(?<![\d.])(\d+(?:\.\d+)?)(?:元|块钱?)?(?:,?再?(?:[-+]|减去?|加上?)\d+(?:\.\d+)?(?:元|块钱?)?)+,?(?:=|等于|就?是|剩|到手)\d/g;
/** Words of a point that speaks of what is left: the sum that a reckoning starts with doesn't tell it. */
const LEFT = /到手|券|[减付共合剩]/;

/** Whether a clause starts a reckoning with the right sum (RULES T268): that tells it, and what comes off or is left is no other. */
export const startsReckoning = (
  { reading, wordingIndex }: ComparedReply,
  { right: [says] }: PointSlots,
  { kind, quantity }: Value,
  { start, end }: { start: number; end: number },
): boolean =>
  kind === 'amount' &&
  !LEFT.test(wordingIndex.wordings[says ?? -1]?.folded ?? '') &&
  [...reading.text.matchAll(RECKONING)].some(
    (found) => found.index >= start && found.index < end && Number(found[1]) === quantity,
  );

/** Whether a length of time is of another matter. */
export const isOtherSpan = (
  { reading }: ComparedReply,
  { clauseIndex, start }: StatedValue,
  others: readonly RegExp[],
): boolean =>
  others.includes(WARRANTY) && WARRANTY.test(reading.text.slice(reading.clauses[clauseIndex]?.start, start));
