/** Classes of replies to points written as plain sentences, each with wordings that must not fire. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';

/** `today`: the verdict given so far instead of the right one, and why. */
type Row = [reply: string, state: State, today?: State, why?: string];
type State = 'covered' | 'wrong' | '-';
type Table = { name: string; customer: string; point: Omit<PointWordings, 'id'>; replies: Row[] };
const tables = ['points', 'guards'].flatMap((name): Table[] =>
  JSON.parse(readFileSync(new URL(`../tables/${name}.json`, import.meta.url), 'utf8')),
);

describe.each(tables)('$name', ({ customer, point, replies }) => {
  const points = [compilePoint({ id: 'p', ...point })];
  test.each(replies)('%s: %s', (reply, state, today) => {
    const told = judge({ reply, customer, points }).points[0]?.state;
    expect(told === 'covered' || told === 'wrong' ? told : '-').toBe(today ?? state);
  });
});

test('at most one of these is judged otherwise than people judge it', () => {
  const otherwise = tables.flatMap(({ replies }) => replies.filter(([, , today]) => today !== undefined));
  expect(otherwise.length).toBeLessThanOrEqual(1);
  for (const [, , , why] of otherwise) expect(why).toBeTruthy();
});

test('[T6] the four states', () => {
  const points = [compilePoint({ id: 'p', says: '电池续航8小时', contradicts: ['续航4小时'] })];
  const state = (reply: string) => judge({ reply, customer: '能用多久', points }).points[0]?.state;
  expect(state('充一次用八个钟头')).toBe('covered');
  expect(state('续航四小时')).toBe('wrong');
  expect(state('颜色有黑白两种')).toBe('not-addressed');
  // A reply without any figure can't tell the eight hours, so the point is not addressed.
  expect(state('电池续航这块您放心，大厂电芯')).toBe('not-addressed');
  const ship = [
    compilePoint({ id: 'p', says: '16点前付款今天发', also: ['四点前付今天就走'], contradicts: ['要明天发'] }),
  ];
  expect(judge({ reply: '今天天气不错啊哈哈', customer: '今天能发吗', points: ship }).points[0]?.state).toBe(
    'not-recognised',
  );
});

test('a point nobody has asked for is not wrong by likeness alone', () => {
  const points = [
    compilePoint({ id: 'asked', says: '今天发货', contradicts: ['明天发货'] }),
    compilePoint({ id: 'later', says: '开发票要三天', contradicts: ['发票当天开'] }),
  ];
  const verdicts = judge({
    reply: '今天就发货哈',
    customer: '什么时候发',
    points,
    questions: [{ id: 'q', text: '什么时候发', pointIds: ['asked'] }],
  }).points;
  expect(verdicts.map((one) => one.state)[0]).toBe('covered');
  expect(verdicts[1]?.state).not.toBe('wrong');
});

test('不过敏 denies, and 不过 alone begins another clause', () => {
  const points = [compilePoint({ id: 'p', says: '不敢保证您不过敏', also: ['不能保证不过敏'] })];
  const state = (reply: string) => judge({ reply, customer: '会过敏吗', points }).points[0]?.state;
  expect(state('先试耳后，不能保证您一定不过敏')).toBe('covered');
  expect(state('成分温和，不过敏肌都在用')).not.toBe('covered');
});
