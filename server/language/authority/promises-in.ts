/** Promises of a reply that go beyond the level reached: 给您补50. */

import { UNVOWED, VOWED } from '#language/cards/overpromise-patterns.ts';
import { OTHERS, SELF } from '#language/deeds/deed-patterns.ts';
import { statesFact } from '#language/deeds/deeds.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import { amountlessPromisesIn } from './amountless-promises.ts';
import { type Authority, type Level, mayGive, type PromiseKind, SHARES } from './limits.ts';
import * as patterns from './promise-patterns.ts';

/** `amount`: yuan, or the share of the price; 0 where none is named. `by`: the lowest level that may give it; null where none may. */
export type Promised = {
  kind: PromiseKind;
  amount: number;
  by: Level | null;
  chance: number;
  start: number;
  end: number;
};

/** Characters behind a sum in which its name may stand. */
const NEAR_CHARS = 8;
/** Yuan. Below `MIN_YUAN` a sum is too small to count; a number without a unit above `MAX_BARE` isn't money: 打96110. */
const MIN_YUAN = 1;
const MAX_BARE = 2000;

/** 41.5 may be a size; a broken number above this is a sum without its 元: 我给你改成283.5. */
const MAX_SIZE = 60;
const isNoSize = ({ kind, quantity }: StatedValue): boolean =>
  kind === 'number' && quantity > MAX_SIZE && !Number.isInteger(quantity);

const endsIn = (text: string, words: readonly string[]): boolean => words.some((word) => text.endsWith(word));

type SumContext = { before: string; sumText: string; after: string };

/** The kind of gift a sum is promised as; null where none is. `sure`: the clause's own words leave no doubt of the kind. */
const giftOf = (
  value: StatedValue,
  { before, sumText, after }: SumContext,
): { kind: PromiseKind; sure: boolean } | null => {
  const verb = before.replace(patterns.BETWEEN, '');
  const textNear = after.slice(0, NEAR_CHARS);
  if (value.kind === 'percent') {
    if (!patterns.SURE_CUT.test(sumText) && !/半价/.test(sumText)) return null;
    const isGiven =
      endsIn(verb, patterns.PERCENT_OFF_VERBS) ||
      /[给帮][您你]$/.test(before) ||
      /^(?:给|卖|拿|走|优惠|算|拍|出)/.test(after);
    return isGiven ? { kind: 'discount', sure: true } : null;
  }
  if (value.kind !== 'amount' && (value.kind !== 'number' || value.quantity > MAX_BARE)) return null;
  const namePart = after.replace(patterns.TO_COUPON, '');
  const isCoupon =
    patterns.COUPON.some((word) => namePart.startsWith(word)) || /券(?:给|帮)?[您你]?(?:一张|个)?$/.test(verb);
  if (isCoupon) return containsAny(before + after, patterns.GIVES) ? { kind: 'coupon', sure: true } : null;
  if (/满$|每满$|够$/.test(before)) return null;
  if (endsIn(verb, patterns.REPRICE_VERBS)) {
    const namesPrice = before.includes('价') || isNoSize(value);
    return value.kind === 'amount' || namesPrice ? { kind: 'price', sure: namesPrice } : null;
  }
  if (patterns.PAID_BEHIND.test(after)) return { kind: 'money', sure: true };
  const isPlainSum = value.kind === 'amount' || after === '' || /^[,。!~的吧哈哦呢啊呀当作做补赔]/.test(after);
  if (!isPlainSum) return null;
  if (containsAny(textNear, patterns.MONEY_NAMED) && containsAny(before + textNear, patterns.GIVES))
    return { kind: 'money', sure: true };
  if (endsIn(verb, patterns.MONEY)) return { kind: 'money', sure: true };
  // 拍完给您退60: money back to who hasn't bought yet is no refund.
  const isRebate = containsAny(before, patterns.MONEY_NAMED) || patterns.ONCE_BOUGHT.test(before);
  if (endsIn(verb, patterns.REFUND_VERBS) && isRebate) return { kind: 'money', sure: true };
  if (endsIn(verb, patterns.DISCOUNT_VERBS) && patterns.TO_CUSTOMER.test(before + textNear))
    return { kind: 'price', sure: true };
  return null;
};

/** Whether a clause speaks of a sum without giving it: 八折要报主管, 便宜五块做不到. */
export const withholds = (text: string): boolean =>
  containsAny(text, patterns.ASKED) || containsAny(text, patterns.DENIED);

/** Whether the clause as a whole promises: not asked above, supposed, told by others, owed anyway or paid by the customer. */
const isPromise = (text: string): boolean => {
  if (withholds(text) || containsAny(text, patterns.SUPPOSED) || containsAny(text, patterns.HEARSAY)) return false;
  if (containsAny(text, patterns.OWED) || patterns.CUSTOMER_PAYS.test(text)) return false;
  if (OTHERS.test(text) && !SELF.test(text)) return false;
  return patterns.FOR_CUSTOMER.test(text);
};

