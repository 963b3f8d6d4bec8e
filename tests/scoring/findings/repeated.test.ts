/** 频繁: one phrase sent again and again is one fault with its count and times, and costs what each time cost before. */
import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, rubric } from '#tests/scoring/support/shoe-shop.ts';

/** The same words `times` over, twenty seconds apart, each time asked again. */
const nagged = (times: number, text = '马上为您处理') => {
  const log = asked();
  for (let i = 0; i < times; i++)
    log.replies(20 * i + 10, text, { answers: { 'q-size': 'untouched' } }).says(20 * i + 18, '啊？');
  return log;
};

describe('[M7] the same words six times', () => {
  const log = nagged(6);

  it('are one finding, with how often and when', () => {
    const found = one(log.events, 'canned-repeated');
    expect(found).toMatchObject({ at: 30_000, turn: 2, quote: '马上为您处理', title: '同一句又发：多发了 5 次' });
    expect(found.why).toContain('又发了 4 次，末一次在 1:50。');
    expect(found.again.map((a) => [a.at, a.turn])).toEqual([
      [50_000, 3],
      [70_000, 4],
      [90_000, 5],
      [110_000, 6],
    ]);
  });

  it('count as five repetitions', () => {
    expect(makeReport(content, log.events).families.find((f) => f.family === 'quick-replies')?.count).toBe(5);
  });

  it('are underlined in every message', () => {
    const { transcript, findings } = makeReport(content, log.events);
    const id = findings.find((f) => f.code === 'canned-repeated')?.id ?? '';
    const own = transcript.filter((t) => t.by === 'trainee').map((t) => t.findings.includes(id));
    expect(own).toEqual([false, true, true, true, true, true]);
  });
});

it('[M8] each repetition costs the rubric’s deduction', () => {
  const texts = [
    '拿39.5',
    '这双偏小',
    '脚背高拿大半码',
    '换码不收邮费',
    '就是39.5',
    '没错',
    '没错的亲亲',
    '没错的亲亲',
    '没错的亲亲',
  ];
  const log = asked();
  texts.forEach((text, i) => {
    log.replies(20 * i + 10, text, { answers: { 'q-size': 'answered' } }).says(20 * i + 18, '啊？');
  });
  const expression = makeReport(content, log.events).dimensions.find((d) => d.id === 'expression');
  // Nine turns owed, seven of them earned, twelve off for each of the two repeats: 7 ÷ 9 − 24 ÷ 100 = 0.538.
  expect(rubric.findings.find((r) => r.code === 'canned-repeated')?.deduct).toBe(12);
  expect((expression?.marks ?? 0) / (expression?.weight ?? 1)).toBeCloseTo(7 / 9 - 0.24, 2);
});

it('two repeated texts are two findings', () => {
  const log = asked()
    .replies(10, '马上为您处理')
    .says(14, '啊')
    .replies(20, '请您耐心等待')
    .says(24, '啊')
    .replies(30, '马上为您处理')
    .says(34, '啊')
    .replies(40, '请您耐心等待');
  expect(codes(log.events).filter((c) => c === 'canned-repeated')).toHaveLength(2);
});

it('a dismissal gives all of the deduction back', () => {
  const log = nagged(4);
  const { key } = one(log.events, 'canned-repeated');
  const ruling = {
    id: 'r1',
    finding: key,
    point: null,
    verdict: 'dismissed' as const,
    score: null,
    reason: '客户没收到，要求重发',
    by: '老师',
    at: 0,
    undone: null,
  };
  const before = makeReport(content, log.events);
  const after = makeReport(content, log.events, content.scenarios, [ruling]);
  expect(after.families.find((f) => f.family === 'quick-replies')?.count).toBe(0);
  expect(after.score).toBeGreaterThan(before.score);
});
