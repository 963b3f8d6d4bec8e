import { describe, expect, test } from 'vitest';
import { itemFigures, LEAST_FOR_DISCRIMINATION } from '#drills/papers/items.ts';
import { creditsOf, markOf } from '#drills/papers/marks.ts';
import type { Answer, DrawnQuestion } from '#library/questions/question.ts';

const question = (id: string, over: Partial<DrawnQuestion>): DrawnQuestion => ({
  ...{ id, topic: 'price', level: 1, shop: null, stem: id, options: ['甲', '乙', '丙', '丁'], unit: null },
  ...{ kind: 'single', key: { chosen: [1] }, tolerance: 0, why: null, citations: [] },
  ...over,
});
const PAPER = [
  question('single', {}),
  question('multiple', { kind: 'multiple', key: { chosen: [0, 2] } }),
  question('judge', { kind: 'judge', options: ['对', '错'], key: { chosen: [0] }, topic: 'returns' }),
  question('order', { kind: 'order', key: { chosen: [2, 0, 1] }, options: ['甲', '乙', '丙'], topic: 'returns' }),
  question('figure', {
    kind: 'calculate',
    options: [],
    unit: '元',
    key: { figure: 92.83 },
    tolerance: 0.005,
    topic: null,
  }),
];
const answers = (given: Record<string, Answer>) => new Map(Object.entries(given));

describe('the mark of a paper', () => {
  test('counts each kind by its rule, and nothing for what wasn’t answered [X5]', () => {
    const right = { single: { chosen: [1] }, multiple: { chosen: [2, 0] }, judge: { chosen: [0] } };
    const all = { ...right, order: { chosen: [2, 0, 1] }, figure: { figure: 92.83 } };
    expect([...creditsOf(PAPER, answers(all)).values()]).toEqual([1, 1, 1, 1, 1]);
    const some = { single: { chosen: [0] }, multiple: { chosen: [2] }, order: { chosen: [0, 1, 2] } };
    expect([...creditsOf(PAPER, answers({ ...some, figure: { figure: 92.84 } })).values()]).toEqual([0, 0.5, 0, 0, 0]);
    expect([...creditsOf(PAPER, answers({ multiple: { chosen: [0, 1, 2] } })).values()]).toEqual([0, 0, 0, 0, 0]);
    expect([...creditsOf(PAPER, answers({})).values()]).toEqual([0, 0, 0, 0, 0]);
  });

  test('is out of a hundred to a tenth, all questions alike, with the credit of each topic [X5]', () => {
    const given = answers({ single: { chosen: [1] }, multiple: { chosen: [0] }, judge: { chosen: [0] } });
    const topics = [
      { id: 'price', name: '价格' },
      { id: 'returns', name: '退换' },
      { id: 'none', name: '没有题' },
    ];
    expect(markOf(PAPER, creditsOf(PAPER, given), topics, '其他')).toEqual({
      mark: 50,
      topics: [
        { name: '价格', credit: 1.5, of: 2 },
        { name: '退换', credit: 1, of: 2 },
        { name: '其他', credit: 0, of: 1 },
      ],
    });
    expect(markOf(PAPER.slice(0, 3), creditsOf(PAPER, answers({ single: { chosen: [1] } })), topics, '').mark).toBe(
      33.3,
    );
    expect(markOf([], new Map(), topics, '').mark).toBe(0);
  });
});

describe('the figures of an item', () => {
  /** Credits of `a`, and of `rest`, which sets the order of the seats. */
  const seat = (a: number, rest: number) => new Map(Object.entries({ a, rest }));

  test('are the mean credit, and what the best 27 % had more than the weakest 27 % [X6]', () => {
    // 22 seats: 27 % are 6. The six best have credits 1 1 1 1 1 0.5, the six weakest 1 0 0 0 0 0.
    const best = [1, 1, 1, 1, 1, 0.5].map((a, n) => seat(a, 20 - n));
    const middle = Array.from({ length: 10 }, (_, n) => seat(n % 2, 10 - n / 10));
    const weakest = [1, 0, 0, 0, 0, 0].map((a, n) => seat(a, n / 10));
    const { a } = Object.fromEntries(itemFigures(['a'], [...weakest, ...best, ...middle]));
    expect(a?.n).toBe(22);
    expect(a?.facility).toBeCloseTo((5.5 + 5 + 1) / 22, 10);
    expect(a?.discrimination).toBeCloseTo(5.5 / 6 - 1 / 6, 10);
  });

  test('share out a group’s last places among equals, whatever the order [X6]', () => {
    // 20 seats: 27 % are 5 (5.4). Three are ahead; four equals share the other two places, 2/4 each: credits 1 1 0 0.
    const ahead = [seat(1, 9), seat(1, 9), seat(1, 9)];
    const equals = [seat(1, 5), seat(1, 5), seat(0, 6), seat(0, 6)];
    const low = Array.from({ length: 13 }, () => seat(0, 1));
    const expected = (3 + 2 * 0.5) / 5;
    for (const seats of [
      [...ahead, ...equals, ...low],
      [...low, ...equals.toReversed(), ...ahead],
    ])
      expect(itemFigures(['a'], seats).get('a')?.discrimination).toBeCloseTo(expected, 10);
  });

  test('say nothing of discrimination where too few sat, and nothing at all where nobody did [X6]', () => {
    const seats = Array.from({ length: LEAST_FOR_DISCRIMINATION - 1 }, () => seat(1, 1));
    expect(itemFigures(['a'], seats).get('a')).toEqual({ n: 19, facility: 1, discrimination: null });
    expect(itemFigures(['a'], []).get('a')).toEqual({ n: 0, facility: null, discrimination: null });
  });

  test('count only who had a question, where each seat draws its own [X25]', () => {
    const others = Array.from({ length: 30 }, () => new Map([['b', 0]]));
    const seats = [seat(1, 1), seat(0, 1), ...others];
    expect(itemFigures(['a'], seats).get('a')).toEqual({ n: 2, facility: 0.5, discrimination: null });
    expect(itemFigures(['b'], seats).get('b')?.n).toBe(seats.filter((one) => one.has('b')).length);
  });
});
