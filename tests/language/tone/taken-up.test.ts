/** Whoever takes up what the customer has just asked for, in the customer's words, brushes nobody off (RULES T116). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isIllMannered } from '#language/tone/tone.ts';

const isCharged = ([reply, customer]: readonly [reply: string, customer: string]): boolean => {
  const { tone, toneConfidence } = judge({ reply, customer });
  return isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told;
};

const THINGS = ['放柜', '放门口', '打电话', '按门铃', '发邮政', '寄到公司'];
const ASKED_NOT = ['别', '也别', '不要给我', '你们千万别', '麻烦不要'];
const HEARD = ['我知道了', '知道了', '记下了', '明白'];
const pairsOf = (write: (thing: string, heard: string) => string, ask: (thing: string) => string) =>
  THINGS.flatMap((thing) => HEARD.map((heard) => [write(thing, heard), ask(thing)] as const));

describe('[T116] what the customer has just asked for, said in their words', () => {
  it('is taken up, whatever it is and however it was asked for', () => {
    const left = ASKED_NOT.flatMap((not) =>
      pairsOf(
        (thing, heard) => `不${thing}，${heard}`,
        (thing) => `八点走\n${not}${thing}`,
      ),
    );
    const done = pairsOf(
      (thing, heard) => `${thing}，${heard}`,
      (thing) => `给我${thing}吧`,
    );
    const twice = ['不放柜不放门口，我知道了。', '不放柜，也不放门口，知道了'].map(
      (reply) => [reply, '别放柜 也别放门口\n站里几点关'] as const,
    );
    expect([...left, ...done, ...twice].filter(isCharged)).toEqual([]);
  });

  it('is a brush-off where nobody asked for it, and excuses no other words, no other bubble and no rudeness', () => {
    const charged = [
      ['不放柜不放门口，我知道了。', '几点送'],
      ['不放柜不放门口，我知道了。', '别放柜'],
      ['不打电话，知道了', '给我打电话'],
      ['不退款，知道了', '别忘了退款'],
      ['不退款，知道了', '不退款我就投诉'],
      ['放前台，知道了', '放门口吧'],
      ['不管了', '别管了'],
      ['不打电话，知道了，自己看物流', '别打电话'],
      ['不打电话，知道了，烦不烦', '别打电话'],
      ['不打电话，知道了\n烦不烦啊', '别打电话'],
    ] as const;
    expect(charged.filter((pair) => !isCharged(pair))).toEqual([]);
  });
});

describe('[T267] who is let go to what they said they are off to', () => {
  const OFF_TO = [
    ['上课', '我等下有课'],
    ['开会', '等会要开会'],
    ['上班', '我得上班去了'],
    ['做饭', '先去做饭'],
    ['接孩子', '我要接孩子了'],
    ['吃饭', '我先吃饭'],
  ] as const;
  const LETTING = [
    (what: string) => `去${what}吧`,
    (what: string) => `不谢 去${what}吧`,
    (what: string) => `快去${what}吧`,
    (what: string) => `行，${what}去吧`,
  ];

  it('isn’t brushed off, whatever it is and however it is said', () => {
    const said = OFF_TO.flatMap(([what, customer]) => LETTING.map((write) => judge({ reply: write(what), customer })));
    expect(said.filter(({ tone }) => isIllMannered(tone)).length).toBe(0);
  });

  it('is dared where it is a complaint or another shop', () => {
    const dared = [
      ['去投诉吧', '我要投诉'],
      ['去别家买吧', '那我去别家买了'],
    ] as const;
    expect(dared.filter(([reply, customer]) => !isIllMannered(judge({ reply, customer }).tone))).toEqual([]);
  });
});
