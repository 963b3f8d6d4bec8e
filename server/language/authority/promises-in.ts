/** Promises of a reply that go beyond the level reached: 给您补50. */

import { OTHERS, SELF } from '#language/deeds/deed-patterns.ts';
import { isSaid } from '#language/deeds/deeds.ts';
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

const endsIn = (text: string, words: readonly string[]): boolean => words.some((word) => text.endsWith(word));

type SumPlace = { before: string; said: string; after: string };

/** The kind of gift a sum is promised as; null where none is. `sure`: the clause's own words leave no doubt of the kind. */
function giftOf(value: StatedValue, { before, said, after }: SumPlace): { kind: PromiseKind; sure: boolean } | null {
  const verb = before.replace(patterns.BETWEEN, '');
  const near = after.slice(0, NEAR_CHARS);
  if (value.kind === 'percent') {
    if (!patterns.SURE_CUT.test(said) && !/半价/.test(said)) return null;
    const isGiven =
      endsIn(verb, patterns.PERCENT_OFF_VERBS) ||
      /[给帮][您你]$/.test(before) ||
      /^(?:给|卖|拿|走|优惠|算|拍|出)/.test(after);
    return isGiven ? { kind: 'discount', sure: true } : null;
  }
  if (value.kind !== 'amount' && (value.kind !== 'number' || value.quantity > MAX_BARE)) return null;
  const stands = after.replace(patterns.TO_COUPON, '');
  const isCoupon =
    patterns.COUPON.some((word) => stands.startsWith(word)) || /券(?:给|帮)?[您你]?(?:一张|个)?$/.test(verb);
  if (isCoupon) return containsAny(before + after, patterns.GIVES) ? { kind: 'coupon', sure: true } : null;
  if (/满$|每满$|够$/.test(before)) return null;
  if (endsIn(verb, patterns.REPRICE_VERBS)) {
    const isMoney = value.kind === 'amount' || before.includes('价');
    return isMoney ? { kind: 'price', sure: before.includes('价') } : null;
  }
  if (patterns.PAID_BEHIND.test(after)) return { kind: 'money', sure: true };
  const isPlainSum = value.kind === 'amount' || after === '' || /^[,。!~的吧哈哦呢啊呀当作做补赔]/.test(after);
  if (!isPlainSum) return null;
  if (containsAny(near, patterns.MONEY_NAMED) && containsAny(before + near, patterns.GIVES))
    return { kind: 'money', sure: true };
  if (endsIn(verb, patterns.MONEY)) return { kind: 'money', sure: true };
  if (endsIn(verb, patterns.REFUND_VERBS) && containsAny(before, patterns.MONEY_NAMED))
    return { kind: 'money', sure: true };
  if (endsIn(verb, patterns.DISCOUNT_VERBS) && patterns.TO_CUSTOMER.test(before + near))
    return { kind: 'price', sure: true };
  return null;
}

/** Whether a clause speaks of a sum without giving it: 八折要报主管, 便宜五块做不到. */
export const withholds = (text: string): boolean =>
  containsAny(text, patterns.ASKED) || containsAny(text, patterns.DENIED);

/** Whether the clause as a whole promises: not asked above, supposed, told by others, owed anyway or paid by the customer. */
function isPromise(text: string): boolean {
  if (withholds(text) || containsAny(text, patterns.SUPPOSED) || containsAny(text, patterns.HEARSAY)) return false;
  if (containsAny(text, patterns.OWED) || patterns.CUSTOMER_PAYS.test(text)) return false;
  if (OTHERS.test(text) && !SELF.test(text)) return false;
  return patterns.FOR_CUSTOMER.test(text);
}

const inCents = (amount: number): number => Math.round(amount * 100);

function isOwed({ owed, coupons, offers }: Authority, kind: PromiseKind, amount: number): boolean {
  if (kind === 'money') return owed.has(inCents(amount));
  if (kind === 'coupon') return coupons.has(inCents(amount));
  return offers.has(kind === 'discount' ? -Math.round(amount * SHARES) : inCents(amount));
}

/** Whether the sum adds up two offers open to anybody: 40+15一共给您省55. */
function isAddedUp({ values }: Reading, { offers, coupons }: Authority, amount: number): boolean {
  const open = [...new Set(values.map(({ quantity }) => inCents(quantity)))].filter(
    (sum) => offers.has(sum) || coupons.has(sum),
  );
  return open.some((sum, i) => open.slice(i + 1).some((other) => sum + other === inCents(amount)));
}

/** Promises above what `level` may give, each with the words it stands in. */
export function promisesIn(reading: Reading, authority: Authority, level: Level): Promised[] {
  const most = authority.levels.find((grant) => grant.level === level);
  if (!most) return [];
  const asksAbove = containsAny(reading.text, patterns.SUPERVISOR_WORDS);
  const found: Promised[] = [];
  for (const value of reading.values) {
    const clause = reading.clauses[value.clauseIndex] as Clause;
    if (found.some(({ end }) => end === clause.end)) continue;
    const text = reading.text.slice(clause.start, clause.end);
    // 无门槛 denies the condition, not the coupon.
    if (
      (value.sign < 0 && !text.includes(patterns.NO_MINIMUM)) ||
      !isSaid(reading, value.clauseIndex) ||
      !isPromise(text)
    )
      continue;
    const gift = giftOf(value, {
      before: reading.text.slice(clause.start, value.start),
      said: reading.text.slice(value.start, value.end),
      after: reading.text.slice(value.end, clause.end),
    });
    if (gift === null || !isBeside(reading, value.clauseIndex)) continue;
    const amount = value.quantity;
    if (mayGive(most, gift.kind, amount) || isOwed(authority, gift.kind, amount)) continue;
    if (gift.kind !== 'discount' && amount < MIN_YUAN) continue;
    if (gift.kind === 'price' && isAddedUp(reading, authority, amount)) continue;
    const isSoft = asksAbove || !gift.sure || clause.isHedged || containsAny(text, patterns.DIFFERENCE);
    found.push({
      kind: gift.kind,
      amount,
      by: authority.levels.find((grant) => mayGive(grant, gift.kind, amount))?.level ?? null,
      chance: isSoft ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain,
      start: clause.start,
      end: clause.end,
    });
  }
  for (const { kind, amount, start, end } of amountlessPromisesIn(reading)) {
    if (found.some(({ start: at }) => at === start) || authority.sumless.has(kind) || mayGive(most, kind, 0)) continue;
    const by = authority.levels.find((grant) => mayGive(grant, kind, 0))?.level ?? null;
    found.push({ kind, amount, by, chance: RULE_CONFIDENCE.plain, start, end });
  }
  return found;
}

/** Whether the clauses beside it let the promise stand: 要是您不退 before it and 我跟主管申请 don't. `isSaid` sees to 行不行. */
function isBeside({ text, clauses }: Reading, index: number): boolean {
  const before = clauses[index - 1];
  const after = clauses[index + 1];
  const own = clauses[index] as Clause;
  const isJoined = before !== undefined && !/[\n。!?;]/.test(text.slice(before.end, own.start));
  const wordsOf = (clause: Clause | undefined): string => (clause ? text.slice(clause.start, clause.end) : '');
  const lead = wordsOf(before);
  if (isJoined && (before.isConditional || containsAny(lead, patterns.SUPPOSED) || containsAny(lead, patterns.OWED)))
    return false;
  return !containsAny(lead, patterns.SUPERVISOR_WORDS) && !containsAny(wordsOf(after), patterns.SUPERVISOR_WORDS);
}
