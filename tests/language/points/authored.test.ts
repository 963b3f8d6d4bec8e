/** What authors may write beside sentences: each field overrules likeness, and leaves alone the replies it should. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointState, PointWordings } from '#language/terms/verdicts.ts';

type Block = {
  name: string;
  customer: string;
  point: PointWordings;
  /** `today`: the verdict given so far instead of the right one, and why. */
  replies: [reply: string, state: PointState | '-', today?: PointState, why?: string][];
};

const BLOCKS: Block[] = JSON.parse(readFileSync(new URL('../tables/authored.json', import.meta.url), 'utf8'));

describe.each(BLOCKS)('$name', ({ customer, point, replies }) => {
  const points = [compilePoint(point)];
  test.each(replies)('%s: %s', (reply, state, today) => {
    const verdict = judge({ reply, customer, points }).points[0];
    const told = verdict?.state === 'covered' || verdict?.state === 'wrong' ? verdict.state : '-';
    expect(told).toBe(today ?? state);
    if (told !== '-') expect(verdict?.rule).not.toBe('');
  });
});

test('at most one of these replies is judged otherwise than people judge it', () => {
  const otherwise = BLOCKS.flatMap(({ replies }) => replies.filter(([, , today]) => today !== undefined));
  expect(otherwise.length).toBeLessThanOrEqual(1);
});

test('a verdict’s reason names the words written and the point', () => {
  const rule = (reply: string, point: PointWordings, customer: string) =>
    judge({ reply, customer, points: [compilePoint(point)] }).points[0]?.rule;
  const size: PointWordings = { id: 's', says: '建议穿39.5码', value: { kind: 'size', is: '39.5码' } };
  expect(rule('您穿39码', size, '穿几码')).toBe('写了「39码」，要点是「39.5码」');
  const fee: PointWordings = { id: 'f', says: '买家承担运费', also: ['运费您出'], contradicts: ['运费我们出'] };
  expect(rule('运费我们出', fee, '运费谁出')).toBe('写了「运费我们出」，与要点「买家承担运费」相反');
  expect(rule('运费您出哦', fee, '运费谁出')).toBe('说法接近「运费您出」');
});
