/** Customers' lines of shipped cases fit what has been said and done by then (RULES J127). */
import { expect, it } from 'vitest';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { library } from '#tests/support/library.ts';

type Entry = string | { say: string; do: { action: string; [field: string]: string | number }[] };

/** What the customer says after the last of these replies. */
const heardAfter = (id: string, entries: readonly Entry[], card = 0): string[] => {
  const replies = toReplies(
    entries.map((entry) => ({ to: 'any', after: '9s', ...(typeof entry === 'string' ? { say: entry } : entry) })),
  );
  const { events } = playedOnce(library, [id], replies, { card });
  const asked = events.findLast((event) => event.kind === 'trainee-said')?.at ?? 0;
  return events.flatMap((event) =>
    event.kind === 'customer-said' && event.at > asked && event.bubble.kind === 'text' && event.why.kind !== 'silence'
      ? [event.bubble.text]
      : [],
  );
};

it('[J127] nobody asks what is paid if the shop can’t deliver of who has said it, nor whether it reaches a home they won’t be at', () => {
  const id = 'promotion/deposit-cold-feet';
  const told = heardAfter(id, ['不付尾款的话定金不退哦。反过来我们发不出，双倍还你']);
  expect(told.join()).not.toMatch(/发不出来|交不出|没货发/);
  expect(told.at(-1)).toBe('那到我手里是多少');
  const moved = heardAfter(id, [
    '您不付尾款定金不退',
    '店铺发不出双倍返还退您200元，您是卡在哪，为什么不想要',
    '出差地址发我，我在单上改，寄那边人到货到',
    {
      do: [{ action: 'change-address', address: '昆明盘龙区北辰路17号项目部前台' }],
      say: '给您改好了，寄昆明北辰路17号项目部前台',
    },
    '尾款449，合计549',
  ]);
  expect(moved.join()).not.toContain('到得了家');
  expect(moved.join()).toContain('准能到不');
});

it('[J127] nobody thanks for an address that nobody has called changed, nor looks for a coupon they were sent', () => {
  const changed = heardAfter('order-change/change-address-suibu', [
    '没打包，能改，新地址门牌号发我',
    { do: [{ action: 'change-address', address: '苏州市姑苏区平江路88号' }], say: '您稍等' },
  ]);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.join()).not.toMatch(/谢|放心/);
  const chosen = heardAfter('product-advice/which-of-two-suibu', [
    '您主要怎么用呀？',
    { do: [{ action: 'send-product', product: 's01' }], say: '建议您拿逐峰3，风廓通勤穿磨得快，券也发您了' },
  ]);
  expect(chosen.join()).not.toContain('券');
});

it('[J127] nobody takes for sold out what nobody has called so', () => {
  const id = 'shipping-urge/out-of-stock-truth';
  const checked = (say: string) => heardAfter(id, [{ do: [{ action: 'check-order' }], say }]).join();
  expect(checked('我点开记录看了，昨天仓库回了信，没人通知您，是我们的错')).not.toMatch(/没了|没货/);
  expect(checked('您这件L码仓库没货了')).toMatch(/没了|没货/);
});