const toCents = (amount: number): number => Math.round(amount * 100);

const isOwed = ({ owed, coupons, offers }: Authority, kind: PromiseKind, amount: number): boolean => {
  if (kind === 'money') return owed.has(toCents(amount));
  if (kind === 'coupon') return coupons.has(toCents(amount));
  return offers.has(kind === 'discount' ? -Math.round(amount * SHARES) : toCents(amount));
};

/** Whether the sum adds up two offers open to anybody: 40+15一共给您省55. */
const isAddedUp = ({ values }: Reading, { offers, coupons }: Authority, amount: number): boolean => {
  const openOffers = [...new Set(values.map(({ quantity }) => toCents(quantity)))].filter(
    (sum) => offers.has(sum) || coupons.has(sum),
  );
  return openOffers.some((sum, i) => openOffers.slice(i + 1).some((other) => sum + other === toCents(amount)));
};

/** Whether a clause vows: 肯定给您补上. Who was reported to hasn't answered yet, so that only what the desk may give can be vowed. */
const isVow = (text: string): boolean => text.search(VOWED) >= 0 && !UNVOWED.test(text);

/** Promises above what `level` may give, each with the words it stands in. */
export const promisesIn = (reading: Reading, authority: Authority, level: Level): Promised[] => {
  const limits = authority.levels.find((grant) => grant.level === level);
  const [own] = authority.levels;
  if (!limits || !own) return [];
  const namesSupervisor = containsAny(reading.text, patterns.SUPERVISOR_WORDS);
  const promises: Promised[] = [];
  for (const value of reading.values) {
    const clause = reading.clauses[value.clauseIndex] as Clause;
    if (promises.some(({ end }) => end === clause.end)) continue;
    const text = reading.text.slice(clause.start, clause.end);
    // 无门槛 denies the condition, not the coupon.
    if (
      (value.sign < 0 && !text.includes(patterns.NO_MINIMUM)) ||
      !statesFact(reading, value.clauseIndex) ||
      !isPromise(text)
    )
      continue;
    const gift = giftOf(value, {
      before: reading.text.slice(clause.start, value.start),
      sumText: reading.text.slice(value.start, value.end),
      after: reading.text.slice(value.end, clause.end),
    });
    if (gift === null || !doNeighboursAllow(reading, value.clauseIndex)) continue;
    const amount = value.quantity;
    const vowed = isVow(text);
    if (mayGive(vowed ? own : limits, gift.kind, amount) || isOwed(authority, gift.kind, amount)) continue;
    if (gift.kind !== 'discount' && amount < MIN_YUAN) continue;
    if (gift.kind === 'price' && isAddedUp(reading, authority, amount)) continue;
    const isSoft =
      (namesSupervisor && !vowed) || !gift.sure || clause.isHedged || containsAny(text, patterns.DIFFERENCE);
    promises.push({
      kind: gift.kind,
      amount,
      by: authority.levels.find((grant) => mayGive(grant, gift.kind, amount))?.level ?? null,
      chance: isSoft ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain,
      start: clause.start,
      end: clause.end,
    });
  }
  for (const { kind, amount, start, end } of amountlessPromisesIn(reading)) {
    if (
      promises.some(({ start: at }) => at === start) ||
      authority.amountlessKinds.has(kind) ||
      mayGive(limits, kind, 0)
    )
      continue;
    const by = authority.levels.find((grant) => mayGive(grant, kind, 0))?.level ?? null;
    promises.push({ kind, amount, by, chance: RULE_CONFIDENCE.plain, start, end });
  }
  return promises;
};

/** Whether the clauses beside it let the promise stand: 要是您不退 before it and 我跟主管申请 don't. `statesFact` sees to 行不行. */
const doNeighboursAllow = ({ text, clauses }: Reading, index: number): boolean => {
  const previous = clauses[index - 1];
  const next = clauses[index + 1];
  const clause = clauses[index] as Clause;
  const isJoined = previous !== undefined && !/[\n。!?;]/.test(text.slice(previous.end, clause.start));
  const textOf = (clause: Clause | undefined): string => (clause ? text.slice(clause.start, clause.end) : '');
  const previousText = textOf(previous);
  // 万一晚了，我给您补一百块 promises as 晚了补您一百块 does: what a delay costs stands on the card, and its sum is owed.
  const isOfDelay = patterns.COMES_LATE.test(previousText) && !containsAny(previousText, patterns.OWED);
  if (
    isJoined &&
    !isOfDelay &&
    (previous.isConditional || containsAny(previousText, patterns.SUPPOSED) || containsAny(previousText, patterns.OWED))
  )
    return false;
  return !containsAny(previousText, patterns.SUPERVISOR_WORDS) && !containsAny(textOf(next), patterns.SUPERVISOR_WORDS);
};
