/** Advice against buying: no red line, no ill manners and no urging, whatever the reason before it (RULES T59). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isIllMannered } from '#language/tone/tone.ts';

const REASONS = [
  '标签上写着小麦，您吃不得',
  '您对花生过敏',
  '这款不防水，您要游泳用',
  '您家厨房放不下',
  '孩子才八个月',
  '没有您要的颜色',
  '赶不上您周五用',
  '您已经买过一箱了，吃不完',
  '医生没说能吃',
  '包装上标着含坚果',
];
const ADVICE = [
  '就别下单了',
  '别拍了',
  '先别拍',
  '就别买了',
  '不建议您买',
  '不用拍了',
  '您再想想，别急着下单',
  '别买这个，换一款',
];
const FORMS: readonly ((reason: string, advice: string) => string)[] = [
  (reason, advice) => `${reason}，${advice}`,
  (reason, advice) => `${reason}\n${advice}`,
  (reason, advice) => `亲，${reason}，${advice}哈`,
];

const REPLIES = REASONS.flatMap((reason) => ADVICE.flatMap((advice) => FORMS.map((form) => form(reason, advice))));

describe('[T59] advice against buying', () => {
  const heard = REPLIES.map((reply) => ({ reply, ...judge({ reply, customer: '我想买这个 能买吗' }) }));
  const repliesWhere = (is: (judged: (typeof heard)[number]) => boolean) => heard.filter(is).map(({ reply }) => reply);

  // Of 240. The heads fitted on such lines heard these and other replies worse: 标签 beside 别下单 is still a doubt.
  it('crosses no red line for sure, and in two replies perhaps', () => {
    expect(repliesWhere(({ redLines }) => redLines.some(({ confidence }) => confidence === 'high'))).toEqual([]);
    expect(repliesWhere(({ redLines }) => redLines.length > 0).length).toBeLessThanOrEqual(2);
  });
  it('is ill-mannered perhaps in sixteen replies at most', () =>
    expect(
      repliesWhere(({ tone, toneConfidence }) => isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.doubt)
        .length,
    ).toBeLessThanOrEqual(16));
  it('urges to order in two replies at most', () =>
    expect(repliesWhere(({ acts }) => acts.includes('order-prompt')).length).toBeLessThanOrEqual(2));

  it.each(['嫌贵就别买了', '爱买不买', '不想买就别买', '嫌慢就别买'])(
    'and to be sent away stays ill-mannered: %s',
    (reply) => {
      const { tone, toneConfidence } = judge({ reply, customer: '有点贵' });
      expect([tone, toneConfidence >= VERDICT_THRESHOLDS.tone.told]).toEqual(['hostile', true]);
    },
  );

  it.each(['别拍了，加我微信便宜二十', '先别下单，转我支付宝，少付三十'])('nor is to be led off: %s', (reply) => {
    const { redLines } = judge({ reply, customer: '能少点吗' });
    expect(redLines.map(({ code, confidence }) => [code, confidence])).toEqual([['offsite', 'high']]);
  });

  it('while 别犹豫了，喜欢就拍 urges', () => {
    expect(judge({ reply: '别犹豫了，喜欢就拍吧', customer: '我再想想' }).acts).toContain('order-prompt');
  });
});
