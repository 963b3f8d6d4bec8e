/** Promises of a reply that go beyond the level reached: 给您补50. */
import { OTHERS, SELF } from '#language/deeds/deed-patterns.ts';
import { isSaid } from '#language/deeds/deeds.ts';
import type { Clause, Reading, Stated } from '#language/reading/clause.ts';
import { SURENESS } from '#language/terms/policy.ts';
import { type Authority, type Level, mayGive, type PromiseKind, SHARES } from './limits.ts';
import * as patterns from './promise-patterns.ts';
import { sumlessIn } from './sumless.ts';

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
const NEAR = 8;
/** Yuan. Below `LEAST` a sum is too small to count; a number without a unit above `MOST_BARE` isn't money: 打96110. */
const LEAST = 1;
const MOST_BARE = 2000;

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
const ends = (text: string, words: readonly string[]): boolean => words.some((word) => text.endsWith(word));

type Place = { before: string; said: string; after: string };

/** The kind of gift a sum is promised as; null where none is. `sure`: the clause's own words leave no doubt of the kind. */
function kindOf(value: Stated, { before, said, after }: Place): { kind: PromiseKind; sure: boolean } | null {
  const verb = before.replace(patterns.BETWEEN, '');
  const near = after.slice(0, NEAR);
  if (value.kind === 'percent') {
    if (!patterns.SURE_CUT.test(said) && !/半价/.test(said)) return null;
    const given =
      ends(verb, patterns.CUT) || /[给帮][您你]$/.test(before) || /^(?:给|卖|拿|走|优惠|算|拍|出)/.test(after);
    return given ? { kind: 'discount', sure: true } : null;
  }
  if (value.kind !== 'amount' && (value.kind !== 'number' || value.is > MOST_BARE)) return null;
  const stands = after.replace(patterns.TO_COUPON, '');
  const coupon =
    patterns.COUPON.some((word) => stands.startsWith(word)) || /券(?:给|帮)?[您你]?(?:一张|个)?$/.test(verb);
  if (coupon) return holds(before + after, patterns.GIVES) ? { kind: 'coupon', sure: true } : null;
  if (/满$|每满$|够$/.test(before)) return null;
  if (ends(verb, patterns.PRICED)) {
    const money = value.kind === 'amount' || before.includes('价');
    return money ? { kind: 'price', sure: before.includes('价') } : null;
  }
  if (patterns.PAID_BEHIND.test(after)) return { kind: 'money', sure: true };
  const plain = value.kind === 'amount' || after === '' || /^[,。!~的吧哈哦呢啊呀当作做补赔]/.test(after);
  if (!plain) return null;
  if (holds(near, patterns.MONEY_NAMED) && holds(before + near, patterns.GIVES)) return { kind: 'money', sure: true };
  if (ends(verb, patterns.MONEY)) return { kind: 'money', sure: true };
  if (ends(verb, patterns.BACK) && holds(before, patterns.MONEY_NAMED)) return { kind: 'money', sure: true };
  if (ends(verb, patterns.LESS) && patterns.TO_CUSTOMER.test(before + near)) return { kind: 'price', sure: true };
  return null;
}

/** Whether a clause speaks of a sum without giving it: 八折要报主管, 便宜五块做不到. */
export const withholds = (text: string): boolean => holds(text, patterns.ASKED) || holds(text, patterns.DENIED);

/** Whether the clause as a whole promises: not asked above, supposed, told by others, owed anyway or paid by the customer. */
function promises(text: string): boolean {
  if (withholds(text) || holds(text, patterns.SUPPOSED) || holds(text, patterns.HEARSAY)) return false;
  if (holds(text, patterns.OWED) || patterns.CUSTOMER_PAYS.test(text)) return false;
  if (OTHERS.test(text) && !SELF.test(text)) return false;
  return patterns.FOR_CUSTOMER.test(text);
}

const cents = (amount: number): number => Math.round(amount * 100);

function isOwed({ owed, coupons, offers }: Authority, kind: PromiseKind, amount: number): boolean {
  if (kind === 'money') return owed.has(cents(amount));
  if (kind === 'coupon') return coupons.has(cents(amount));
  return offers.has(kind === 'discount' ? -Math.round(amount * SHARES) : cents(amount));
}

/** Whether the sum adds up two offers open to anybody: 40+15一共给您省55. */
function isAddedUp({ values }: Reading, { offers, coupons }: Authority, amount: number): boolean {
  const open = [...new Set(values.map(({ is }) => cents(is)))].filter((one) => offers.has(one) || coupons.has(one));
  return open.some((one, i) => open.slice(i + 1).some((other) => one + other === cents(amount)));
}

/** Promises above what `level` may give, each with the words it stands in. */
export function promisesIn(reading: Reading, authority: Authority, level: Level): Promised[] {
  const most = authority.levels.find((one) => one.level === level);
  if (!most) return [];
  const above = holds(reading.text, patterns.ABOVE);
  const found: Promised[] = [];
  for (const value of reading.values) {
    const clause = reading.clauses[value.clause] as Clause;
    if (found.some(({ end }) => end === clause.end)) continue;
    const text = reading.text.slice(clause.start, clause.end);
    // 无门槛 denies the condition, not the coupon.
    if ((value.sign < 0 && !text.includes(patterns.FREE)) || !isSaid(reading, value.clause) || !promises(text))
      continue;
    const kind = kindOf(value, {
      before: reading.text.slice(clause.start, value.start),
      said: reading.text.slice(value.start, value.end),
      after: reading.text.slice(value.end, clause.end),
    });
    if (kind === null || !isBeside(reading, value.clause)) continue;
    const amount = value.is;
    if (mayGive(most, kind.kind, amount) || isOwed(authority, kind.kind, amount)) continue;
    if (kind.kind !== 'discount' && amount < LEAST) continue;
    if (kind.kind === 'price' && isAddedUp(reading, authority, amount)) continue;
    found.push({
      kind: kind.kind,
      amount,
      by: authority.levels.find((one) => mayGive(one, kind.kind, amount))?.level ?? null,
      chance:
        above || !kind.sure || clause.hedged || holds(text, patterns.DIFFERENCE) ? SURENESS.softened : SURENESS.plain,
      start: clause.start,
      end: clause.end,
    });
  }
  for (const { kind, amount, start, end } of sumlessIn(reading)) {
    if (found.some((one) => one.start === start) || authority.sumless.has(kind) || mayGive(most, kind, 0)) continue;
    const by = authority.levels.find((one) => mayGive(one, kind, 0))?.level ?? null;
    found.push({ kind, amount, by, chance: SURENESS.plain, start, end });
  }
  return found;
}

/** Whether the clauses beside it let the promise stand: 要是您不退 before it and 我跟主管申请 don't. `isSaid` sees to 行不行. */
function isBeside({ text, clauses }: Reading, index: number): boolean {
  const before = clauses[index - 1];
  const after = clauses[index + 1];
  const own = clauses[index] as Clause;
  const joined = before !== undefined && !/[\n。!?;]/.test(text.slice(before.end, own.start));
  const words = (one: Clause | undefined): string => (one ? text.slice(one.start, one.end) : '');
  if (joined && (before.conditional || holds(words(before), patterns.SUPPOSED) || holds(words(before), patterns.OWED)))
    return false;
  return !holds(words(before), patterns.ABOVE) && !holds(words(after), patterns.ABOVE);
}
