/** A note to the next shift names the matter of its customer among those of the drill (RULES X27). */
import { describe, expect, it, test } from 'vitest';
import { randomAt } from '#engine/model/random.ts';
import { mattersOf, namesMatter } from '#scoring/report-sections/notes/note-matters.ts';
import { library } from '#tests/support/library.ts';

const scenarioOf = (id: string) => library.short.get(id)?.scenario ?? expect.fail(`no short customer ${id}`);
/** A shift's twelve customers, with a note that another colleague can go on with. */
const NOTES: readonly (readonly [string, string])[] = [
  ['product-advice/last-pieces-in-stock-suibu', '要两包，问有没有货'],
  ['account-security/friend-order-suibu', '替朋友查件到哪了'],
  ['complaint-escalation/who-decides-suibu', '要赔钱，问谁定，答应10分钟回'],
  ['order-change/change-address-suibu', '想改地址'],
  ['payment-reminder/unpaid-suibu', '没付款，问几点前付'],
  ['product-advice/made-of-suibu', '问是什么料做的'],
  ['promotion/coupon-usable-suibu', '券用不了'],
  ['return-dispute/refund-yet-suibu', '退货寄回了，等退款'],
  ['return-dispute/swap-size-suibu', '换码，运费谁出'],
  ['returning-customer/invoice-suibu', '催发票'],
  ['shipping-urge/which-courier-suibu', '指定快递'],
  ['shipping-urge/urge-suibu', '催发货'],
];
const questionOf = (id: string): string => scenarioOf(id).beats.flatMap(({ asks }) => asks)[0]?.text ?? '';
const matters = mattersOf(NOTES.map(([id]) => scenarioOf(id)));
const namedBy = (note: string): string[] =>
  NOTES.flatMap(([id]) => (namesMatter(note, questionOf(id), matters) ? [id] : []));

test('one note for twelve customers names the matter of those alone of whom it is true [X27]', () => {
  expect(namedBy('问有没有货，我答应2分钟回')).toEqual(['product-advice/last-pieces-in-stock-suibu']);
  expect(namedBy('客户在等，我答应5分钟内回')).toEqual([]);
  expect(namedBy('有问题要处理，请跟进一下，今天18点前给回复')).toEqual([]);
});

describe('a short note that is right', () => {
  it.each(NOTES)('names %s: %s [X27]', (id, note) => {
    expect(namedBy(note)).toContain(id);
    expect(namedBy(note).length).toBeLessThanOrEqual(3);
  });

  it('names its customer by a sum that they have named, and nobody else by it', () => {
    const asks = scenarioOf('complaint-escalation/who-decides-suibu');
    const sum = /\d{2,}/.exec(JSON.stringify(asks.beats[0]?.says))?.[0] ?? expect.fail('no sum');
    expect(namedBy(`要${sum}元`)).toEqual(['complaint-escalation/who-decides-suibu']);
  });
});

test('the same note is right for both of two customers who ask the same [X27]', () => {
  const two = ['suibu', 'guchui'].map((shop) => scenarioOf(`product-advice/last-pieces-in-stock-${shop}`));
  expect(mattersOf(two).size).toBe(1);
});

test('in rounds of any twelve customers the note of no stock names only who asks about goods on hand [X27]', () => {
  const ids = [...library.short.keys()].filter((id) => id.endsWith('-guchui'));
  for (let seed = 0; seed < 20; seed++) {
    const round = ids
      .toSorted((a, b) => randomAt(seed, a, 'x', 0, 'round') - randomAt(seed, b, 'x', 0, 'round'))
      .slice(0, 12);
    const drawn = mattersOf(round.map(scenarioOf));
    const named = round.filter((id) => namesMatter('问有没有货，我答应2分钟回', questionOf(id), drawn));
    expect(named.filter((id) => !/last-pieces|in-stock/.test(id))).toEqual([]);
  }
});
