/** A question for a time threatens nobody (RULES T178). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const threatens = (reply: string): boolean =>
  judge({ reply, customer: '那我等着' }).redLines.some(({ code }) => code === 'threat' || code === 'block-complaint');

describe('[T178] a question for a time', () => {
  it.each(['你今晚几点在家？', '您晚上几点到家呀', '哪天家里有人？'])('is no threat: %s', (reply) => {
    expect(threatens(reply)).toBe(false);
  });

  it.each(['你家住哪我可知道，几点在家？我叫人上门', '再闹我把你号码挂网上'])('hides none beside it: %s', (reply) => {
    expect(threatens(reply)).toBe(true);
  });
});

describe('[T178] a question put to 您', () => {
  const insults = (reply: string): boolean =>
    judge({ reply, customer: '可我还是有点怕' }).redLines.some(({ code }) => code === 'insult');

  it.each(['箱子破了您担心正常，锅没事就放心用\n您主要是怕哪块有问题？', '您最担心的是哪一样？'])(
    'insults nobody by its sound: %s',
    (reply) => expect(insults(reply)).toBe(false),
  );

  it.each(['您脑子没事吧', '您有毛病吧？'])('is one by its words: %s', (reply) => expect(insults(reply)).toBe(true));
});
