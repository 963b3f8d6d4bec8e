/** In which words a customer puts off a question back (RULES J126). */
import { describe, expect, it } from 'vitest';
import type { Order } from '#engine/model/content.ts';
import { choiceSlot, daySlot, putOffSlot } from '#engine/reactions/put-off-slot.ts';
import { lastQuestion } from '#engine/turns/last-question.ts';
import { drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, order } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const answer = (text: string, ...orders: Order[]): string | undefined =>
  words(
    drive(contentOf([{ ...shoesWith({ beats: [sizeBeat()] }), orders }]), [say(10_000, text), tick(30_000)]).log,
  ).at(-1);

describe('[J126] a question back that nothing the customer knows answers', () => {
  it.each([
    ['dont-know', '他会不会喜欢'],
    ['dont-know', '到时候您在家吗'],
    ['dont-know', '人家愿意吗'],
    ['asked-own', '门牌几室'],
    ['asked-own', '您是会员吗'],
    ['asked-own', '收件人还是原来那个吧'],
    ['asked-supposed', '您是跑步穿吧'],
  ] as const)('is put off as %s: %s', (slot, clause) => expect(putOffSlot(clause)).toBe(slot));

  it('is heard as one about their own things, and no choice is made of 还是原来那个', () => {
    expect(answer('门牌几室呀')).toBe('asked-own 1');
    expect(answer('收件人叫什么名字呀')).toBe('asked-own 1');
    expect(answer('电话还是原来那个吗')).not.toMatch(/^asked-which/);
    expect(answer('他会不会喜欢呀')).toBe('dont-know 1');
  });

  it('is answered by the order where one stands, and the courier’s number isn’t on it', () => {
    expect(answer('收件人名字还是原来那个吧', order({}))).toBe('跟单子上一样');
    expect(answer('电话还是原来那个吗', order({}))).toBe('跟单子上一样');
    expect(answer('快递员电话是多少', order({}))).not.toBe('跟单子上一样');
  });

  it('has words in every persona, and none of them says that one’s own things can’t be known', () => {
    for (const { id, reacts } of library.personas.values())
      for (const slot of ['dont-know', 'asked-own', 'asked-supposed'] as const) {
        const said = JSON.stringify(reacts.slots[slot]?.bursts ?? []);
        expect(said.length, `${id} ${slot}`).toBeGreaterThan(10);
        if (slot !== 'dont-know') expect(said, `${id} ${slot}`).not.toMatch(/说不[好准]|没准|不知道|不敢说/);
      }
  });
});

describe('[J240] a picture for somebody else', () => {
  it.each(['您拿着截图问医生就行', '截张图给医生看看', '拍张照给家里人看看', '成分表截图问问医生'])(
    'is asked for by nobody: %s',
    (text) => expect(lastQuestion(text)?.kind).not.toBe('picture'),
  );
  it.each(['截图给我看看', '拍张照片给我们看下', '截图发一下给客服看'])(
    'is asked for where the desk is to see it: %s',
    (text) => expect(lastQuestion(text)?.kind).toBe('picture'),
  );
});

describe('[J241] what is open', () => {
  it.each(['补货几号到真没定', '几点停我这边还没收到通知', '哪天补货还没消息', '什么时候到也没准'])(
    'asks the customer nothing: %s',
    (text) => expect(lastQuestion(text)).toBeNull(),
  );
  it.each(['您哪天用还没定吗', '几号要定了没'])('is asked with a particle: %s', (text) =>
    expect(lastQuestion(text)).not.toBeNull(),
  );
  it('is what the customer wants to hear, and they say their question once more', () => {
    expect(putOffSlot('想了解哪方面呀')).toBe('asked-more');
    expect(answer('想了解哪方面呀')).toBe('rephrase 1');
  });
});

describe('[J253] what the customer’s matter is', () => {
  it.each(['在的，您说，是哪里要我帮忙？', '在的，您说，怎么啦？', '什么情况呀', '您看要我帮您看什么'])(
    'is said once more by who has asked: %s',
    (text) => expect(answer(text)).toBe('rephrase 1'),
  );
  it.each(['门牌几室呀', '平时穿几码呀', '您脚背高不高'])('isn’t asked by another question: %s', (text) =>
    expect(answer(text)).not.toBe('rephrase 1'),
  );
});

describe('[J242] a day that is past, and what a page shows', () => {
  it.each(['几号的单', '您是哪天提的', '什么时候的', '几号收到了'])('isn’t remembered: %s', (clause) =>
    expect(daySlot(clause)).toBe('asked-what'),
  );
  it.each(['几号要用', '哪天方便'])('is thought over where it is to come: %s', (clause) =>
    expect(daySlot(clause)).toBe('asked-when'),
  );
  it.each(['点下去是显示余额不足、还是别的字', '弹的是超限额还是密码错'])('is looked at: %s', (clause) =>
    expect(choiceSlot(clause)).toBe('asked-whether'),
  );
});

describe('[J250] at what hour somebody is at home', () => {
  it.each(['您几点在家', '您大概什么时候在家呢', '家里几点有人？', '您几点方便收货', '啥时候能签收'])(
    'has words of its own: %s',
    (clause) => expect(daySlot(clause)).toBe('asked-home'),
  );
  it.each(['几点要用', '您哪天在家', '什么时候要', '几点打烊'])('is another question: %s', (clause) =>
    expect(daySlot(clause)).toBe('asked-when'),
  );
  it.each(['什么时候有人联系您的', '几点收到了'])('is past: %s', (clause) =>
    expect(daySlot(clause)).toBe('asked-what'),
  );
});
