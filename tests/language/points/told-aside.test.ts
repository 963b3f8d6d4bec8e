/** Figures told of something other than what is asked for are no answer to it, right or wrong (RULES T65). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { readReply } from '#language/reading/read-reply.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';

const asides = (text: string): string[] =>
  readReply(text).reading.values.flatMap(({ aside }) => (aside === undefined ? [] : [aside]));

const SUM: PointWordings = {
  id: 'sum',
  says: '答应退您260元',
  also: ['说好退您260块', '该退您260元没退'],
  value: { kind: 'amount', is: '260元' },
  about: ['退', '答应'],
  contradicts: ['没有答应过您'],
};
const BACK: PointWordings = {
  id: 'back',
  says: '主管2小时内给您回话',
  also: ['报给主管了，两小时内有信', '已经报主管，2小时内回您'],
  value: { kind: 'duration', is: '2小时' },
  about: ['主管', '回您', '有信'],
  contradicts: ['明天给您回话'],
};
const CUSTOMER = '上次答应我的呢';
const questions = [{ id: 'q', text: CUSTOMER, pointIds: ['sum', 'back'] }];
const points = [SUM, BACK].map((point) => compilePoint(point));
const states = (reply: string): Record<string, string> =>
  Object.fromEntries(
    judge({ reply, customer: CUSTOMER, points, questions }).points.map(({ id, state }) => [id, state]),
  );

describe('[T65] a figure told aside', () => {
  it.each([
    ['100元以上要主管定', ['bound']],
    ['100块以内我能定', ['bound']],
    ['退款超过100的都得主管批', ['bound']],
    ['满99以上包邮', []],
    ['答应退您260元，主管点头就退', []],
    ['让您等了四天', ['elapsed']],
    ['拖了您整整两天', ['elapsed']],
    ['早饭凑合了一礼拜', ['elapsed']],
    ['忍了三天', ['elapsed']],
    ['已经3天没动了', ['elapsed']],
    ['等四天了', ['elapsed']],
    ['答应补的三天没影', ['elapsed']],
    ['补的果两天都没动静', ['elapsed']],
    ['您等2小时', []],
    ['报了2小时内给您信', []],
    ['快的话两天', []],
  ])('in 「%s」 is %j', (text, found) => expect(asides(text)).toEqual(found));

  it('is no wrong sum and no wrong time', () => {
    expect(states('退款100元以上都得主管批')).not.toMatchObject({ sum: 'wrong' });
    expect(states('真对不起拖了您四天，我这就报主管')).not.toMatchObject({ back: 'wrong' });
    expect(states('答应退您260元，让您等了四天，100元以上主管定，2小时内回您')).toEqual({
      sum: 'covered',
      back: 'covered',
    });
  });

  it('leaves another sum and another time as wrong as ever', () => {
    expect(states('答应退您200元，2小时内回您')).toMatchObject({ sum: 'wrong', back: 'covered' });
    expect(states('答应退您260元，主管四天内回您')).toMatchObject({ sum: 'covered', back: 'wrong' });
  });

  it('answers where the point itself is told so', () => {
    const bound = compilePoint({ id: 'who', says: '100元以上要主管定', also: ['超过100元得主管批'] });
    const verdict = (reply: string) => judge({ reply, customer: '多少要主管定', points: [bound] }).points[0]?.state;
    expect(verdict('100元以上要主管来定')).toBe('covered');
    expect(verdict('500元以上要主管定')).toBe('wrong');
  });
});
