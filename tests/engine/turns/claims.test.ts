import { describe, expect, it } from 'vitest';
import type { ContentData, Need } from '#engine/model/content.ts';
import { act, drive, judged, of, reactions, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, need, order, point, question } from '#tests/engine/support/tiny.ts';

const NAMED: Record<string, string[]> = {
  remark: ['备注'],
  'change-sku': ['改成…了', '规格…改'],
  refund: ['退款', '退了'],
  'change-price': ['退了'],
  escalate: ['报…主管', '报了'],
};

/** The shoe case with words for its operations; `stored`: content kept from before there were such words. */
const withNeeds = (
  { here = [], next = [], duties = [] }: { here?: Need[]; next?: Need[]; duties?: Need[] },
  stored = false,
): ContentData => {
  const content = contentOf([
    shoesWith({ beats: [sizeBeat({ needs: here }), shipBeat({ needs: next })], duties, orders: [] }),
  ]);
  return stored ? content : { ...content, actions: content.actions.map((a) => ({ ...a, named: NAMED[a.id] ?? [] })) };
};
const remark = need({ do: 'remark' });
const LIE = '已经给您备注好了';
const claimsIn = (content: ContentData, ...commands: Parameters<typeof drive>[1]) =>
  judged(drive(content, [...commands, tick(90_000)]).log).claims;

