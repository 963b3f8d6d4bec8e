/** Whoever regrets the wait has told nothing of what was asked (RULES T176). */
import { expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';
import { library } from '#tests/support/library.ts';

const REGRETS: readonly string[] = [
  '让您等了',
  '亲，久等了',
  '久等啦',
  '不好意思让您等这么久',
  '来了来了，让您久等了呀',
  '对不住让你等了半天',
];
/** A point that is about the wait itself. */
const SPEAKS_OF_WAIT = /等/;

test('regret for the wait tells no point of any short customer, right or wrong [T176]', () => {
  const told = [...library.short].flatMap(([id, { scenario }]) =>
    scenario.beats.flatMap(({ asks }) =>
      asks.flatMap(({ text, points }) => {
        const open = points.filter(
          ({ says, also }) => ![says, ...(also ?? [])].some((each) => SPEAKS_OF_WAIT.test(each)),
        );
        return REGRETS.flatMap((reply) =>
          judge({ reply, customer: text, points: open.map((point) => compilePoint(point)) })
            .points.filter(({ state }) => state !== 'not-addressed')
            .map((point) => `${id}/${point.id}: ${reply} ${point.state}`),
        );
      }),
    ),
  );
  expect(told).toEqual([]);
});

const LATE: PointWordings = {
  id: 'late',
  says: '是我们发晚了',
  also: ['确实晚发了'],
  contradicts: ['没有超时', '再耐心等等'],
};
const stateOf = (reply: string) =>
  judge({ reply, customer: '咋还没动静', points: [compilePoint(LATE)] }).points[0]?.state;

test('what stands beside it is heard, and asking to wait on is no regret [T176]', () => {
  expect(stateOf('让您等了，是我们发晚了')).toBe('covered');
  expect(stateOf('久等了，不过没有超时的')).toBe('wrong');
  expect(stateOf('您再耐心等等')).toBe('wrong');
});
