/** What may not be held as a wrong answer, over lines made by adding, turning and reordering plain sentences. */
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const POINTS = [
  compilePoint({
    id: 'pay',
    says: '来回运费我们出',
    also: ['运费店里承担', '邮费不用您掏'],
    contradicts: ['运费您自己出', '邮费要您掏'],
  }),
  compilePoint({
    id: 'post',
    says: '评论发不发由您',
    also: ['发评论是您的权利', '评论您想发就发'],
    contradicts: ['评论别发了', '您先别发评论'],
  }),
  compilePoint({
    id: 'hour',
    says: '30分钟内回您',
    also: ['半个小时内给您信', '三十分钟内答复您', '16点前回您'],
    contradicts: ['您等通知吧', '过两天再回您'],
  }),
  compilePoint({
    id: 'fits',
    says: '旧的那台能不能用我不确定',
    also: ['旧款的我不清楚', '得先看型号我才敢说'],
    contradicts: ['旧的也能用', '都是通用的'],
  }),
];

const verdict = (point: string, reply: string, customer = ''): string => {
  const { points } = judge({
    reply,
    customer,
    questions: [{ id: 'q', text: '这件事怎么办', pointIds: [point] }],
    points: POINTS.filter(({ id }) => id === point),
  });
  const [one] = points;
  return one?.state === 'wrong' && one.confidence < VERDICT_THRESHOLDS.wrong.told ? 'doubt' : (one?.state ?? '');
};

describe('[T33] right and wrong in one turn', () => {
  const pairs = [
    ['pay', '来回的快递费都是我们店里出', '邮费要您掏'],
    ['pay', '来回邮费都由我们店里承担哈', '运费您自己出'],
  ] as const;
  test.each(pairs)('%s: %s beside %s is left to people, in either order', (id, right, wrong) => {
    expect(verdict(id, right)).toBe('covered');
    expect(verdict(id, wrong)).toBe('wrong');
    for (const both of [`${right}\n${wrong}`, `${wrong}\n${right}`])
      expect(['not-recognised', 'doubt']).toContain(verdict(id, both));
  });
});

describe('[T33] an answer that was taken back', () => {
  test.each([
    '是16点前回您，前面说过两天回您说错了',
    '前面说过两天回您说错了，是16点前回您',
    '前面说20点说错了，16点前回您',
    '16点前回您，前面说20点说错了',
    '16点前回您，转寄那个我前面也说错了，转寄要9块',
  ])('is not held against the right hour in %s', (reply) => {
    expect(verdict('hour', reply)).toBe('covered');
  });
  test('doesn’t count, what is put in its place does, and a right answer before the slip is gone', () => {
    expect(verdict('hour', '20点前回您，说错了，是16点前回您')).toBe('covered');
    expect(verdict('hour', '16点前回您，说错了，是20点前回您')).not.toBe('covered');
  });
});

describe('[T33] words that hold a wrong wording and do not say it', () => {
  test.each(['评论您发不发都行', '评论您发不发都随您，我不拦', '您评论发不发都没关系'])('%s', (reply) => {
    expect(verdict('post', reply)).not.toBe('wrong');
  });
  test('a yes before other words (行，我去问一下) answers something else', () => {
    const asked = '旧的那台能用不';
    for (const reply of ['行，我去问一下', '行 我记下了', '可以，我帮您问问厂里'])
      expect(verdict('fits', reply, asked)).not.toBe('wrong');
  });
  test('another right figure of a point covers it, and a wrong figure doesn’t', () => {
    expect(verdict('hour', '16点前回您')).toBe('covered');
    expect(verdict('hour', '20点前回您')).not.toBe('covered');
  });
  test('likeness makes no answer wrong beside the point’s right figure', () => {
    expect(verdict('hour', '您等通知吧')).toBe('wrong');
    expect(verdict('hour', '能不能改组长30分钟内给信，您就等通知吧')).not.toBe('wrong');
  });
});

describe('[T33] a yes or no to one of two things', () => {
  const pay = (reply: string, customer: string, says: string, right: boolean): string => {
    const { points } = judge({
      reply,
      customer,
      questions: [{ id: 'q', text: '运费谁出', pointIds: ['pay'] }],
      points: POINTS.filter(({ id }) => id === 'pay'),
      checked: { point: 'pay', says, right },
    });
    return points[0]?.state ?? '';
  };
  test('settles the point alone; before other words only where the burst holds nothing but the check', () => {
    const says = '那邮费还是我出？';
    expect(pay('对', says, says, false)).toBe('wrong');
    expect(pay('对 数是这么算的', says, says, false)).toBe('wrong');
    expect(pay('对 数是这么算的', `一块六 账算得明白\n${says}`, says, false)).toBe('not-recognised');
  });
  test('settles nothing as 不是 to a check that denies', () => {
    const says = '不是要我出邮费吧';
    expect(pay('不是的，没人这么说', says, says, true)).not.toBe('wrong');
  });
});
