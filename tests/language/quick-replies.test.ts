import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileQuickReplies,
  matchQuickReply,
  similarity,
  unfilledVariables,
} from '#language/quick-replies/match-quick-replies.ts';

const INDEX = compileQuickReplies([
  { id: 'hello', text: '您好，欢迎光临燧步运动，有什么可以帮您？' },
  { id: 'refund', text: '亲，您的退款{金额}元已经提交，预计{天数}个工作日内原路返回，请您留意。' },
]);

describe('matchQuickReply', () => {
  test('finds a quick reply pasted as it is', () => {
    expect(matchQuickReply(INDEX, '您好，欢迎光临燧步运动，有什么可以帮您？')).toEqual({
      id: 'hello',
      similarity: 1,
      edited: 0,
    });
  });
  test('finds one typed again with other punctuation and width', () => {
    expect(matchQuickReply(INDEX, '您好 欢迎光临燧步运动~有什么可以帮您?')?.edited).toBe(0);
  });
  test('lets variables match what they were filled with', () => {
    expect(matchQuickReply(INDEX, '亲，您的退款426.10元已经提交，预计3个工作日内原路返回，请您留意。')).toMatchObject({
      id: 'refund',
      edited: 0,
    });
  });
  test('finds one that was slightly edited', () => {
    const match = matchQuickReply(INDEX, '您好呀，欢迎光临燧步运动，有什么可以帮您？');
    expect(match?.id).toBe('hello');
    expect(match?.edited).toBe(1);
  });
  test('finds none in other words', () => {
    expect(matchQuickReply(INDEX, '退款三天内到您账上')).toBeNull();
    expect(matchQuickReply(INDEX, '')).toBeNull();
  });
});

test('similarity is symmetric, from 0 to 1, and 1 with itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const likeness = similarity(a, b);
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(similarity(b, a)).toBeCloseTo(likeness);
    }),
  );
  expect(similarity('可以退货的亲', '可以退货的亲！')).toBe(1);
});

test('variables left unfilled are named', () => {
  const text = '😊您好{买家昵称}，订单{订单号}';
  expect(unfilledVariables(text).map(({ start, end }) => text.slice(start, end))).toEqual(['{买家昵称}', '{订单号}']);
  expect(unfilledVariables('用{}表示，{a:1}')).toEqual([]);
});
