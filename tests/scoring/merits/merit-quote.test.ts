/** What a merit quotes: words that do what the merit says. */
import { describe, expect, it } from 'vitest';
import { showsEasing } from '#scoring/merits/calmed.ts';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { all, asked } from '#tests/scoring/support/reading.ts';
import { content, contentWith, scenario } from '#tests/scoring/support/shoe-shop.ts';

/** The turn that takes the pause to order in, sent as these messages; the customer orders afterwards. */
const invited = (...texts: readonly string[]): string | null => {
  const log = new Log().arrives(0).says(0, '那两箱一起', { last: true }).opensWindow(1, 'order-prompt', 46, 'hovers');
  const messages = texts.map((text, i) => {
    const id = log.nextMessage;
    log.writes(5 + i, text);
    return id;
  });
  log.judges(6 + texts.length, messages, texts.join('\n'), { acts: ['order-prompt'] });
  log.closesWindow(12 + texts.length, 'order-prompt', 'taken').pays(30);
  const merit = all(log.ends(40, 'kept', 'paid').finishes(50).events).find(({ code }) => code === 'merit:order-prompt');
  return merit?.quote ?? null;
};

describe('[T168] who is praised for asking the customer to order', () => {
  it.each([
    [['黑色42.5有货，可以拍下了'], '黑色42.5有货，可以拍下了'],
    [['喜欢就直接拍吧，拍完我跟您核一遍', '要送哪儿呀'], '喜欢就直接拍吧，拍完我跟您核一遍'],
    [['券发您了，点一下领了再拍'], '券发您了，点一下领了再拍'],
    [['链接发您了，想好了再拍，不急'], '链接发您了，想好了再拍，不急'],
    [['链接发您了，点这张卡就能拍；数不对先别付，喊我'], '链接发您了，点这张卡就能拍；数不对先别付，喊我'],
  ])('is quoted with the words that ask: %s', (texts, quote) => expect(invited(...texts)).toBe(quote));

  it.each([
    [['不急哈，想好再拍', '要送哪儿？新疆那几个地儿发不了']],
    [['问完医生再拍']],
    [['两个颜色您跟家里人商量好再下单']],
    [['链接甩您了，干皮早晚都行', '不过先别付，让医生瞅一眼']],
    [['链接发您了', '您先别急着拍']],
    [['看呗，不着急']],
  ])('isn’t where the words put it off or ask something else: %s', (texts) => expect(invited(...texts)).toBe(null));
});

it.each(['发啦，点一下领就行', '券发您了，点一下领取'])('[M171] a coupon to take asks nobody to order: %s', (text) =>
  expect(invited(text)).toBe(null),
);

describe('[M84] a customer’s anger', () => {
  it.each(['这句还像人话', '总算有句人话', '嗯 那还差不多', '不怪你', '行 这下踏实了'])('eases in %s', (line) =>
    expect(showsEasing(line)).toBe(true),
  );
  it.each(['没一句人话吗', '没一句人话', '我能放心吗', '我不放心', '哪来的实在'])('doesn’t in %s', (line) =>
    expect(showsEasing(line)).toBe(false),
  );
});

/** What is quoted of a turn after which an angry customer says 这句还像人话. */
const calmed = (...texts: readonly string[]): string | null => {
  const log = new Log().arrives(0, 'c1', { mood: 20 }).says(0, '烂了一半 你说谁负责', { opens: 'q-size' });
  const messages = texts.map((text, i) => {
    const id = log.nextMessage;
    log.writes(5 + i, text);
    return id;
  });
  log.judges(6 + texts.length, messages, texts.join('\n'), { answers: { 'q-size': 'answered' }, points: [{}] });
  log.mood(11 + texts.length, 20, 60).says(14 + texts.length, '这句还像人话');
  return (
    all(log.ends(40, 'kept', 'paid').finishes(50).events).find(({ code }) => code === 'merit:calmed')?.quote ?? null
  );
};

it('[T168] who has calmed a customer is quoted with the words that care, not with a question behind them', () => {
  const sorry = '捂烂了换我也来气，先跟您说声对不住';
  expect(calmed(sorry, '柜是您自己点头放的吗')).toBe(sorry);
  expect(calmed('我先看下记录', sorry)).toBe(sorry);
  expect(calmed('这一箱我们换')).toBe('这一箱我们换');
});

it('[M180] a question isn’t praised for a size that it didn’t ask for', () => {
  const isPraised = (words: string, told: string): boolean => {
    const knows = scenario.customer.knows.map((fact) => ({ ...fact, says: [{ kind: 'text' as const, text: told }] }));
    const log = asked();
    const request = { fact: 'foot', quote: quote(log.nextMessage, words, words), again: false };
    log.replies(10, words, { answers: { 'q-size': 'clarifying' }, asked: [request] });
    log.events.push({ kind: 'fact-told', at: 14_000, conversation: 'c1', fact: 'foot', how: 'asked', turn: 1 });
    const data = contentWith({ customer: { ...scenario.customer, knows } });
    return all(log.says(16, told).events, data).some(({ code }) => code === 'merit:asked-first');
  };
  expect(isPraised('是给谁穿、跑步还是日常走呀？', '我脚卡在39码半')).toBe(false);
  expect(isPraised('您平时穿多大码呀？', '我脚卡在39码半')).toBe(true);
  expect(isPraised('是给谁穿、跑步还是日常走呀？', '给我爸遛弯 他穿42码')).toBe(true);
});

it('[M181] words below a thank-you are no answer to a going', () => {
  const isPraised = (...lines: readonly string[]): boolean => {
    const log = new Log().arrives(0);
    for (const line of lines) log.says(0, line);
    log.opensWindow(0, 'follow-up', 60, 'unsure');
    log.replies(12, '怎么会笑话您，早点歇着').closesWindow(17, 'follow-up', 'taken').finishes(90);
    const { road: _, ...rubric } = content.rubric;
    return makeReport({ ...content, rubric }, log.events).findings.some(({ code }) => code === 'merit:follow-up');
  };
  expect(isPraised('嗯', '谢谢你没笑话我', '也没骗我')).toBe(false);
  expect(isPraised('谢谢你没笑话我', '我去歇着')).toBe(true);
});
