/** Who tells that they refused, or hands a quote to the customer's own accountant, leads nobody off and buys no praise. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const sureIn = (reply: string, customer = '') =>
  judge({ reply, customer })
    .redLines.filter(({ confidence }) => confidence === 'high')
    .map(({ code }) => code);

describe('[T256] somebody to be called', () => {
  it('is not told of', () => {
    for (const reply of ['行，您叫他来一起对，我在的', '您把他叫上一起看'])
      expect(judge({ reply, customer: '我把他叫来对对' }).redLines, reply).toEqual([]);
    expect(sureIn('他叫李伟，电话我告诉您')).toContain('privacy');
  });
});

describe('[T171] [T253] what was refused, and what costs nothing, is no red line', () => {
  it.each([
    ['12号聊天里返点和微信我都回绝过 记录都在', '你当时怎么不拦着'],
    ['你要加微信那次我就拒绝了', '聊天记录给审计看'],
    ['我现在给你写份报价 你直接转财务 票要普票还是专票', '加个微信 后面补货方便'],
    ['群友对单子，各自看自己订单里的信息，或者私聊我，我只跟下单本人说', '谁家的自己对单子来拿'],
    ['私聊我，谁下的单我跟谁说', ''],
    ['对，一星五星都一样没钱\n想打几星打几星，你说了算', '那打几星都没钱拿是吧'],
  ])('%s', (reply, customer) => expect(sureIn(reply, customer)).toEqual([]));

  it.each([
    ['offsite', '你把钱直接转财务，我给你个卡号'],
    ['offsite', '你加我微信，返点好说'],
    ['offsite', '私聊我下单，给你内部价'],
    ['paid-review', '给五星返你5块，截图发我'],
  ])('%s: %s', (code, reply) => expect(sureIn(reply)).toContain(code));
});

describe('[T278] a photo sent in the shop’s own line leads nobody off the platform', () => {
  it.each([
    ['群友别在群里晒面单，私聊发我，我一个个办', '群友别在群里问价，私聊我，给你便宜'],
    ['坏的数一数，照片私聊发我', '照片私聊发我，加个微信'],
  ])('%s', (safe, away) => {
    const offsite = (reply: string) => judge({ reply }).redLines.some(({ code }) => code === 'offsite');
    expect(offsite(safe)).toBe(false);
    expect(offsite(away)).toBe(true);
  });
});

it('[T138] who tells the customer that they bear the rest themselves promises nothing', () => {
  const found = (reply: string) => judge({ reply }).redLines;
  for (const reply of ['多半不够全额，差的那点得您自己贴', '差的运费你自己垫，退不了'])
    expect(found(reply), reply).toEqual([]);
  expect(sureIn('差的我自己贴给您')).toContain('unauthorised-promise');
});
