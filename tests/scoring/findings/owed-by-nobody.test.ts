/** Nobody owes a card the customer has, or a question that was nearly asked; and an answer told ahead is praised once. */
import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { type Log, quote } from '#tests/scoring/support/log.ts';
import { all, asked, codes } from '#tests/scoring/support/reading.ts';
import { content, contentWith, need, scenario } from '#tests/scoring/support/shoe-shop.ts';

const CARD = need({ do: 'send-product', with: { product: 's01' } });
const shop = {
  ...contentWith({
    duties: [],
    beats: scenario.beats.map((one) => (one.id === 'size' ? { ...one, needs: [CARD] } : one)),
  }),
  actions: [
    ...content.actions.filter(({ id }) => id !== 'send-product'),
    { id: 'send-product', title: '商品卡', group: '营销', sends: true, fields: [], done: '好了', doing: '卡我这就发' },
  ],
};

/** The customer comes with the card of `product`, or with none. */
const cameWith = (product: string | null): DrillEvent[] => {
  const log = asked()
    .enters(1, 'size')
    .replies(10, '39.5', { points: [{}] })
    .ends(60, 'kept', 'paid')
    .finishes(70);
  if (product === null) return log.events;
  const why = { kind: 'opening' as const, beat: 'size' };
  const bubble = { kind: 'product' as const, product };
  const shown: DrillEvent = { kind: 'customer-said', at: 0, conversation: 'c1', id: 'card', bubble, why, last: false };
  return [...log.events.slice(0, 2), shown, ...log.events.slice(2)];
};

const entering = (enters: string | null): typeof shop => ({
  ...shop,
  scenarios: shop.scenarios.map((one) => ({ ...one, customer: { ...one.customer, enters } })),
});

describe('[M28] a product’s card', () => {
  it('is owed to no customer who came with that same card', () => {
    expect(codes(cameWith('s01'), entering(null))).not.toContain('missing-action');
  });

  it('is owed to a customer who came with another card or with none', () => {
    expect(codes(cameWith('s02'), entering(null))).toContain('missing-action');
    expect(codes(cameWith(null), entering(null))).toContain('missing-action');
  });

  it('is owed to no customer who came from that product’s page, unless they asked for it', () => {
    expect(codes(cameWith(null), entering('s01'))).not.toContain('missing-action');
    expect(codes(cameWith(null), entering('s02'))).toContain('missing-action');
    const why = { kind: 'reaction' as const, reaction: 'undone' as const, turn: 1 };
    const bubble = { kind: 'text' as const, text: '链接呢' };
    const asks: DrillEvent = { kind: 'customer-said', at: 20, conversation: 'c1', id: 'u', bubble, why, last: true };
    const log = cameWith(null);
    const at = log.findLastIndex(({ kind }) => kind === 'ending-reached');
    expect(codes([...log.slice(0, at), asks, ...log.slice(at)], entering('s01'))).toContain('missing-action');
  });
});

describe('[M28] an operation clicked before its question was asked', () => {
  const clicked = (words: string): string[] =>
    codes(
      asked()
        .replies(8, words)
        .acts(12, 'refund-partial', { with: { amount: 5900 }, unverified: true }).events,
    );

  it('is no fault where the trainee came near asking it', () => {
    expect(clicked('您脚长是多少呀')).not.toContain('unverified-action');
  });

  it('is a fault where the trainee asked something else, or told the answer themselves', () => {
    expect(clicked('您喜欢什么颜色呀')).toContain('unverified-action');
    expect(clicked('脚背高的往大选半码')).toContain('unverified-action');
  });
});

describe('[M28] a reminder of payment by words', () => {
  const of = contentWith({
    forbids: [{ do: null, act: 'payment-reminder', with: {}, because: '这里不催', reaction: null }],
  });
  const said = (words: string): DrillEvent[] => {
    const log = asked();
    log.replies(10, words, { forbiddenWords: [{ forbid: 0, quote: quote(log.nextMessage, words, words) }] });
    return log.events;
  };

  it.each(['赶紧拍下吧亲', '您还没付呢', '是哪里拿不准吗'])('urges, asks or speaks of what isn’t paid: %s', (words) => {
    expect(codes(said(words), of)).toContain('forbidden-action');
  });

  it.each(['库房里还有六十多双', '明天下单也是这个价'])('isn’t made by likeness alone: %s', (words) => {
    expect(codes(said(words), of)).not.toContain('forbidden-action');
  });
});

describe('[M29] an answer told before it was asked', () => {
  const ship = { point: 'ship', question: 'q-ship', state: 'covered' as const, asked: false };
  const ahead = (log: Log): number => all(log.events).filter((f) => f.code === 'merit:answered-ahead').length;
  const told = (more: object = {}, turn: object = {}): Log =>
    asked().replies(5, '39.5，四点前付今天走', {
      answers: { 'q-size': 'answered' },
      points: [{}, { ...ship, ...more }],
      ...turn,
    });

  it('is praised once for each question, however often it is said', () => {
    const once = ahead(told().finishes(90));
    const twice = ahead(
      told()
        .says(20, '好的')
        .replies(25, '四点前付今天走', { points: [ship] })
        .finishes(90),
    );
    expect(once).toBe(1);
    expect(twice).toBe(1);
  });

  it('isn’t praised where it was heard by likeness alone', () => {
    expect(ahead(told({ confidence: 0.85 }).finishes(90))).toBe(0);
    expect(ahead(told({ confidence: 0.9 }).finishes(90))).toBe(1);
  });

  it('isn’t praised where it corrects a slip of the trainee’s own', () => {
    expect(ahead(told({ corrected: true }).finishes(90))).toBe(0);
  });

  it('isn’t praised where the customer had asked it in other words', () => {
    const asking = (customer: string): Log => told({}, { customer });
    expect(ahead(asking('穿几码\n现在拍今天能发走不').finishes(90))).toBe(0);
    expect(ahead(asking('穿几码\n我随便看看').finishes(90))).toBe(1);
  });
});

describe('[M216] operations that one reason forbids', () => {
  const BOTH = ['change-price', 'partial-refund'].map((action) => ({
    do: action,
    act: null,
    with: {},
    because: '来问的不是下单账号',
    reaction: null,
  }));
  const strict = contentWith({ forbids: BOTH });
  const charged = (log: Log) =>
    all(
      log
        .replies(30, '39.5', { points: [{}] })
        .ends(60, 'kept', 'paid')
        .finishes(70).events,
      strict,
    ).flatMap(({ code, title }) => (code === 'forbidden-action' ? [title] : []));

  it('are one charge where no word stands between them, and it names both', () => {
    const slips = charged(
      asked().acts(8, 'change-price', { forbidden: 0 }).acts(9, 'partial-refund', { forbidden: 1 }),
    );
    expect(slips).toHaveLength(1);
    expect(slips[0]).toContain('、');
  });

  it('are two where the trainee spoke between them', () => {
    const slips = charged(
      asked()
        .acts(8, 'change-price', { forbidden: 0 })
        .replies(12, '我看下')
        .acts(20, 'partial-refund', { forbidden: 1 }),
    );
    expect(slips).toHaveLength(2);
  });
});
