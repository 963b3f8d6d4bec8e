/** Customer lines that are true only after certain events (RULES T43). */
import { describe, expect, it } from 'vitest';
import type { Beat, ContentData } from '#engine/model/content.ts';
import { isTrueByNow } from '#engine/state/true-lines.ts';
import { at, drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import {
  beat,
  burst,
  contentOf,
  line,
  noReacts,
  order,
  point,
  question,
  windowOf,
} from '#tests/engine/support/tiny.ts';

const heardAfter = (data: ContentData, ...said: string[]): string[] =>
  words(
    drive(data, [...said.map((text, i) => say(10_000 + i * 25_000, text)), tick(10_000 + said.length * 25_000)]).log,
  );

describe('a customer line of thanks', () => {
  const thankful = contentOf([
    shoesWith({
      beats: [sizeBeat({ reacts: { ...noReacts, slots: { resolved: line('你真懂鞋') } } }), shipBeat()],
    }),
  ]);
  it('[T43] is said to a plain answer and not to a curt one', () => {
    expect(heardAfter(thankful, SAID.size)).toContain('你真懂鞋');
    const curt = heardAfter(thankful, `${SAID.size}，自己看，爱买不买`);
    expect(curt).not.toContain('你真懂鞋');
  });

  it('[T43] is not said where something else of the question stands told wrong', () => {
    const both = heardAfter(thankful, `${SAID.size}，脚背高不影响`);
    expect(both).not.toContain('你真懂鞋');
    expect(heardAfter(thankful, `${SAID.size}，${SAID.why}`)).toContain('你真懂鞋');
  });
});

describe('lines about buying and spending', () => {
  const c = at(drive(contentOf([shoesWith()]), [tick(5_000)]));
  it('[T43] are said only where the customer has paid, or hasn’t, as they suppose', () => {
    const paid = { ...c, deeds: [{ deed: 'pay' as const, order: null }] };
    expect(isTrueByNow(c, burst('吓人 ⏎ 不买了'))).toBe(true);
    expect(isTrueByNow(paid, burst('吓人 ⏎ 不买了'))).toBe(false);
    expect(isTrueByNow(paid, burst('不买别的'))).toBe(true);
    expect(isTrueByNow(c, burst('花钱还受气'))).toBe(false);
    expect(isTrueByNow({ ...c, orders: [order({ status: 'unpaid' })] }, burst('花钱还受气'))).toBe(false);
    expect(isTrueByNow({ ...c, orders: [order({ status: 'signed' })] }, burst('花钱还受气'))).toBe(true);
    expect(isTrueByNow(paid, burst('花钱还受气'))).toBe(true);
  });

  it('[T43] may say 不买了 though an order was paid before the conversation', () => {
    expect(isTrueByNow({ ...c, orders: [order({ status: 'signed' })] }, burst('不买了'))).toBe(true);
  });
});

describe('a hedge thrown back', () => {
  const vague = contentOf([
    shoesWith({
      beats: [
        sizeBeat({ reacts: { ...noReacts, slots: { vague: line('看情况是看啥情况', '说个码数') } } }),
        shipBeat(),
      ],
    }),
  ]);
  it('[T43] is one that the trainee has used', () => {
    expect(heardAfter(vague, SAID.vague)).toContain('看情况是看啥情况');
    const other = heardAfter(vague, '尽快给您答复的');
    expect(other).not.toContain('看情况是看啥情况');
    expect(other).toContain('说个码数');
  });
});

describe('a customer insulted while they make up their mind', () => {
  const ending = (id: string, says: string): Beat => beat({ id, says, then: 'kept' });
  const wavers = beat({
    id: 'wavers',
    says: '我再想想',
    window: windowOf('follow-up', '60s'),
    then: { taken: 'pays', missed: 'leaves' },
  });
  const data = contentOf([
    shoesWith({
      beats: [
        { ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'wavers' } },
        wavers,
        ending('pays', '付啦'),
        ending('leaves', '先不要'),
      ],
    }),
  ]);
  it('[T43] does not pay right after the insult', () => {
    expect(heardAfter(data, SAID.size, '不着急，考虑得怎么样了，有什么想问的随时说')).toContain('付啦');
    const hurt = heardAfter(data, SAID.size, '考虑得怎么样了，你有病吧');
    expect(hurt).not.toContain('付啦');
    expect(hurt).toContain('先不要');
  });
});

describe('a customer line that takes up a wrong answer', () => {
  const sum = question({
    id: 'q-sum',
    text: '退多少',
    points: [
      point({
        id: 'sum',
        says: '退您9元',
        wrongs: [{ id: 'half', says: ['只能退一半', '退您5元'] }],
        wrongReacts: { half: { ...line('五块 ⏎ 那也中'), then: 'kept' } },
      }),
    ],
  });
  const data = contentOf([shoesWith({ beats: [sizeBeat({ asks: [sum] }), shipBeat()] })]);
  it('[T43] names its author’s figure only where that figure was told', () => {
    expect(heardAfter(data, '退您5元')).toContain('五块');
    const half = heardAfter(data, '只能退一半');
    expect(half).not.toContain('五块');
    expect(half.some((said) => said.startsWith('passed'))).toBe(true);
  });
});
