/** A no that spares the customer something, with what they may do instead, is no brush-off (RULES T101). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isIllMannered } from '#language/tone/tone.ts';
import { feelingIn } from '#scoring/suggestions/feelings.ts';

const isCharged = (reply: string): boolean => {
  const { tone, toneConfidence } = judge({ reply, customer: '碎的要寄吗' });
  return isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told;
};

const SPARED = ['不用寄', '不用寄回来', '不必退回', '不需要寄回', '无需跑一趟'];
const THEIRS = ['自己处理了就行', '自己扔了就行', '您自己留着吃就好', '碎的自己处理就可以', '自己收着就成'];

describe('[T101] what the customer may do by themselves', () => {
  it('is an answer behind a no that spares them something', () => {
    const replies = SPARED.flatMap((spared) => THEIRS.map((theirs) => `${spared}，${theirs}`));
    expect(replies.filter(isCharged)).toEqual([]);
  });

  it('sends them away without such a no, as looking and waiting always do, and excuses no other rudeness', () => {
    const replies = [
      '自己处理了就行',
      '不用问，自己看就行',
      '不用催，自己等着就行',
      '自己看详情页就行',
      '这个不归我管，自己处理了就行',
      '不用寄，烦不烦，自己处理了就行',
    ];
    expect(replies.filter((reply) => !isCharged(reply))).toEqual([]);
  });
});

describe('[T222] a bubble that does nothing but care', () => {
  const isDoubted = (reply: string): boolean => {
    const { tone, toneConfidence } = judge({ reply, customer: '在上课诶 晚点拍' });
    return isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.doubt;
  };

  it('asks how somebody is, or lets them get on, and is not even doubted', () => {
    const replies = ['脸上是好好的吧？', '你先忙做饭吧', '孩子没吓着吧', '先上课', '你人没事吧？'];
    expect(replies.filter(isDoubted)).toEqual([]);
    expect(isDoubted('照片我记下了，谁接班都看得到\n脸上是好好的吧？')).toBe(false);
  });

  it('asks leave to urge the carrier', () => {
    expect(isDoubted('您姐是哪天要用？我看看赶不赶得上，要不要给您催一催')).toBe(false);
    expect(isDoubted('要不要给个话，我忙着呢')).toBe(true);
  });

  it('hides no slight', () => {
    expect(['你先搞清楚再来', '脸上有事你自己不会说吗', '你自己查'].filter((reply) => !isDoubted(reply))).toEqual([]);
  });
});

describe('[T131] a question for how many or which put to 您', () => {
  const isDoubted = (reply: string): boolean => {
    const { tone, toneConfidence } = judge({ reply, customer: '嗯' });
    return isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.doubt;
  };
  const QUESTIONS = [
    '您还要几支',
    '您要几件',
    '您一共要多少盒',
    '您要哪个色',
    '您还要什么码',
    '那您选哪款呢',
    '您要换什么颜色的',
  ];

  it('is no reproach, alone or behind a word that opens the bubble', () => {
    const replies = QUESTIONS.flatMap((asked) => [
      `${asked}？`,
      `回来了，${asked}？`,
      `我查好了 ${asked}`,
      `亲在的\n${asked}？`,
    ]);
    expect(replies.filter(isDoubted)).toEqual([]);
  });

  it('hides no slight beside it and is no question for how often', () => {
    const rude = [
      '您还要我说几遍',
      '您要问几遍才听明白',
      '墨迹半天，您还要几支？',
      '别烦，您到底要几支',
      '您还要啥自行车',
    ];
    expect(rude.filter((reply) => !isDoubted(reply))).toEqual([]);
  });
});

it('a feeling told as past waits for no comfort', () => {
  expect(feelingIn('…行 刚才急了')).toBeNull();
  expect(feelingIn('刚才给我急坏 现在还慌')).not.toBeNull();
  expect(feelingIn('急死我了')).toBe('急');
});

it('[T240] who asks again and is sorry for it is not impatient, and who minds being asked again is', () => {
  for (const sorry of ['刚才又问你一遍，不好意思', '我又问了您一遍，抱歉', '又问您一回，对不住'])
    expect(isCharged(sorry), sorry).toBe(false);
  expect(isCharged('又问，不是刚说过吗')).toBe(true);
});
