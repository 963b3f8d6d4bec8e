import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import type { PolicyCard, Shop } from '#engine/model/shop.ts';
import { act, drive, judged, of, reactions, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';

const PRICE_CARD: PolicyCard = {
  id: 's-pp',
  title: '价保',
  text: '付款起15天内降价退差价',
  basis: 'shop',
  source: '本店规定',
  date: '2026-11-01',
  states: [{ is: ['15天'], says: ['价保几'] }],
};
const AUTHORITY: Shop['authority'] = [
  { level: 'A', text: '10元以内的券', gives: { coupon: 1000 } },
  { level: 'B', text: '50元以内的补偿', gives: { money: 5000 } },
  { level: 'C', text: '300元以内的补偿', gives: { money: 30_000 } },
];

/** The shoe case with limits and a card with figures; `stored`: content kept from before there were these. */
const content = (stored = false): ContentData =>
  stored
    ? shoes
    : {
        ...shoes,
        actions: shoes.actions.map((a) => (a.id === 'escalate' ? { ...a, reports: 'B' as const } : a)),
        shops: shoes.shops.map((shop) => ({
          ...shop,
          actions: [...shop.actions, 'escalate'],
          authority: AUTHORITY,
          policies: [...shop.policies, PRICE_CARD],
        })),
      };
const turnOf = (of: ContentData, ...commands: Parameters<typeof drive>[1]) =>
  judged(drive(of, [...commands, tick(90_000)]).log);
const PROMISE = '给您补40元';
const WRONG = '价保30天';

describe('promises above the desk', () => {
  it('[T13] are noted with their words and with the level that may give them', () => {
    const quote = { message: 'c1-m10000', start: 2, end: 2 + PROMISE.length };
    expect(turnOf(content(), say(10_000, `亲，${PROMISE}`)).beyond).toEqual([
      { gift: 'money', amount: 40, by: 'B', unsure: false, quote },
    ]);
    expect(turnOf(content(), say(10_000, '给您补200元')).beyond?.[0]?.by).toBe('C');
    expect(turnOf(content(), say(10_000, '给您补999元')).beyond?.[0]?.by).toBeNull();
  });

  it('[T13] are not noted once the level that may give them was reported to', () => {
    expect('beyond' in turnOf(content(), act(5000, 'escalate'), say(10_000, PROMISE))).toBe(false);
    expect('beyond' in turnOf(content(), say(10_000, PROMISE), act(12_000, 'escalate'))).toBe(false);
    expect(turnOf(content(), act(5000, 'escalate'), say(10_000, '给您补200元')).beyond).toHaveLength(1);
    expect('beyond' in turnOf(content(), say(10_000, '给您发一张10元的券'))).toBe(false);
  });

  it('[T13] change nothing of what the customer says, and stay unnoted with content from before the rule', () => {
    const played = (stored: boolean) =>
      drive(content(stored), [say(10_000, `${SAID.size}，${PROMISE}，${WRONG}`), tick(120_000)]).log;
    expect(judged(played(false)).beyond).toHaveLength(1);
    expect('beyond' in judged(played(true)) || 'against' in judged(played(true))).toBe(false);
    expect([reactions(played(false)), words(played(false))]).toEqual([reactions(played(true)), words(played(true))]);
    expect(of(played(false), 'mood-moved')).toEqual(of(played(true), 'mood-moved'));
  });
});

describe('figures told otherwise than a card has them', () => {
  it('[T14] are noted with the card, whether they were asked for or not', () => {
    const quote = { message: 'c1-m10000', start: 2, end: 2 + WRONG.length };
    expect(turnOf(content(), say(10_000, `亲，${WRONG}`)).against).toEqual([{ card: 's-pp', unsure: false, quote }]);
    expect('against' in turnOf(content(), say(10_000, '价保15天'))).toBe(false);
  });

  it('[T14] are left to people where they are told with a doubt', () => {
    expect(turnOf(content(), say(10_000, '价保大概30天')).against).toMatchObject([{ card: 's-pp', unsure: true }]);
  });

  it('[T14] are not held against a card where they make a point wrong', () => {
    const wrong = { ...PRICE_CARD, states: [{ is: ['40码'], says: ['几', '…几'] }] };
    const base = content();
    const of: ContentData = { ...base, shops: base.shops.map((shop) => ({ ...shop, policies: [wrong] })) };
    const turn = turnOf(of, say(10_000, SAID.wrongSize));
    expect(turn.points.some(({ state }) => state === 'wrong')).toBe(true);
    expect('against' in turn).toBe(false);
  });
});

describe('what nobody on the desk can know', () => {
  const GUESS = '我们这双皮实得很，穿几年都不会坏的';
  const cards = shoes.shops.map((shop) => ({
    ...shop,
    policies: [...shop.policies, { ...PRICE_CARD, id: 's-when', states: [], noGuess: true }],
  }));

  it('[T122] is noted with the card that asks for no guesses', () => {
    const { against } = turnOf({ ...shoes, shops: cards }, say(10_000, GUESS));
    expect(against).toMatchObject([{ card: 's-when', unsure: false, open: true }]);
    expect('against' in turnOf(shoes, say(10_000, GUESS))).toBe(false);
  });

  it('[T122] isn’t noted where the same words tell a point right', () => {
    const asRight: ContentData = JSON.parse(JSON.stringify({ ...shoes, shops: cards }).replaceAll(SAID.size, GUESS));
    const { points, against } = turnOf(asRight, say(10_000, GUESS));
    expect(points).toMatchObject([{ state: 'covered' }]);
    expect(against).toBeUndefined();
  });
});
