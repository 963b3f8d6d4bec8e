/** Which words a customer has for what a turn asks: of what they want, of what is, for a picture, for their own data. */
import { describe, expect, it } from 'vitest';
import type { Burst } from '#engine/model/content.ts';
import { choiceSlot } from '#engine/reactions/put-off-slot.ts';
import { lastQuestion } from '#engine/turns/last-question.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { replayed } from '#scripts/fairness/replayed.ts';
import { drive, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { ENDINGS, INSTEP, SAID, shoesWith, sizeBeat, thinkingShoes } from '#tests/engine/support/shoes.ts';
import { burst, contentOf, ending, fact } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const slotOf = (text: string) => {
  const question = lastQuestion(text);
  return question?.kind === 'which' ? choiceSlot(question.clause) : question?.kind;
};

describe('[J205] a picture of what hasn’t happened', () => {
  it.each([
    '要是有压坏的，签收24小时里拍一张发来',
    '真穿出什么毛病来拍给我',
    '到了当面开箱看看，有坏的24小时里拍给我们',
    '收到货有问题，拍照发我',
    '真红了刺痛了就停，清水洗掉，15天内拍照给我们，首次能退一件',
    '真不合适，拍照发我就给您退',
  ])('is asked for by nobody: %s', (text) => expect(lastQuestion(text)?.kind).not.toBe('picture'));
  it.each(['坏的拍一张发我', '有坏的吗？拍一张我看看'])('is asked for where it is there: %s', (text) =>
    expect(lastQuestion(text)?.kind).toBe('picture'),
  );
});

describe('[J182] a choice that is left open', () => {
  it.each(['退货还是换货', '您要退还是换', '您看是拦截还是转寄', '银行卡还是支付宝', '尺码还是券', '您选哪个颜色'])(
    'is thought over where it asks what the customer wants: %s',
    (text) => expect(slotOf(text)).toBe('asked-which'),
  );
  it.each(['您一个人用还是两个人用', '您是控糖还是随便吃吃', '您人在家还是在公司', '您是油皮还是干皮'])(
    'goes now this way and now that where it asks what is so: %s',
    (text) => expect(slotOf(text)).toBe('asked-either'),
  );
  it.each(['是发霉了还是碎了', '哪个坏了'])('is looked at where it asks after a state: %s', (text) =>
    expect(slotOf(text)).toBe('asked-whether'),
  );
  it('is told of another time where it asks for what is past, and by nobody thought over who says where they live', () => {
    expect(slotOf('您在哪个直播间看到的')).toBe('asked-what');
    expect(slotOf('您是哪个省的')).toBe('asked-later');
  });
  it('is asked by 以前买过我们家的吗, 放在哪儿存的, 用过几次了 and 是哪一步付不了, too', () => {
    for (const text of ['以前买过我们家的吗', '放在哪儿存的', '用过几次了', '是哪一步付不了'])
      expect(lastQuestion(text), text).not.toBeNull();
    for (const text of ['过几天再看', '您随便看看', '哪个便宜看您']) expect(lastQuestion(text), text).toBeNull();
  });
});

describe('[J183] a picture that is asked for', () => {
  it.each(['拍一张照片发我看看', '截个图发我看看', '麻烦拍一下坏的地方', '照片发我', '把喷码拍过来', '有照片吗'])(
    'is heard: %s',
    (text) => expect(lastQuestion(text)?.kind).toBe('picture'),
  );
  it.each(['您先拍一下，拍好我给您改价', '我拍张图发您看看', '照片收到了', '尺码图发您了', '您拍好照片发我就给您办'])(
    'is asked for by nobody who says %s',
    (text) => expect(lastQuestion(text)?.kind).not.toBe('picture'),
  );

  const PHOTO: Burst = [
    { kind: 'picture', picture: 'sole' },
    { kind: 'text', text: '鞋底开胶了' },
  ];
  it('and doesn’t come, gets a reason; one that was sent is said to be there, unless another is asked for', () => {
    const none = drive(thinkingShoes(), [say(10_000, '拍一张照片发我看看'), tick(30_000)]);
    expect(words(none.log)).toContain('asked-picture 1');
    const photo = fact({ id: 'photo', says: PHOTO, cues: ['脚背', '脚型'], model: '您脚背高不高' });
    const sent = (asked: string): string[] =>
      words(
        drive(thinkingShoes('我看看', { customer: { knows: [photo] } as never }), [
          say(10_000, SAID.instep),
          say(40_000, asked),
          tick(70_000),
        ]).log,
      );
    expect(sent('拍一张照片发我看看')).toContain('asked-again 1');
    expect(sent('面单拍一张我看看')).toContain('asked-picture 1');
  });

  it('is awaited by nobody who has gone: no short customer says that they take it this minute', () => {
    const promising = [...library.short].flatMap(([id, { scenario }]) =>
      scenario.beats
        .flatMap(({ reacts, then }) =>
          scenario.endings.some((one) => one.id === then.resolved) ? (reacts.slots.resolved?.bursts ?? []) : [],
        )
        .flat()
        .flatMap((bubble) =>
          bubble.kind === 'text' && /等我(?:拍|照)|这就拍给|给你拍|拍给你|马上发/.test(bubble.text)
            ? [`${id} ${bubble.text}`]
            : [],
        ),
    );
    expect(promising).toEqual([]);
  });
});

describe('[J184] a question beside one that was answered', () => {
  it('gets its own word, up to two answers to a turn', () => {
    const data = thinkingShoes('我看看', {
      customer: { knows: [{ ...INSTEP, says: [{ kind: 'text', text: '我脚背高' }] }] } as never,
    });
    const told = words(drive(data, [say(10_000, '您脚背高吗？鞋盒拆了没'), tick(40_000)]).log);
    expect(told).toContain('我脚背高');
    expect(told.join()).toMatch(/asked-whether/);
    const many = '您脚背高吗？鞋盒拆了没？几点在家？拍一张发我？几口人？';
    const said = words(drive(data, [say(10_000, many), tick(60_000)]).log).slice(1);
    expect(said).toContain('我脚背高');
    expect(said.length).toBeLessThanOrEqual(2);
  });

  it('that only the customer can answer isn’t left for the last one', () => {
    const answered = contentOf([
      shoesWith({
        beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'done' } }],
        endings: [...ENDINGS, ending({ id: 'done', outcome: 'kept' })],
      }),
    ]);
    const said = words(
      drive(answered, [say(10_000, `${SAID.size}。拍一张照片发我看看，鞋盒拆了没`), tick(40_000)]).log,
    );
    expect(said).toContain('asked-picture 1');
    expect(said.join()).toMatch(/asked-whether/);
  });
});

