/**
 * A shop's limits in figures against the line people read. If one is changed without the other, the report quotes a
 * line that says something else. Only figures, coupons and 改价 are compared, as narrowly as quick replies are checked.
 */
import { say } from '#i18n/say.ts';
import type { LevelGrant } from '#language/authority/limits.ts';
import { folded } from '#language/reading/folded.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { yuan } from './amounts.ts';

const CENTS = 100;
const NO_PRICE_CHANGE = /改价不许|不许改价|不能改价|不改价/;
/** 10元以内的券, 20元的券. */
const COUPON = /^(?:以内|以下)?的?[^,;、]{0,4}券/;

type LimitFault = { field: 'money' | 'coupon' | 'discount' | 'price'; message: string };

/** Where a level's figures and its line disagree. */
export function* checkLimits(levels: readonly LevelGrant[]): Iterable<Fault> {
  for (const [index, { text, gives }] of levels.entries()) {
    if (gives === undefined) continue;
    const values = valuesIn(folded(text));
    for (const { field, message } of [...missingInText(gives, text, values), ...missingInFigures(gives, text, values)])
      yield {
        code: 'limit-not-in-text',
        path: ['authority', index, 'gives', ...(gives[field] === undefined ? [] : [field])],
        message,
      };
  }
}

type Gives = NonNullable<LevelGrant['gives']>;

const hasAmount = (values: readonly Value[], cents: number): boolean =>
  values.some(
    ({ kind, quantity }) => (kind === 'amount' || kind === 'number') && Math.round(quantity * CENTS) === cents,
  );

/** Figures that the line doesn't name. */
function* missingInText(grants: Gives, text: string, values: readonly Value[]): Iterable<LimitFault> {
  const { money, coupon, discount, price } = grants;
  const line = folded(text);
  if (typeof money === 'number' && money > 0 && !hasAmount(values, money))
    yield { field: 'money', message: say('checker:limit.money', { text, amount: yuan(money) }) };
  if (coupon !== undefined && coupon > 0 && !hasAmount(values, coupon))
    yield { field: 'coupon', message: say('checker:limit.coupon', { text, amount: yuan(coupon) }) };
  const shares = values.filter(({ kind }) => kind === 'percent');
  if (typeof discount === 'number' && !shares.some(({ quantity }) => Math.round(quantity * CENTS) === discount))
    yield { field: 'discount', message: say('checker:limit.discount', { text, discount }) };
  if (price === true && (NO_PRICE_CHANGE.test(line) || !line.includes('价')))
    yield { field: 'price', message: say('checker:limit.price', { text }) };
}

/** A coupon or 不改价 named in the line where the figures have no such limit. */
function* missingInFigures(grants: Gives, text: string, values: readonly Value[]): Iterable<LimitFault> {
  const line = folded(text);
  const coupon = values.find(({ kind, end }) => kind === 'amount' && COUPON.test(line.slice(end)));
  if (coupon && grants.coupon === undefined)
    yield {
      field: 'coupon',
      message: say('checker:limit.no-coupon', { text, amount: Math.round(coupon.quantity * CENTS) }),
    };
  if (NO_PRICE_CHANGE.test(line) && grants.price === undefined)
    yield { field: 'price', message: say('checker:limit.no-price', { text }) };
}
