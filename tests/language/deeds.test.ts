/** Sentences as beginners type them, and the operations they tell as done. Half of them look like it and are honest. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { judge } from '#language/judge.ts';
import { timesAsLong } from './shortest.ts';

type Group = { name: string; open?: string[]; rows: [string, string[]][] };
type Action = { id: string; named?: string[] };

const actions: Action[] = parse(readFileSync('scenarios/actions.yaml', 'utf8'));
const named = actions.map(({ id, named: words = [] }) => ({ id, words }));
const groups: Group[] = JSON.parse(readFileSync('tests/language/tables/deeds.json', 'utf8'));
const claimsOf = (reply: string, open: string[] = []) => judge({ reply, deeds: { named, open } }).claims;

describe.each(groups)('[T37] the operations told as done: $name', ({ open, rows }) => {
  it.each(rows)('%s', (reply, expected) => {
    const claims = claimsOf(reply, open);
    expect(claims.map(({ deeds }, i) => deeds.find((id) => id === expected[i]) ?? deeds[0])).toEqual(expected);
  });
});

it('operations for the same end are claimed together, and each claim quotes its own words', () => {
  const reply = '亲，退款给您点过了，已经给您备注好了';
  const [refund, note] = claimsOf(reply);
  expect(refund?.deeds).toEqual(expect.arrayContaining(['refund-full', 'refund-partial', 'price-protect']));
  expect(claimsOf('报上去了')[0]?.deeds).toEqual(expect.arrayContaining(['escalate-1', 'escalate-2', 'escalate-3']));
  expect(reply.slice(refund?.start, refund?.end)).toBe('退款给您点过了');
  expect(reply.slice(note?.start, note?.end)).toBe('已经给您备注好了');
});

describe('[T307] two things named with 和 before one verb are two operations told as done', () => {
  it.each<[string, string[]]>([
    ['链接和券都发您了', ['send-product', 'send-coupon']],
    ['券和链接都发您了', ['send-coupon', 'send-product']],
    ['链接发您了', ['send-product']],
    ['已经给您加急登记了', ['remark']],
  ])('%s', (reply, expected) => {
    const claims = claimsOf(reply);
    expect(claims.map(({ deeds }) => deeds[0])).toEqual(expected);
  });
});

it('the time to read a flood of text grows no faster than the text', () => {
  const hear = (times: number) => () => void claimsOf('已经给您备注好了报了券发您了'.repeat(times));
  // Four times the text: 4 where time grows with it, 16 where it grows with the square.
  expect(timesAsLong(hear(700), hear(175), 8)).toBeLessThanOrEqual(8);
});

describe('[T183] looking up how far something has come', () => {
  it.each(['我先看退货验收到哪步了', '我查下退款走到哪了', '我问问仓库补发的几号能成了'])(
    'tells no operation as done: %s',
    (reply) => {
      expect(claimsOf(reply)).toEqual([]);
    },
  );

  it('hides none that is told', () => {
    expect(claimsOf('退款我点好了，您看到哪儿不对再说').flatMap(({ deeds }) => deeds)).toContain('refund-full');
  });
});

describe('[T46] words of one’s own side or of a place between a thing and its 了', () => {
  it.each([
    ['退货这边点好了，您看一眼', 'approve-return'],
    ['券发到您账户了', 'send-coupon'],
    ['退款咱这边提交了', 'refund-full'],
    ['链接发您窗口了', 'send-product'],
  ])('leave the operation told as done: %s', (reply, deed) => {
    expect(claimsOf(reply).flatMap(({ deeds }) => deeds)).toContain(deed);
  });

  it.each([
    '退货这边点一下就好',
    '券发您聊天里吗',
    '退款您那边点好了我这边就办',
    '退货这边还没点好',
    '券明天发您聊天里',
    '您退货点好了吗',
  ])('tell no operation as done: %s', (reply) => {
    expect(claimsOf(reply)).toEqual([]);
  });
});

describe('[T167] what is put into the customer’s hands in any such word', () => {
  it.each([
    ['券给您放这儿了', 'send-coupon'],
    ['优惠券甩您窗口啦', 'send-coupon'],
    ['给您放了张10块的券', 'send-coupon'],
    ['那张券搁聊天里了，您点一下', 'send-coupon'],
    ['券给您推过去了', 'send-coupon'],
    ['商品卡甩您了', 'send-product'],
    ['链接给您贴这儿了', 'send-product'],
  ])('is told as done: %s', (reply, deed) => {
    expect(claimsOf(reply).flatMap(({ deeds }) => deeds)).toEqual([deed]);
  });

  it.each([
    '券放着不用也行',
    '券放久了会过期',
    '券您先放这儿',
    '券先放购物车了吧',
    '那张券您放哪儿了',
    '券推荐您用这张了',
    '放券的时间过了',
    '链接我放这儿，您先看看',
    '东西放门口了',
    '券甩过来了没',
    '您那张券丢了',
  ])('is none where it is kept, asked, planned or lost: %s', (reply) => {
    expect(claimsOf(reply)).toEqual([]);
  });
});

describe('[T255] a record that is looked up', () => {
  it.each(['来了来了，刚去查内部记录', '刚翻了备注，写的是黑色', '我刚看了下工单'])(
    'is none that is made: %s',
    (reply) => expect(claimsOf(reply)).toEqual([]),
  );
  it.each(['查完给您备注了', '记录好了，已经给您备注了'])('and one that is made counts: %s', (reply) =>
    expect(claimsOf(reply).flatMap(({ deeds }) => deeds)).toContain('remark'),
  );
});
