/** The last question of a turn, and the customer's answer to one that the story has no word on (RULES T52). */
import { describe, expect, it } from 'vitest';
import type { ContentData, Ending } from '#engine/model/content.ts';
import { asksOnly, lastQuestion, type QuestionForm } from '#engine/turns/last-question.ts';
import { drive, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { ENDINGS, SAID, shoesWith, sizeBeat, thinkingShoes } from '#tests/engine/support/shoes.ts';
import { contentOf, ending } from '#tests/engine/support/tiny.ts';

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

it.each(['照片晚点传也作数', '图回头发我也来得及', '照片下了班再传也行'])(
  '[J209] a picture left for later is asked for by nobody: %s',
  (text) => expect(lastQuestion(text)).toBeNull(),
);

it('[J209] one that is to be sent now is asked for', () => {
  expect(lastQuestion('照片拍一张发我')?.kind).toBe('picture');
});

it('[J210] what somebody else has them tell, the trainee asks for by no word', () => {
  expect(lastQuestion('叫你报号的那条可不是我们要的')).toBeNull();
  expect(lastQuestion('让您提供验证码的电话别接')).toBeNull();
  expect(lastQuestion('您报一下手机号')?.kind).toBe('give');
});

describe('[J191] a question about what the customer did at the shop', () => {
  it.each([
    ['whether', '您以前在我们店买过吗'],
    ['whether', '您是第一次来我们家吗'],
    ['whether', '您买过我们家的吗'],
    ['whether', '您关注我们直播间了吗'],
    ['what', '券您在哪儿看到的呀'],
    ['which', '您控糖还是随便吃吃'],
  ])('is %s: %s', (kind, text) => expect(lastQuestion(text)?.kind).toBe(kind));
  it.each(['我们家几点发我问问', '买不买随您', '哪天看您', '选哪个看您'])('is none: %s', (text) =>
    expect(lastQuestion(text)).toBeNull(),
  );
});

describe('a question put to the customer without 您', () => {
  it.each([
    ['which', '补差价还是退货'],
    ['which', '要一样的还是换个规格'],
    ['which', '在家还是在驿站'],
    ['which', '拦回来还是转到新地址'],
    ['which', '想换一款还是不要了'],
    ['assumed', '收件人名字还是原来那个吧'],
    ['whether', '拍了还是没拍'],
    ['whether', '箱子是在还是没了'],
    ['whether', '快递员还在吗'],
    ['whether', '是不是填过单号了'],
    ['whether', '那边是不是没人收'],
    ['whether', '有没有在外面修过它'],
    ['whether', '几台都必须是轻音的？'],
    ['whether', '要黑色的？'],
    ['whether', '以前用过这种没'],
    ['whether', '接到过派送员的电话没有'],
    ['what', '那尾款呢'],
    ['picture', '截图呢？'],
    ['assumed', '箱子没扔吧'],
    ['assumed', '吊牌还在吧'],
  ] as const)('[J122] is heard by its form: %s %s', (kind, text) => expect(lastQuestion(text)?.kind).toBe(kind));

  it.each([
    '查了还是没查到',
    '昨天没发今天还是没发',
    '试过了还是不行',
    '价格还是原来那个',
    '退回来还是得走原路',
    '是不是老客都行',
    '有没有结果都来说',
    '有没有票据啥的先留着',
    '是不是分两箱发的我去问',
    '哪天到不保证的',
    '是不是您放多了嘛',
    '应该还没打包吧',
    '还没发吧',
    '我正查着呢',
    '还早呢',
    '还有四枚好好的呢',
    '都在路上呢',
    '这能怪我吗',
    '您就不能等等吗',
    '啊？',
    '您先拍吧',
  ])('[J122] nobody is asked by %s', (text) => expect(lastQuestion(text)).toBeNull());

  it('[J128] it chooses between what stands here and another, and not where it stays as it was', () => {
    for (const text of ['您拿带罩的还是这台', '拍这个还是那个', '您定带罩的，还是449这台', '您选带罩的还是不带罩的'])
      expect(lastQuestion(text)?.kind, text).toBe('which');
    for (const text of ['地址还是这个', '换的还是那件']) expect(lastQuestion(text), text).toBeNull();
  });

  it('[J122] it is none once the trainee answers it, nor where they tell back what the customer asked', () => {
    expect(lastQuestion('快递员还在吗，哦看到了，走了')).toBeNull();
    expect(lastQuestion('补差价还是退货？您刚才说了，补差价')).toBeNull();
    expect(lastQuestion('件派送了没？刚查过，在车上', ['件派送了没'])).toBeNull();
    expect(lastQuestion('件派送了没？刚查过，在车上', ['在吗'])?.kind).toBe('whether');
    expect(lastQuestion('箱子破了没', ['箱子破了'])?.kind).toBe('whether');
  });

  it('[J122] a text that does nothing else is told apart from one that says something beside', () => {
    for (const only of ['在的亲，补差价还是退货', '您东西寄了没', '请问，盒子还在吗？吊牌呢'])
      expect(asksOnly(only), only).toBe(true);
    for (const more of ['可以补差，补差价还是退货', '稍等，您东西寄了没', '没扔就行'])
      expect(asksOnly(more), more).toBe(false);
  });
});

describe('a turn after which the customer waits for nothing', () => {
  const answered = (data: ContentData, text: string): string[] =>
    words(drive(data, [say(10_000, text), tick(30_000)]).log);

  it('[T52] has its last question answered in the words of that kind, and an instruction in it nodded at', () => {
    expect(answered(thinkingShoes('我看看'), '尺码还是券')).toContain('asked-which 1');
    expect(answered(thinkingShoes('我看看'), '鞋盒拆了没')).toContain('asked-whether 1');
    expect(answered(thinkingShoes('我看看'), '券点一下就能用')).toContain('nod 1');
  });

  it('[T52] that asks what customers know themselves gets a true answer: nothing ordered is not paid, no coupon sent is 没看到', () => {
    expect(answered(thinkingShoes('我看看'), '付了没')).toContain('还没呢');
    expect(answered(thinkingShoes('我看看'), '生日券收到没')).toContain('没看到');
  });

  it('[T52] that only says 您说 is answered by a customer who has hesitated, and nodded at by another', () => {
    expect(answered(thinkingShoes('嗯…'), '您说')).toContain('asked-which 1');
    expect(answered(thinkingShoes('我看看'), '您说')).toContain('nod 1');
  });
});

describe('[J123] a turn that only asks what the customer can’t know', () => {
  const reactions = (...said: string[]): string[] => {
    const { log } = drive(contentOf([shoesWith({ beats: [sizeBeat()] })]), [
      ...said.map((text, i) => say(10_000 + i * 30_000, text)),
      tick(20_000 + said.length * 30_000),
    ]);
    return of(log, 'turn-closed').map((event) => event.reaction);
  };

  it('is put off the first time, whatever it sounds like, and has gone round the question afterwards', () => {
    expect(reactions('鞋盒还在吗')).toEqual(['dont-know']);
    expect(reactions('之前买的那双是在店里买的吧')).not.toContain('evaded');
    expect(reactions('鞋盒还在吗', '袜子是在哪儿买的呀', '您几点下班').at(-1)).toBe('evaded');
  });

  it('is none with words beside the question', () => {
    expect(reactions('我们家鞋都是当天打包的，鞋盒还在吗')).not.toEqual(['evaded', 'evaded']);
  });
});

describe('[J124] an answer that closes with a question', () => {
  const ended = (does: Ending['does'], text: string): string[] =>
    words(
      drive(
        contentOf([
          shoesWith({
            beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'done' } }],
            endings: [...ENDINGS, { ...ending({ id: 'done', outcome: 'kept' }), does }],
          }),
        ]),
        [say(10_000, text), tick(40_000)],
      ).log,
    );

  it('gets a word to it before the customer goes, and none where nothing was asked or they buy', () => {
    expect(ended([], `${SAID.size}。店里还有两款，您看哪样`)).toContain('asked-which 1');
    expect(ended([], `${SAID.size}。店里还有两款`)).not.toContain('asked-which 1');
    const buys = { deed: 'place-order', product: 'shoe', sku: null, pays: true } as never;
    expect(ended([buys], `${SAID.size}。店里还有两款，您看哪样`)).not.toContain('asked-which 1');
  });

  it('is followed by no word that only puts it off', () => {
    for (const asked of ['您家里几口人', '门牌号、电话多少您发我'])
      for (const putOff of ['dont-know 1', 'asked-own 1', 'asked-supposed 1'])
        expect(ended([], `${SAID.size}。${asked}`)).not.toContain(putOff);
  });
});
