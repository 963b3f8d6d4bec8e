/** What an order costs follows from what the trainee did: a coupon that waits to be sent is used only where it was. */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { CustomerDeed, PlacedOff } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { library, play, repliesOf, scenarioOf } from '#tests/learning/support/play.ts';

const SHOE = 'product-advice/shoe-half-size';
const offOf = (deed: CustomerDeed): readonly PlacedOff[] => ('off' in deed ? (deed.off ?? []) : []);

/** Findings are merits, too. */
const faultsOf = ({ findings }: Report): string[] =>
  findings.flatMap(({ code }) => (code.startsWith('merit:') ? [] : [code]));

/** The model trainee, who then sends the coupon or not, and says what the shoe comes to. */
const played = (sends: boolean, says: string) => {
  const replies = repliesOf(SHOE, 'model').map((reply) =>
    reply.to === 'hovers'
      ? {
          ...toReplies([
            {
              to: 'hovers',
              after: '9s',
              do: [
                { action: 'send-product', product: 's01' },
                ...(sends ? [{ action: 'send-coupon', coupon: 'cp15' }] : []),
              ],
              say: `点这张卡就可以拍下啦，${says}，我给您备注脚背高`,
            },
          ])[0],
        }
      : reply,
  ) as ReturnType<typeof repliesOf>;
  const { events, report } = play([SHOE], replies);
  const orders = events.flatMap((event) => (event.kind === 'customer-did' ? event.orders.slice(-1) : []));
  const sale = events.flatMap((event) => (event.kind === 'ending-reached' ? [event.sale] : []));
  return { total: orders[0]?.total, off: orders[0]?.off.map(({ card }) => card), sale: sale[0], report };
};

describe('[T135] a coupon that an order uses only where it was sent', () => {
  it('lowers the sum of the order and of the sale, and the sum told with it is right', () => {
    const { total, off, sale, report } = played(true, '满300减40，再用店铺券15，到手404');
    expect({ total, off, sale }).toEqual({ total: 40400, off: ['s-mj', 'cp15'], sale: 40400 });
    expect(faultsOf(report)).toEqual([]);
  });

  it('is left out where nobody sent it, and the sum told without it is right', () => {
    const { total, off, sale, report } = played(false, '满300减40，到手419');
    expect({ total, off, sale }).toEqual({ total: 41900, off: ['s-mj'], sale: 41900 });
    expect(faultsOf(report)).toEqual([]);
  });
});

/** The coupons of a case's deeds that wait to be sent. */
const waiting = (scenario: string): Set<string> => {
  const { beats, endings } = scenarioOf(scenario);
  const deeds = [...beats, ...endings].flatMap(({ does }) => does);
  return new Set(deeds.flatMap(offOf).flatMap(({ card, sent }) => (sent ? [card] : [])));
};
const sentBefore = (events: readonly DrillEvent[], at: number): Set<unknown> =>
  new Set(events.slice(0, at).flatMap((event) => (event.kind === 'action-done' ? [event.with.coupon] : [])));

describe('[T135] in every case with such a coupon', () => {
  const cases = [...library.scenarios.keys()].filter((id) => waiting(id).size > 0);

  it('there are some', () => {
    expect(cases).toEqual(expect.arrayContaining([SHOE, 'returning-customer/third-pair']));
  });

  it.each(cases)('%s: every trainee’s orders use what they sent and nothing else', (id) => {
    const coupons = waiting(id);
    for (const [who, { replies }] of Object.entries(library.testplans.get(id) ?? {})) {
      const { events } = play([id], replies);
      events.forEach((event, at) => {
        if (event.kind !== 'customer-did') return;
        const sent = sentBefore(events, at);
        for (const { card, ...rest } of offOf(event.deed)) {
          expect(rest).not.toHaveProperty('sent');
          if (coupons.has(card)) expect(sent, `${who}: ${card}`).toContain(card);
        }
      });
    }
  });
});