describe('operations told as done', () => {
  it('[T12] are noted with their words where the beat, a later one or the case needs the operation', () => {
    const quote = { message: 'c1-m10000', start: 2, end: 10 };
    for (const needs of [{ here: [remark] }, { next: [remark] }, { duties: [remark] }])
      expect(claimsIn(withNeeds(needs), say(10_000, `亲，${LIE}`))).toEqual([{ actions: ['remark'], quote }]);
  });

  it('[T12] are not noted where the desk has no such button, or the operation was done', () => {
    expect(claimsIn(withNeeds({ here: [need({ do: 'escalate' })] }), say(10_000, '报了报了'))).toBeUndefined();
    const content = withNeeds({ here: [remark] });
    expect(claimsIn(content, act(5000, 'remark'), say(10_000, LIE))).toBeUndefined();
    expect(claimsIn(content, say(10_000, LIE), act(12_000, 'remark'))).toBeUndefined();
    const before = drive(content, [act(5000, 'remark'), say(6000, SAID.here), say(40_000, LIE), tick(60_000)]);
    expect(judged(before.log, 2).claims).toBeUndefined();
  });

  it('[T22] are noted too where nobody needs the operation, unless it was clicked, planned, asked or denied', () => {
    expect(claimsIn(withNeeds({}), say(10_000, LIE))?.[0]?.actions).toEqual(['remark']);
    expect(claimsIn(withNeeds({}), act(5000, 'remark'), say(10_000, LIE))).toBeUndefined();
    for (const honest of ['我去给您备注', '稍后给您备注', '要不要我帮您备注了？', '还没备注', '备注了的话仓库会看'])
      expect(claimsIn(withNeeds({}), say(10_000, honest))).toBeUndefined();
  });

  it('[T22] are not noted for an unneeded operation where the words are a verb alone or may be about another click', () => {
    const named = withNeeds({});
    const note = { name: 'note', title: '内容', kind: 'text', required: false, choices: [] } as const;
    const noted = named.actions.map((a) => ({
      ...a,
      fields: [note],
      named: a.id === 'remark' ? ['登记', '记了'] : [],
    }));
    const content = { ...named, actions: noted };
    expect(claimsIn(content, say(10_000, '已经记了'))).toBeUndefined();
    expect(claimsIn(content, say(10_000, '已经登记了'))).toHaveLength(1);
    expect(claimsIn(content, act(5000, 'change-price', { note: '鞋' }), say(10_000, '已经登记了'))).toBeUndefined();
  });

  it('[T22] are no lie where a right answer resting on the order tells what was done before, and nobody needs it', () => {
    const told = (policy: string | null, here: Need[] = []) => {
      const size = point({ id: 'size', says: LIE, also: ['备注好了的'], contradicts: ['没备注过'], policy });
      const asks = [question({ id: 'q-size', text: '备注过没', points: [size] })];
      const content = contentOf([shoesWith({ beats: [sizeBeat({ asks, needs: here }), shipBeat()], orders: [] })]);
      const actions = content.actions.map((a) => ({ ...a, named: NAMED[a.id] ?? [] }));
      return claimsIn({ ...content, actions }, say(10_000, LIE));
    };
    expect(told('order')).toBeUndefined();
    expect(told('s-note')).toHaveLength(1);
    expect(told('order', [remark])).toHaveLength(1);
  });

  it('[T12] are true where their words may mean several operations and one of these was done', () => {
    const content = withNeeds({ here: [need({ do: 'refund' })] });
    expect(claimsIn(content, say(10_000, '给您退了'))?.[0]?.actions).toEqual(['refund', 'change-price']);
    expect(claimsIn(content, act(5000, 'change-price'), say(10_000, '给您退了'))).toBeUndefined();
  });

  it('[T12] mean what is owed where they name no object and one operation is owed', () => {
    expect(claimsIn(withNeeds({ here: [remark] }), say(10_000, '弄好了'))?.[0]?.actions).toEqual(['remark']);
    const two = withNeeds({ here: [remark, need({ do: 'change-sku' })] });
    expect(claimsIn(two, say(10_000, '弄好了'))).toBeUndefined();
    // Said in the same turn as a click, 弄好了 means that click; a turn later it means the operation still owed.
    const clicked = [act(5000, 'remark'), say(10_000, '弄好了'), say(40_000, '点了'), tick(60_000)];
    const { log } = drive(two, clicked);
    expect([judged(log).claims, judged(log, 2).claims?.[0]?.actions]).toEqual([undefined, ['change-sku']]);
    expect(claimsIn(withNeeds({ next: [remark] }), say(10_000, '弄好了'))).toBeUndefined();
  });

  it('[T12] never mean an operation without words of its own, such as looking at pictures, where they name no object', () => {
    expect(claimsIn(withNeeds({ here: [need({ do: 'request-photo' })] }), say(10_000, '弄好了'))).toBeUndefined();
  });

  it('[T12] change nothing of what the customer says, and stay unnoted with content from before the rule', () => {
    const played = (stored: boolean) => {
      const commands = [say(10_000, `${SAID.size}，${LIE}`), say(40_000, SAID.ship), tick(120_000)];
      return drive(withNeeds({ duties: [remark] }, stored), commands).log;
    };
    expect(judged(played(false)).claims).toHaveLength(1);
    expect('claims' in judged(played(true))).toBe(false);
    expect([reactions(played(false)), words(played(false))]).toEqual([reactions(played(true)), words(played(true))]);
    expect(of(played(false), 'mood-moved')).toEqual(of(played(true), 'mood-moved'));
  });

  it('[T213] are not noted where a note of the order tells them as done and nobody needs them', () => {
    const noted = (note: string, needs: Need[] = []): ContentData => {
      const content = withNeeds({ here: needs });
      const orders = [order({ inside: [{ on: '11-10 09:30', note }] })];
      return { ...content, scenarios: content.scenarios.map((scenario) => ({ ...scenario, orders })) };
    };
    expect(claimsIn(noted('验收通过，已备注'), say(10_000, LIE))).toBeUndefined();
    expect(claimsIn(noted('验收通过，待备注'), say(10_000, LIE))).toHaveLength(1);
    expect(claimsIn(noted('已签收，申请备注'), say(10_000, LIE))).toHaveLength(1);
    // Their words in any order, and what is done told beside them.
    expect(claimsIn(noted('首次规格已改'), say(10_000, '规格给您改好了'))).toBeUndefined();
    expect(claimsIn(noted('首次规格待改'), say(10_000, '规格给您改好了'))).toHaveLength(1);
    expect(claimsIn(noted('验收通过，已备注', [remark]), say(10_000, LIE))).toHaveLength(1);
  });

  it('[T243] are not noted where the order stands so already and nobody needs them', () => {
    const closed = (status: 'cancelled' | 'unpaid', needs: Need[] = []): ContentData => {
      const content = withNeeds({ here: needs });
      return {
        ...content,
        actions: content.actions.map((a) =>
          a.id === 'remark' ? { ...a, id: 'cancel-order', named: ['已经取消'] } : a,
        ),
        shops: content.shops.map((shop) => ({ ...shop, actions: [...shop.actions, 'cancel-order'] })),
        scenarios: content.scenarios.map((scenario) => ({ ...scenario, orders: [order({ status })] })),
      };
    };
    const words = '这单没付款已经取消了';
    expect(claimsIn(closed('cancelled'), say(10_000, words))).toBeUndefined();
    expect(claimsIn(closed('unpaid'), say(10_000, words))).toHaveLength(1);
    expect(claimsIn(closed('cancelled', [need({ do: 'cancel-order' })]), say(10_000, words))).toHaveLength(1);
  });
});
