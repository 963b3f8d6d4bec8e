import type { GivenRuling } from '#scoring/marks/rulings.ts';

/** A ruling of 王老师; `over` says on what and how. */
export const givenRuling = (over: Partial<GivenRuling>): GivenRuling => ({
  id: 'r1',
  finding: null,
  point: null,
  verdict: 'dismissed',
  score: null,
  reason: '',
  by: '王老师',
  at: 1,
  undone: null,
  ...over,
});
