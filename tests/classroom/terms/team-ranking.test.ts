import { describe, expect, test } from 'vitest';
import type { DrillFact, DrillFacts } from '#classroom/terms/indicators.ts';
import { DEFAULT_RULES } from '#classroom/terms/rules.ts';
import { DEFAULT_AWARDS, rankTeams, teamResult } from '#classroom/terms/team-ranking.ts';
import { teamsChangeSchema } from '#contract/terms/teams.ts';

const DRILL: DrillFact = {
  ...{ firstResponseS: 30, meanResponseS: 40, answerRate: 100, score: 80, served: 3 },
  ...{ trade: null, inspected: null },
};
const who = (...drills: DrillFact[]): DrillFacts => ({ drills, waiting: 0, planned: 3 });
const { indicators } = DEFAULT_RULES;
const ranked = (scores: (number | null)[], awards: readonly number[] = DEFAULT_AWARDS) =>
  rankTeams(
    scores.map((score) => ({ score })),
    awards,
  ).map(({ rank, shared, award }) => [rank, shared, award]);

describe('what a team’s drills came to', () => {
  test('is the mean of its members’ own figures: neither more drills nor more members weigh more [L2]', () => {
    const slow = { ...DRILL, firstResponseS: 60, score: 60 };
    // Means of 30 and 60 seconds, of 80 and 60 marks; three drills of one person are one figure.
    const { figures } = teamResult(indicators, [who(DRILL, DRILL, DRILL), who(slow)]);
    expect(figures).toEqual([
      { id: 'first-response', value: 45, measured: 2 },
      { id: 'mean-response', value: 40, measured: 2 },
      { id: 'conversion', value: null, measured: 0 },
      { id: 'basket', value: null, measured: 0 },
      { id: 'satisfaction', value: null, measured: 0 },
      { id: 'inspection', value: 70, measured: 2 },
      { id: 'answer-rate', value: 100, measured: 2 },
      { id: 'score', value: 70, measured: 2 },
      { id: 'workload', value: 6, measured: 2 },
    ]);
    expect(teamResult(indicators, [who(DRILL), who(slow)]).score).toBe(
      teamResult(indicators, [who(DRILL), who(slow), who(DRILL), who(slow)]).score,
    );
  });

  test('leaves out who has no figure, and says of how many it is [L2] [L3]', () => {
    const unanswered = { ...DRILL, firstResponseS: null, meanResponseS: null, answerRate: 0, served: 0 };
    const { figures, score, measured } = teamResult(indicators, [who(DRILL), who(unanswered), who()]);
    expect(figures[0]).toEqual({ id: 'first-response', value: 30, measured: 1 });
    expect(figures.find(({ id }) => id === 'answer-rate')).toEqual({ id: 'answer-rate', value: 50, measured: 2 });
    // 100; and by 回复率 0, 演练得分 100 %, 工作量 0, whose shares are 10, 20 and 30: 33.3.
    expect([score, measured]).toEqual([66.7, 2]);
    expect(teamResult(indicators, [who()])).toMatchObject({ score: null, measured: 0 });
    expect(teamResult(indicators, []).figures[0]).toEqual({ id: 'first-response', value: null, measured: 0 });
  });

  test('goes by the goals and shares of the term’s own sheet [L3]', () => {
    const own = [{ id: 'score', target: 100, share: 100 }] as const;
    expect(teamResult(own, [who(DRILL), who({ ...DRILL, score: 91 })]).score).toBe(85.5);
  });
});

describe('the ranking of teams', () => {
  test('goes by the score, and awards go by the place [L4]', () => {
    expect(ranked([70, 90.1, 80, 90])).toEqual([
      [4, false, 500],
      [1, false, 2000],
      [3, false, 1000],
      [2, false, 1500],
    ]);
  });

  test('equal scores share a rank and its places’ awards in whole yuan, and the next rank is left out [L4]', () => {
    expect(ranked([90, 80, 90, 70])).toEqual([
      [1, true, 1750],
      [3, false, 1000],
      [1, true, 1750],
      [4, false, 500],
    ]);
    // Three share 2000 + 1500 + 1000; of 1500 + 1000 + 500 divided by two more places nothing is rounded up.
    expect(ranked([90, 90, 90, 70])[0]).toEqual([1, true, 1500]);
    expect(ranked([90, 80, 80], [100, 50, 25])).toEqual([
      [1, false, 100],
      [2, true, 37],
      [2, true, 37],
    ]);
  });

  test('has room for more teams than awards and for fewer, and a team without a mark has no rank [L3] [L4]', () => {
    expect(ranked([90, 80, 70, 60, 50, 60])).toEqual([
      ...[[1, false, 2000] as const, [2, false, 1500] as const, [3, false, 1000] as const],
      [4, true, 250],
      [6, false, 0],
      [4, true, 250],
    ]);
    expect(ranked([null, 60])).toEqual([
      [null, false, null],
      [1, false, 2000],
    ]);
    expect(ranked([])).toEqual([]);
  });
});

describe('teams as they are saved', () => {
  const member = (person: string, leader = false) => ({ person, leader, shift: null });
  const isRight = (over: object) =>
    teamsChangeSchema.safeParse({ version: 0, awards: [2000, 1500], teams: [], ...over }).success;

  test('have a name each, one leader at most, and a trainee in one of them [L1]', () => {
    const one = { name: '谷炊', members: [member('a', true), member('b')] };
    expect(isRight({ teams: [one, { name: '汀禾', members: [member('c', true)] }] })).toBe(true);
    expect(isRight({ teams: [one, { name: '谷炊', members: [] }] })).toBe(false);
    expect(isRight({ teams: [one, { name: '汀禾', members: [member('a')] }] })).toBe(false);
    expect(isRight({ teams: [{ name: '谷炊', members: [member('a', true), member('b', true)] }] })).toBe(false);
    expect(isRight({ teams: [{ name: ' ', members: [] }] })).toBe(false);
  });

  test('no place is awarded more than the one before [L4]', () => {
    expect(isRight({ awards: [500, 500, 0] })).toBe(true);
    expect(isRight({ awards: [500, 501] })).toBe(false);
    expect(isRight({ awards: [0.5] })).toBe(false);
  });
});
