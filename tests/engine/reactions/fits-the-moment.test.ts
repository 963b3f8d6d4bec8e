/** What a customer says to the trainee’s question, promise, greeting or half-wrong turn fits the moment it is said in. */
import { describe, expect, it } from 'vitest';
import { groundedAsk } from '#engine/customer/asks-after.ts';
import type { Ending, Reaction } from '#engine/model/content.ts';
import { hasSpoiltPart, sendsElsewhere, withoutPraise } from '#engine/reactions/praise.ts';
import { holdIn } from '#language/answers/hold.ts';
import { deedsSpokenOf } from '#language/deeds/undertakings.ts';
import { readText } from '#language/reading/clauses.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { replayed } from '#scripts/fairness/replayed.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { act, drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { ENDINGS, SAID, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, burst, contentOf, ending, fact, need, order, windowOf } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

type Said = { after: string; say: string[] };

/** What the customer says to each turn. */
const answers = (scenario: string, said: readonly Said[], card = 0): string[] => {
  const replies = toReplies(said.map((one) => ({ to: 'any', ...one })));
  return replayed(library, scenario, replies, { card }).reactions.map(({ customer }) => customer);
};
const lines = (...texts: string[]): Reaction => ({
  bursts: texts.map((text) => [{ kind: 'text', text }]),
  mood: null,
  then: null,
  afterS: null,
});
const textsOf = (reaction: Reaction | undefined): string[] =>
  (reaction?.bursts ?? []).flat().map((bubble) => (bubble.kind === 'text' ? bubble.text : ''));

describe('[J147] a question put to a customer who is about to go', () => {
  it('is left for later in words of going, and answered where they know it', () => {
    const [later] = answers('promotion/offer-price-offer-on-suibu', [
      { after: '20s', say: ['有活动的，立减20，现在109元。您身高体重多少呀？'] },
    ]);
    expect(later).toMatch(/回头|晚点/);
    const [knows] = answers('product-advice/last-pieces-in-stock-suibu', [
      { after: '20s', say: ['有货的，库存860，够的。您送的人平时穿多大的鞋，是男是女几位穿？'] },
    ]);
    expect(knows).toContain('大码');
  });

  it('isn’t weighed by who has just declined', () => {
    const sold = [{ after: '20s', say: ['刚刚卖完了，库存是0，现在拍不了，补货日子还没定。您看拿别的还是等？'] }];
    const all = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (card) => answers('product-advice/last-pieces-sold-out-suibu', sold, card)[0],
    );
    const declined = all.filter((answer) => answer?.includes('那算了'));
    expect(declined.length).toBeGreaterThan(0);
    for (const answer of declined) expect(answer).not.toMatch(/想想|还没定|再说|回头/);
  });
});

describe('[J148] a question put to a customer who orders in this very moment', () => {
  it('isn’t put off', () => {
    const buys = { deed: 'place-order', product: 'shoe', sku: null, pays: true } as never;
    const said = (does: Ending['does']): string[] =>
      words(
        drive(
          contentOf([
            shoesWith({
              beats: [
                beat({
                  id: 'thinks',
                  says: '我看看',
                  window: windowOf('order-prompt', '90s'),
                  then: { taken: 'done', missed: 'done' },
                }),
              ],
              endings: [...ENDINGS, { ...ending({ id: 'done', outcome: 'paid' }), does }],
            }),
          ]),
          [say(10_000, '想好了直接拍就行。您平时穿多大的鞋'), tick(40_000)],
        ).log,
      );
    expect(said([]).join()).toMatch(/asked-own 1|dont-know 1/);
    expect(said([buys]).join()).not.toMatch(/asked-own|dont-know/);
  });
});

describe('[J229] a customer who pays their order in this very moment', () => {
  it('tells nothing of what kept them from paying', () => {
    const pays = { deed: 'pay', order: null } as never;
    const shows = fact({ id: 'shows', says: burst('没写啥子 我搞不来'), cues: ['跳出来什么话', '跳什么字'] });
    const said = (does: Ending['does']): string[] =>
      words(
        drive(
          contentOf([
            shoesWith({
              beats: [sizeBeat({ needs: [need({ do: 'remind-pay' })] })],
              endings: [...ENDINGS, { ...ending({ id: 'ship', outcome: 'paid' }), does }],
              orders: [order({ status: 'unpaid' })],
              customer: { knows: [shows] },
            }),
          ]),
          [say(10_000, SAID.size), say(30_000, '您点进去跳出来什么话？'), act(31_000, 'remind-pay'), tick(60_000)],
        ).log,
      );
    expect(said([])).toContain('没写啥子 我搞不来');
    expect(said([pays])).not.toContain('没写啥子 我搞不来');
  });
});

