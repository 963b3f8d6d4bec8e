/** What an operation is filled in with is called as the desk calls it, never by its id. */
import { expect, it } from 'vitest';
import { contentFor } from '#library/load.ts';
import { caseFactsOf } from '#scoring/log/case-facts.ts';
import { actionLine } from '#scoring/suggestions/operations.ts';
import { library } from '#tests/support/library.ts';

it('a coupon to send is named', () => {
  const id = 'promotion/coupon-stack';
  const caseFacts = caseFactsOf(contentFor(library, [id]).data, id);
  const [coupon] = caseFacts.shop.coupons;
  if (coupon === undefined) throw new Error('the shop has no coupon');
  const line = actionLine({ do: 'send-coupon', with: { coupon: coupon.id }, note: null }, caseFacts);
  expect(line).toContain(`「${coupon.name}」`);
  expect(line).not.toContain(coupon.id);
});

it('[M156] a choice of a field is told by its label', () => {
  const id = 'promotion/coupon-stack';
  const caseFacts = caseFactsOf(contentFor(library, [id]).data, id);
  const line = actionLine({ do: 'resend', with: { part: 'other' }, note: null }, caseFacts);
  expect(line).toContain('「其他配件」');
  expect(line).not.toContain('other');
});
