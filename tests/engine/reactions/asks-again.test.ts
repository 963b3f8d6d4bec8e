/** Which clauses ask once more for what the customer has told (RULES M36). */
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { asksOnceMore } from '#engine/turns/asks-again.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

/** `scenario`: a case, with @n the n-th card. `named` stands in the words, and is told by the case's fact `what`. */
const isAgain = (scenario: string, what: string, text: string, named: string): boolean => {
  const [id = '', card] = scenario.split('@');
  const dealt = card === undefined ? undefined : cardOfSeed(Number(card));
  const preparedCase = prepare(contentFor(library, [id], dealt).data).cases.get(id);
  if (!preparedCase) throw new Error(scenario);
  const start = text.indexOf(named);
  expect(start).toBeGreaterThanOrEqual(0);
  const words = {
    text,
    said: [
      { id: 'm', at: 0, text, made: { how: 'typed' as const, quickReply: null, edited: 0, similarity: 0 }, start: 0 },
    ],
  };
  return asksOnceMore(words, preparedCase, what, { message: 'm', start, end: start + named.length });
};

const LABEL = 'community/group-rotten-photo';

describe('[M36] something the customer told is asked for again', () => {
  it.each(['面单还在吗', '面单您还留着没', '您面单在哪儿呀', '面单撕了没有？'])('by a question: %s', (text) =>
    expect(isAgain(LABEL, 'label', text, '面单')).toBe(true),
  );

  it.each([
    '有就连面单拍我一张',
    '旁边放面单拍一张发来就行',
    '把面单也录进视频里',
    '面单照片补我一张就行',
    '面单截图发一下',
  ])('but not by asking for pictures of something only spoken of: %s', (text) =>
    expect(isAgain(LABEL, 'label', text, '面单')).toBe(false),
  );

  it.each([
    '面单还在箱子上是吧',
    '面单还在箱子上是吧，我看下',
    '面单没撕对吧？',
    '面单留着的，是吧，面单还在是伐？',
    '面单在的，面单没丢是吗～',
  ])('but not by saying it back to make sure: %s', (text) => {
    const at = text.lastIndexOf('面单');
    expect(isAgain(LABEL, 'label', text.slice(at), '面单')).toBe(false);
  });

  it.each(['您刚问面单能不能丢，可以的', '您问面单要不要留', '你前面问面单在哪儿看', '您下午问的面单能不能扔'])(
    'nor by taking up what they had asked: %s [M92]',
    (text) => expect(isAgain(LABEL, 'label', text, '面单')).toBe(false),
  );
  it.each(['您问的是哪张面单', '问一下您面单还在吗'])('but by asking of what they ask: %s [M92]', (text) =>
    expect(isAgain(LABEL, 'label', text, '面单')).toBe(true),
  );

  it.each(['再帮我数下整箱一共几个', '一箱总共有几个', '整箱是几个呀'])(
    'nor by asking for the whole of what they told a part of: %s [M54]',
    (text) => expect(isAgain(`${LABEL}@3`, 'count', text, text)).toBe(false),
  );
  it.each(['一共坏了几个', '坏的总共几个', '坏了几个呀'])('but by asking for that part: %s [M54]', (text) =>
    expect(isAgain(`${LABEL}@3`, 'count', text, text)).toBe(true),
  );

  const GIFT = 'return-dispute/partial-return-gift';
  it('nor by matching what they told with one of their goods', () => {
    expect(isAgain(GIFT, 'tee-state', '吊牌剪了、洗了一水的是T恤吧？', '吊牌剪了、洗了一水的是T恤吧')).toBe(false);
    expect(isAgain(GIFT, 'tee-state', '吊牌还在吧？', '吊牌还在吧')).toBe(true);
    expect(isAgain(GIFT, 'tee-state', '吊牌剪了没有？', '吊牌剪了没有')).toBe(true);
  });

  const budgetIsTheirs = '244是您这次的预算，还是别家看到的价？';
  it.each([budgetIsTheirs, '您说的244是预算吗', '预算就是244呀？'])(
    'nor by asking what a figure of theirs is: %s',
    (text) => expect(isAgain('promotion/coupon-stack@5', 'budget', text, '预算')).toBe(false),
  );

  it.each(['预算大概多少', '您预算是几百', '244以外预算还能加多少'])('but by asking for it beside one: %s', (text) =>
    expect(isAgain('promotion/coupon-stack@5', 'budget', text, '预算')).toBe(true),
  );

  it('pictures count as asked for again where the customer has sent them', () =>
    expect(isAgain('logistics-complaint/strawberry-locker', 'photo', '麻烦拍照片发一下', '照片')).toBe(true));
});

describe('[J239] a question about another day than the one that was told', () => {
  const HOME = 'logistics-complaint/late-one-day';
  const fact = 'door';
  it('asks for something new, and one about the same day for what was told', () => {
    expect(isAgain(HOME, fact, '明天您几点在家再送', '几点在家')).toBe(false);
    expect(isAgain(HOME, fact, '今晚您几点在家', '几点在家')).toBe(true);
    expect(isAgain(HOME, fact, '您几点在家', '几点在家')).toBe(true);
  });
});
