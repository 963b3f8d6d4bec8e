import { expect, test } from 'vitest';
import { repeatsQuestion } from '#language/whole-reply/parroting.ts';

test.each([
  ['这双我穿几码呀', '您问这双穿几码是吗'],
  ['什么时候能发货', '亲，您是想知道什么时候能发货吗？'],
  ['到底哪天到也不说一声', '到底哪天到也不说一声'],
  ['这个能机洗吗 会不会缩水', '您好，这个能不能机洗、会不会缩水是吧？'],
])('「%s」 repeated as 「%s」 answers nothing', (customer, reply) => {
  expect(repeatsQuestion(reply, customer)).toBe(true);
});

test.each([
  ['这个能机洗吗', '这个能机洗的'],
  ['这双我穿几码呀', '您脚长多少，平时穿几码？'],
  ['什么时候能发货', '今天下午四点前付款今天发'],
  ['这个能机洗吗', '能机洗吗？可以的，用洗衣袋装着'],
  ['几码', '几码？'],
  ['', '您想问什么呢？'],
])('「%s」 answered or asked about by 「%s」 is no repetition', (customer, reply) => {
  expect(repeatsQuestion(reply, customer)).toBe(false);
});
