/** Sentences as beginners type them, and the operations they undertake to do. Half of them look like it and promise nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deniesDeed } from '#language/deeds/undertakings.ts';
import { judge } from '#language/judge.ts';
import { library } from '#tests/support/library.ts';

type Action = { id: string; named?: string[] };
const actions: Action[] = parse(readFileSync('scenarios/actions.yaml', 'utf8'));
const named = actions.map(({ id, named: words = [] }) => ({ id, words }));
const heard = (reply: string) => judge({ reply, deeds: { named, open: [] } }).undertakings ?? [];
const deedsOf = (reply: string): string[] => heard(reply).flatMap(({ deeds }) => deeds);

const PROMISED: [string, string][] = [
  ['这个数我给您登记，请您放心', 'remark'],
  ['我这就给您登记', 'ticket'],
  ['我马上报班长，10分钟内回您', 'escalate-1'],
  ['主管那边我这就递上去', 'escalate-3'],
  ['我给您建个工单跟着', 'carrier-ticket'],
  ['券我这就发您', 'send-coupon'],
  ['您这单我帮您取消掉', 'cancel-order'],
  ['公告我这边也会置顶一条', 'pin-notice'],
  ['给您补发一箱', 'resend'],
  ['这就帮您退', 'refund-full'],
  ['发货时间我给您备注上', 'remark'],
  ['您先别急，我给您备注', 'remark'],
];
const NOTHING = [
  '您同意我就给您退',
  '喊我把价改成这个数你再付',
  '想好了来找我，券我给您发',
  '真赶着用我去报班长批特快',
  '拍完我给你退60',
  '收到货我给您点退款',
  '要的话，我这就给您登记',
  '您把照片发我，我给您登记',
  '要不我给您退掉',
  '给您登记一下，可以吗',
  '我帮您登记也可以的',
  '仓库明天给您补发',
  '明天我给您补发',
  '班长给您登记',
  '我不给您登记了',
  '这个价我改不了',
  '我没法给您退款',
  '已经给您登记了',
  '我给您登记好了',
  '我给您登记的是这一双',
  '从我报上去算两小时内',
  '您自己点退款',
  '私聊找我报暗号',
  '能不能我给您登记',
  '您拍了我给您备注',
  '到时候我给您备注',
  '您先拍，我给您备注',
  '拍的时候跟我说，我给您备注',
  '下单时我给您备注',
  '订单出来我给您备注',
  '要的话说个名，我把链接发您',
  '88元怎么算的，您跟我说说，我一起报主管',
  '现在就拍，我给您备注7号要用',
];

describe('[T72] what a reply undertakes to do', () => {
  it.each(PROMISED)('%s', (reply, deed) => {
    expect(deedsOf(reply)).toContain(deed);
  });

  it.each(NOTHING)('is nothing in an offer, a condition, a denial, a deed done or another’s: %s', (reply) => {
    expect(deedsOf(reply)).toEqual([]);
  });

  it('quotes its own clause, knows a verb alone, and what comes on top of what was done', () => {
    const reply = '您放心，这个数我给您登记，再见哈';
    const [only] = heard(reply);
    expect(reply.slice(only?.start, only?.end)).toBe('这个数我给您登记');
    expect(only).toMatchObject({ bare: false, anew: false });
    expect(heard('鸡钱我一块报')[0]).toMatchObject({ bare: true, anew: true });
  });

  it('is the same with talk before or behind it, and said in another order', () => {
    for (const [reply, deed] of PROMISED)
      for (const talk of ['不好意思让您久等了', '今天天气真好呀'])
        for (const joined of [`${talk}。${reply}`, `${reply}。${talk}`, `${talk}\n${reply}\n${talk}`])
          expect(deedsOf(joined), joined).toContain(deed);
  });

  it('is no example wording for an operation told as done: what the desk says while it clicks is told beside the click', () => {
    for (const { id, named: words = [] } of actions)
      for (const word of words) expect(deedsOf(`已经给您${word.replaceAll('…', '')}了`), id).toEqual([]);
  });
});

it('[T72] a later clause that names the deed and denies it takes it back', () => {
  const remark = named.filter(({ id }) => id === 'remark');
  expect(deniesDeed('这个没法备注', remark)).toBe(true);
  expect(deniesDeed('我给您备注，您别急', remark)).toBe(false);
});

it('[T72] no good trainee of any case undertakes what they leave undone', () => {
  const broken: string[] = [];
  for (const [id, plan] of library.testplans) {
    const { replies } = plan.model ?? { replies: [] };
    expect(replies.length, id).toBeGreaterThan(0);
    const done = replies.flatMap(({ do: clicks }) => clicks.map(({ action }) => action));
    const texts = replies.map(({ say }) => say.flatMap((one) => ('text' in one ? one.text : [])).join('\n'));
    for (const text of texts)
      for (const { deeds, bare, anew } of heard(text))
        if (!bare && !anew && !deeds.some((deed) => done.includes(deed))) broken.push(`${id}: ${text}`);
  }
  expect(broken).toEqual([]);
});
