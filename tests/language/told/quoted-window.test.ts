/** What is quoted for a point: the words that say it, not the likeliest that stood beside them. */
import { expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';

const USUAL = {
  id: 'usual',
  says: '邻近省份一般次日到',
  also: ['正常一到三天', '近的一般第二天到，远的3天左右', '远的三天左右'],
} as const;
const FAR = {
  id: 'far',
  says: '湖南能发',
  also: ['可以发的', '您那边能寄', '发普通快递能到', '能送到的，您放心拍', '湖南发得到'],
} as const;

const quoteOf = (point: typeof USUAL | typeof FAR, customer: string, reply: string): string => {
  const [heard] = judge({
    reply,
    customer,
    points: [compilePoint(point)],
    questions: [{ id: 'q', text: customer, pointIds: [point.id] }],
  }).points;
  expect(heard?.state).toBe('covered');
  return reply.slice(heard?.start, heard?.end);
};

it('[M134] quotes the clause nearest to the words by which the point is shown', () => {
  const late = '最晚29日上午发，邻近省份一般次日到、赶得上，远的3天左右就可能过了周日，到达日我保证不了';
  expect(quoteOf(USUAL, '周日走之前能到吗', late)).toContain('邻近省份一般次日到');
  const far = '发的，株洲能发。付款后48小时内发货，普通快递远的3天左右，到达日不保证';
  expect(quoteOf(FAR, '寄株洲\n发不发', far)).toMatch(/^发的|株洲能发/);
});

it('[M134] and keeps the words by which it was judged where no clause comes nearer', () => {
  expect(quoteOf(USUAL, '周日走之前能到吗', '远的三天左右，您哪天走')).toContain('远的三天左右');
});
