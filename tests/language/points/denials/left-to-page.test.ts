/** Whoever says where it is written has told nothing of it (RULES T155). */
import { expect, it, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';
import { library } from '#tests/support/library.ts';

const POINTING: readonly string[] = [
  '里面有写的',
  '详情页有写，您看下',
  '配件清单里面有写',
  '您看商品页，上面有的',
  '活动页面有说明的亲',
  '规则里面写得很清楚',
];
const SPEAKS_OF_PAGE = /页|详情|说明|介绍|标|链接|规则|清单|写|包装|图/;

test('a word on where it is written tells no point of any short customer, right or wrong [T155]', () => {
  const told = [...library.short].flatMap(([id, { scenario }]) =>
    scenario.beats.flatMap(({ asks }) =>
      asks.flatMap(({ text, points }) => {
        const open = points.filter(
          ({ says, also }) => ![says, ...(also ?? [])].some((each) => SPEAKS_OF_PAGE.test(each)),
        );
        return POINTING.flatMap((reply) =>
          judge({ reply, customer: text, points: open.map((point) => compilePoint(point)) })
            .points.filter(({ state }) => state !== 'not-addressed')
            .map((point) => `${id}/${point.id}: ${reply} ${point.state}`),
        );
      }),
    ),
  );
  expect(told).toEqual([]);
});

const HOOKS: PointWordings = {
  id: 'part',
  says: '和面棒配了一对',
  also: ['盒里有和面棒', '带一对和面棒'],
  contradicts: ['没有和面棒', '和面棒要单买'],
};
const stateOf = (reply: string, point = HOOKS, customer = '有和面的棒吗') =>
  judge({ reply, customer, points: [compilePoint(point)] }).points[0]?.state;

it.each(['带不带和面棒详情页有写的', '亲，配件说明书上标着呢', '麻烦看下详情页哈'])(
  '%s answers nothing [T155]',
  (reply) => {
    expect(stateOf(reply)).toBe('not-addressed');
  },
);

it.each(['和面棒配了一对，详情页有写', '详情页有写，带一对和面棒', '页面上写了盒里有和面棒'])(
  '%s is the answer itself [T155]',
  (reply) => {
    expect(stateOf(reply)).toBe('covered');
  },
);

it('hears what is wrong beside it, and a yes to what lies in the box [T155]', () => {
  expect(stateOf('和面棒要单买，页面上有写')).toBe('wrong');
  const spoon = { id: 'spoon', says: '盒里带小勺', also: ['里面有小勺', '附了小勺'], contradicts: ['没有勺子'] };
  expect(stateOf('里面有的，小勺配好了', spoon, '里面有小勺吗')).toBe('covered');
});

it('counts where the place is the answer [T155]', () => {
  const chart = { id: 'chart', says: '尺码表在详情页', also: ['详情页有尺码表'], contradicts: ['没有尺码表'] };
  expect(stateOf('尺码表详情页有的', chart, '尺码表在哪看')).toBe('covered');
});