describe('[J149] a customer who waits for the request for a picture', () => {
  it('doesn’t offer it once it was asked for, and asks for no state that nobody has spoken of', () => {
    expect(textsOf(groundedAsk(lines('要图的话我拍给你', '图往哪里传'), true))).toEqual(['图往哪里传']);
    expect(textsOf(groundedAsk(lines('申请上头没动静啊', '你那边通过一下呗'), false))).toEqual(['你那边通过一下呗']);
  });

  it('knows it asked for by 拍过来, too', () => {
    const play = readRounds()
      .find(({ round }) => round === '0.9.21')
      ?.plays.find(({ id }) => id === 'b-expired-biscuit-middling');
    const { reactions } = replayed(library, play?.scenario ?? '', toReplies(play?.replies ?? []), {});
    const said = reactions.find(({ you }) => you.includes('批号拍过来'))?.customer;
    expect(said).not.toContain('要图的话');
  });
});

describe('[J150] an operation promised for the first time', () => {
  it('is neither told to do nor, before it is, forgotten', () => {
    const operations = [{ id: 'escalate-1', words: ['报主管'] }];
    for (const text of ['主播那头我这边去说，让他们更正', '我去跟场控讲一声'])
      expect(deedsSpokenOf(readText(text), operations), text).toEqual(['escalate-1']);
    const play = readRounds()
      .find(({ round }) => round === '0.9.21')
      ?.plays.find(({ id }) => id === 'd-retinol-pregnant-middling');
    const { reactions } = replayed(library, play?.scenario ?? '', toReplies(play?.replies ?? []), {});
    expect(reactions.find(({ you }) => you.includes('主播那头我这边去说'))?.customer).not.toMatch(/你跟场控说|你报啊/);
    expect(reactions.map(({ customer }) => customer).join()).toContain('你报啊');
  });
});

describe('[J151] words that crossed with the customer’s question', () => {
  it('are minded where they do more than greet, however soon they were sent', () => {
    expect(answers('promotion/coupon-stack', [{ after: '1s', say: ['亲，活动力度很大，您看下页面哦'] }])[0]).toMatch(
      /页面我看过啦|还是没说多少呀/,
    );
  });

  it.each(['您好，在的，您在看跑步腰包，有什么想问的您说。', '您好，多士炉您想问什么？'])(
    'are no answer, and are neither minded nor nodded at: %s',
    (text) => {
      expect(answers('product-advice/will-it-fit-suibu', [{ after: '2s', say: [text] }])[0]).not.toMatch(
        /没答|不是问|跑题|^嗯|^好|没有了|没了|没别的|谢谢/,
      );
      expect(answers('product-advice/will-it-fit-suibu', [{ after: '9s', say: [text] }])[0]).not.toBe('（没有说话）');
    },
  );
});

describe('[J152] a turn with a part that is nothing to praise', () => {
  const turn = { points: [], text: '' } as unknown as Parameters<typeof hasSpoiltPart>[0];

  it('sends the customer to somebody else, slights them or tells something wrong', () => {
    for (const text of ['这个你可以先问问派件的小哥怎么回事', '您自己联系快递吧', '您去找平台'])
      expect(sendsElsewhere(text), text).toBe(true);
    for (const text of ['您问的快递到了', '您找我们就行', '我去问快递', '您可以问我快递的事'])
      expect(sendsElsewhere(text), text).toBe(false);
    expect(hasSpoiltPart({ ...turn, text: '传图的入口发了' })).toBe(false);
    expect(hasSpoiltPart({ ...turn, points: [{ state: 'wrong' }] as never })).toBe(true);
  });

  it('is taken up without praise', () => {
    expect(textsOf(withoutPraise(lines('这句还像人话', '行 你肯认就往下谈')))).toEqual(['行 你肯认就往下谈']);
    expect(withoutPraise(lines('你倒爽快'))).toBeUndefined();
    const play = readRounds()
      .find(({ round }) => round === '0.9.21')
      ?.plays.find(({ id }) => id === 'c-strawberry-locker-middling');
    const { reactions } = replayed(library, play?.scenario ?? '', toReplies(play?.replies ?? []), {});
    expect(reactions.find(({ you }) => you.includes('派件的小哥'))?.customer).not.toContain('像人话');
  });
});

describe('[J153] a figure that was known before', () => {
  it('isn’t repeated to make sure of what a later turn tells with it', () => {
    const play = readRounds()
      .find(({ round }) => round === '0.9.21')
      ?.plays.find(({ id }) => id === 'a-egg-yolk-crushed-middling');
    const { reactions } = replayed(library, play?.scenario ?? '', toReplies(play?.replies ?? []), {});
    expect(reactions.find(({ you }) => you.includes('两枚一共9块'))?.customer).not.toContain('4.5');
  });
});

describe('[J154] what is being looked up, and what was paid', () => {
  it('is waited for whatever its name, where it is told at once', () => {
    for (const text of ['我先查一下您的老客资格，马上说', '我先查查您的积分，这就告诉您'])
      expect(holdIn(readText(text)), text).not.toBeNull();
    for (const text of ['我看过您的单子了，这就说', '您先看看您的尺码，马上说'])
      expect(holdIn(readText(text)), text).toBeNull();
  });

  it('is no wrong sum: 您7号59元付的', () => {
    const [said] = answers('complaint-escalation/offer-protected-protected-tinghe', [
      { after: '9s', say: ['您好，男士洁面您7号59元付的，我查下这单和活动，一分钟内回您'] },
    ]);
    expect(said).not.toContain('价保');
  });
});
