/** Which replies ask the customer something that wants an answer from them. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';

const asks = (reply: string): boolean => judge({ reply }).asksOutright === true;

describe('a reply asks the customer', () => {
  it.each([
    '您要退还是换',
    '您是下单的那位吗，还是同事？',
    '周日是16号，差不多赶得上，你是在哪个城市嘛',
    '你以前用完脸红过没？',
    '您多高多重呀',
    '鞋拿几码呀？',
  ])('[T30] in %s', (reply) => expect(asks(reply)).toBe(true));

  it.each([
    '把两个坏的搁箱子边儿上，连单子一块拍一张就行',
    '今天18:00整之前回你核实结果，没结果也说查到哪一步',
    '八点前给您个准信行不行？',
    '快递说不准哪天到，到了我跟您说',
    '您看这样可以吗',
    '还有别的要问吗',
    '您还是先别用了',
    '地址发我一下',
  ])('[T30] but not in %s', (reply) => expect(asks(reply)).toBe(false));
});

describe('[T285] however many', () => {
  it.each(['坏几个赔几个', '碎几枚退几枚', '坏几个按占比退', '要几箱拍几箱就行'])('asks nothing: %s', (reply) => {
    expect(judge({ reply }).asksOutright).toBe(false);
    expect(readText(folded(reply)).clauses.some(({ isQuestion }) => isQuestion)).toBe(false);
  });

  it.each(['您要几个', '好坏一共几个、坏了几个', '一共几个坏了几个'])('but %s asks', (reply) =>
    expect(readText(folded(reply)).clauses.some(({ isQuestion }) => isQuestion)).toBe(true),
  );
});
