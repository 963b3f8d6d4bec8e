/** The last question of a turn, and the customer's answer to one that the story has no word on (RULES T52). */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { lastQuestion, type QuestionForm } from '#engine/turns/last-question.ts';
import { drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, windowOf } from '#tests/engine/support/tiny.ts';

describe('the last question of a turn', () => {
  const KINDS: readonly [QuestionForm, readonly string[]][] = [
    [
      'which',
      [
        '您要退还是换',
        '是换新的，还是退了，我好往下办',
        '黑色和灰色您看要哪个颜色，拍好我再对一遍',
        '尺码还是券',
        '要红的要绿的',
      ],
    ],
    ['when', ['您几号出门', '哪天要用', '什么时候买的']],
    ['amount', ['家里几口人', '孩子多大了', '您多高多重']],
    ['why', ['出什么事了', '怎么回事呀', '您哪里不放心呀']],
    ['what', ['您那边啥情况', '拍的啥颜色', '您是在哪儿买的呢']],
    ['whether', ['没漏\n您密码改了没', '付了没', '盒子还在不在', '申请点了吗', '问好了没有呢', '脚长量过没 别买错码']],
    ['more', ['还有别的要问吗', '还有啥子要问的不']],
    ['say', ['您说，没事的']],
  ];
  it.each(KINDS)('[T52] is given its kind by its form: %s', (kind, asked) => {
    for (const text of asked) expect(lastQuestion(text)?.kind, text).toBe(kind);
  });

  it('[T52] is the last one where there are several', () => {
    expect(lastQuestion('鞋给谁穿呀，脚长量过没')?.clause).toBe('脚长量过没');
    expect(lastQuestion('您要退还是换？哪天在家？好的')?.kind).toBe('when');
  });

  it.each([
    '哪天都行，您定',
    '拍不拍、啥时候拍都随您',
    '坏几个赔几个',
    '谁问您要码都别给',
    '批不批我十分钟告诉您',
    '有什么事随时找我',
    '没什么，应该的',
    '急什么急',
    '谁让您买的',
    '不加不加',
    '您看这样可以吗',
    '明白了吗',
    '您先看看盒子还在不在',
    '价钱没变还是149',
    '您还是先别用了',
    '要是哪天没收到，跟我说一声',
    '就剩几件了',
    '还没呢',
  ])('[T52] is none: %s', (text) => expect(lastQuestion(text)).toBeNull());
});

describe('a turn after which the customer waits for nothing', () => {
  const thinking = (says: string): ContentData =>
    contentOf([
      shoesWith({
        beats: [
          beat({
            id: 'thinks',
            says,
            window: windowOf('confirm-order', '90s'),
            then: { taken: 'later', missed: 'later' },
          }),
          { ...sizeBeat(), id: 'later' },
        ],
      }),
    ]);
  const answered = (data: ContentData, text: string): string[] =>
    words(drive(data, [say(10_000, text), tick(30_000)]).log);

  it('[T52] has its last question answered in the words of that kind, and an instruction in it nodded at', () => {
    expect(answered(thinking('我看看'), '尺码还是券')).toContain('asked-which 1');
    expect(answered(thinking('我看看'), '鞋盒拆了没')).toContain('asked-whether 1');
    expect(answered(thinking('我看看'), '券点一下就能用')).toContain('nod 1');
  });

  it('[T52] that asks what customers know themselves gets a true answer: nothing ordered is not paid, no coupon sent is 没看到', () => {
    expect(answered(thinking('我看看'), '付了没')).toContain('还没呢');
    expect(answered(thinking('我看看'), '生日券收到没')).toContain('没看到');
  });

  it('[T52] that only says 您说 is answered by a customer who has hesitated, and nodded at by another', () => {
    expect(answered(thinking('嗯…'), '您说')).toContain('asked-which 1');
    expect(answered(thinking('我看看'), '您说')).toContain('nod 1');
  });
});