describe('[J186] what is the customer’s own, asked for again', () => {
  it('is said to come later, also once their story is over', () => {
    const twice = words(
      drive(thinkingShoes(), [say(10_000, '门牌号发我一下'), say(40_000, '门牌号发我一下'), tick(70_000)]).log,
    );
    expect(twice).toContain('asked-own 1');
    expect(twice.join()).toMatch(/asked-later/);
  });
});

describe('[J199] a question after the end of the story', () => {
  const HAND = fact({ id: 'hand', says: burst('寄苏州'), cues: ['寄哪个省', '寄到哪里'] });
  const over = contentOf([
    shoesWith({
      beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'done' } }],
      endings: [...ENDINGS, ending({ id: 'done', outcome: 'kept' })],
      customer: { knows: [HAND] },
    }),
  ]);
  const askedThen = (...said: [number, string][]) => {
    const { log } = drive(over, [
      say(10_000, SAID.size),
      say(40_000, SAID.bye),
      ...said.map(([s, text]) => say(s * 1000, text)),
      tick(900_000),
    ]);
    const closedAt = Math.round((of(log, 'conversation-closed')[0]?.at ?? 0) / 1000);
    return { said: words(log).slice(1).join(), closedAt };
  };

  it.each([
    ['您寄哪个省？', /寄苏州/],
    ['现在手边能拍吗？', /asked-|nod/],
    ['还有别的要我看的吗？', /asked-more/],
    ['收件人还是您本人对吗？', /nod|asked-|跟单子上/],
    ['鞋盒还在不在', /asked-whether/],
  ])('is answered: %s', (question, answer) => {
    expect(askedThen([60, question]).said).toMatch(answer);
    expect(askedThen([55, '亲'], [70, question]).said).toMatch(answer);
  });

  it('keeps the desk open for what is said to it', () => {
    expect(askedThen([60, '好的，祝您愉快']).closedAt).toBe(105);
    expect(askedThen([60, '您寄哪个省？']).closedAt).toBeGreaterThan(150);
  });

  it('is answered three times at most', () => {
    const many = askedThen([60, '鞋盒还在不在'], [90, '您几点在家'], [120, '退还是换'], [150, '您平时怎么穿']);
    expect(many.said.split(',')).toHaveLength(3);
  });
});

describe('[J188] how somebody is who was unwell', () => {
  it.each([
    ['complaint-escalation/expired-biscuit', '您肚子现在怎么样', /不适|缓解|正常|异常/],
    ['return-dispute/allergy-no-record', '您脸现在怎么样了，好点没', /红|烫/],
  ])('is said to who asks: %s', (scenario, asked, word) => {
    const [first] = replayed(library, scenario, toReplies([{ to: 'any', after: '20s', say: [`在的，${asked}`] }]), {
      card: 1,
    }).reactions;
    expect(first?.customer).toMatch(word);
  });
});

describe('[J235] an answer that offers to do what is asked (要退我现在给您点？)', () => {
  it('puts no question to the customer: they ask for it to be done', () => {
    const [first] = replayed(
      library,
      'return-dispute/return-one-tinghe',
      toReplies([
        { to: 'any', after: '15s', say: ['只退卸妆膏退75.38', '没动过就行，寄回运费您出。要退我现在给您点？'] },
      ]),
      { card: 3 },
    ).reactions;
    expect(first?.customer).toMatch(/通过|点|批|办|弄/);
    expect(first?.customer).not.toMatch(/先说|说不好|说不准|看看/);
  });
});
