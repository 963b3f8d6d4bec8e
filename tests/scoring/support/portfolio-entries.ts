/** Portfolio entries written by hand. */
import type { PortfolioEntry } from '#contract/portfolio.ts';
import type { FamilyCount } from '#contract/report-goal.ts';

export const family = (id: string, count: number, chances: number, marks = count): FamilyCount => ({
  family: id,
  name: id,
  count,
  chances,
  marks,
});

export const entry = (drill: string, over: Partial<PortfolioEntry> = {}): PortfolioEntry => ({
  drill,
  endedAt: 1_763_600_000_000,
  mode: 'practice',
  run: null,
  cases: [{ id: 'promotion/a', type: 'promotion', typeName: '促销活动咨询', level: 1, title: '满减叠定金' }],
  score: 70,
  range: [70, 70],
  grade: 'pass',
  rubric: { id: '2026-11', date: '2026-11-01' },
  dimensions: [],
  families: [],
  faults: [],
  figures: {
    firstResponseS: 12,
    firstEffectiveS: 15,
    meanResponseS: 20,
    charactersPerMinute: 40,
    satisfaction: 100,
    stars: null,
    mostAtOnce: 1,
  },
  goal: null,
  ...over,
});
