import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { drillResult } from '#scoring/marks/drill-result.ts';
import { type GoalBefore, goalMet } from '#scoring/practice-advice/goal.ts';
import { goalAfter, portfolioEntry } from '#scoring/practice-advice/portfolio-entry.ts';
import { skillMap } from '#scoring/practice-advice/skill-map.ts';
import { chooseTodaysCase } from '#scoring/practice-advice/todays-case.ts';
import { makeReport } from '#scoring/report.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { entry, family } from '#tests/scoring/support/portfolio-entries.ts';
import { asked } from '#tests/scoring/support/reading.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

const SHOE = 'product-advice/shoe';
const ENDED = { id: 'd1', endedAt: 5000, mode: 'practice', run: null, scenarios: [SHOE] };
const of = contentWith({ duties: [] });
const entryOf = (events: readonly DrillEvent[], goal: GoalBefore | null = null) => {
  const report = makeReport(of, events, of.scenarios, [], goal);
  return { report, kept: portfolioEntry(of, ENDED, report, drillResult(report, events).faults) };
};

/** First words after 70 s, then two rounds of 80 s: three late of three; both questions answered. */
const late = (): Log =>
  asked()
    .replies(70, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .changes(74, 'q-size', 'answered', 1)
    .says(80, '几点发', { opens: 'q-ship' })
    .replies(160, '四点前付今天发', {
      answers: { 'q-ship': 'answered' },
      points: [{ point: 'ship', question: 'q-ship' }],
      reaction: 'resolved',
    })
    .changes(164, 'q-ship', 'answered', 2)
    .finishes(180);
/** The same, each after 10 s. */
const quick = (): Log =>
  asked()
    .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .changes(14, 'q-size', 'answered', 1)
    .says(20, '几点发', { opens: 'q-ship' })
    .replies(30, '四点前付今天发', {
      answers: { 'q-ship': 'answered' },
      points: [{ point: 'ship', question: 'q-ship' }],
      reaction: 'resolved',
    })
    .changes(34, 'q-ship', 'answered', 2)
    .finishes(60);

describe('a portfolio entry', () => {
  it('has the report’s figures, with the case as it was drilled', () => {
    const { kept, report } = entryOf(late().events);
    expect(kept).toMatchObject({
      drill: 'd1',
      endedAt: 5000,
      mode: 'practice',
      score: report.score,
      rubric: report.rubric,
      cases: [{ id: SHOE, type: 'product-advice', level: of.scenarios[0]?.level }],
      figures: { firstResponseS: 70, meanResponseS: 75, mostAtOnce: 1, stars: 2 },
    });
    expect(kept.dimensions.map(({ id }) => id)).toEqual(report.dimensions.map(({ id }) => id));
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });

  it('counts faults and the chances for them, as worked out by hand', () => {
    const { kept } = entryOf(late().events);
    const counted = (id: string) => kept.families.find((f) => f.family === id);
    // Late twice: the first effective response and one later round; two turns, two questions. Summary findings count
    // nothing.
    expect(counted('late')).toMatchObject({ name: '响应慢', count: 2, chances: 2 });
    expect(counted('evading')).toMatchObject({ count: 0, chances: 2 });
    expect(counted('manner')).toMatchObject({ count: 0, chances: 2 });
    expect(kept.goal).toMatchObject({ family: 'late' });
    expect(kept.goal?.codes).toEqual(expect.arrayContaining(['late-first', 'late-round']));
  });

  it('has the stars where a report has them', () => {
    const { report } = entryOf(quick().events);
    expect(portfolioEntry(of, ENDED, report, []).figures.stars).toBe(report.star?.stars);
    expect(portfolioEntry(of, ENDED, { ...report, star: null }, []).figures.stars).toBeNull();
  });

  it('has the id of a case that its content no longer has', () => {
    const { report } = entryOf(quick().events);
    const gone = portfolioEntry({ scenarios: [], types: [] }, ENDED, report, []);
    expect(gone.cases).toEqual([
      { id: SHOE, type: 'product-advice', typeName: 'product-advice', level: 1, title: SHOE },
    ]);
  });
});

describe('the goal', () => {
  const setGoal = (): GoalBefore => {
    const goal = goalAfter(entryOf(late().events).kept);
    if (goal === null) throw new Error('no goal');
    return goal;
  };

  it('[M5] of the drill before is met when there were chances and no fault', () => {
    const { report } = entryOf(quick().events, setGoal());
    expect(report.goal).toMatchObject({
      family: 'late',
      from: { drill: 'd1', endedAt: 5000 },
      met: 'met',
      before: { count: 2, chances: 2 },
      now: { count: 0, chances: 2 },
      text: '上次 2 句里 2 次，这次 2 句里一次也没有。',
    });
    expect(report.goal?.title).not.toBe('');
  });

  it('[M5] is not met when it went the same, and moves no mark', () => {
    const { report } = entryOf(late().events, setGoal());
    expect(report.goal).toMatchObject({ met: 'not-met', now: { count: 2, chances: 2 } });
    expect({ ...report, goal: null }).toEqual(entryOf(late().events).report);
  });

  it('[M5] is judged by faults for each chance, not by their number', () => {
    const goal = { ...setGoal(), before: { count: 2, chances: 4 } };
    const met = (count: number, chances: number) => goalMet(goal, [family('late', count, chances)])?.met;
    expect(met(0, 1)).toBe('met');
    expect(met(3, 8)).toBe('better');
    expect(met(3, 7)).toBe('not-met');
    expect(met(1, 2)).toBe('not-met');
    expect(met(0, 0)).toBe('not-tried');
    expect(goalMet(goal, [])?.text).toBe('这场没有碰到这样的时候，下场再看。');
    expect(goalMet(null, [])).toBeNull();
  });

  it('[M5] about a window is judged by that window alone: without a pause, following up counts as not tried', () => {
    const goal: GoalBefore = {
      family: 'not-valuing',
      title: '客户一停就问顾虑',
      advice: '问卡在哪。',
      codes: ['no-follow-up'],
      from: { drill: 'd1', endedAt: 5000 },
      before: { count: 1, chances: 1 },
    };
    const windows = (kind: 'goodbye' | 'follow-up', how: 'missed' | 'taken') =>
      entryOf(quick().opensWindow(60, kind, 120).closesWindow(120, kind, how).events, goal).report.goal;
    expect(windows('goodbye', 'missed')).toMatchObject({
      met: 'not-tried',
      text: '这场没有碰到这样的时候，下场再看。',
    });
    expect(windows('follow-up', 'missed')).toMatchObject({
      met: 'not-met',
      text: '上次 1 次停顿里 1 次，这次 1 次停顿里 1 次，还有 1 次。',
    });
    // Entries stored before faults were counted by code are judged by their family.
    expect(goalMet({ ...goal, codes: ['no-follow-up'] }, [family('not-valuing', 1, 2)])?.now).toEqual({
      count: 1,
      chances: 2,
    });
  });

  it('[M5] about words counts as not tried by a trainee who said nothing', () => {
    const silent = asked().finishes(120);
    const { kept } = entryOf(silent.events);
    expect(kept.families.find((f) => f.family === 'manner')).toMatchObject({ count: 0, chances: 0 });
    const goal = { ...setGoal(), family: 'manner' };
    expect(entryOf(silent.events, goal).report.goal).toMatchObject({ met: 'not-tried' });
  });
});

describe('today’s ten minutes', () => {
  /** A moment weeks after the entries. */
  const NOW = 1_766_000_000_000;
  const [shoe] = content.scenarios;
  if (!shoe) throw new Error('no case');
  const named = (id: string, over: Partial<typeof shoe> = {}) => ({ ...shoe, id, minutes: 6, level: 1, ...over });

  it('are the easiest case for a newcomer, and null without cases', () => {
    const cases = [named('b/hard', { level: 3 }), named('a/long', { minutes: 30 }), named('c/easy')];
    expect(chooseTodaysCase([], cases, NOW)).toMatchObject({ scenario: { id: 'c/easy' }, reason: { kind: 'new' } });
    expect(chooseTodaysCase([], [named('x/y', { incident: { title: '', notice: null } })], NOW)).toBeNull();
  });

  const duties = (n: number) => {
    const [duty] = content.scenarios.flatMap((s) => s.duties);
    if (!duty) throw new Error('no duty');
    return Array.from({ length: n }, () => duty);
  };

  it('are a case for what cost most in the latest drills, with how often and when last', () => {
    const entries = [
      entry('d3', { endedAt: 300, families: [family('late', 1, 4, 2), family('operation', 2, 3, 9)] }),
      entry('d2', { endedAt: 200, families: [family('operation', 1, 3, 4), family('late', 3, 4, 6)] }),
    ];
    const cases = [named('promotion/a'), named('b/plain', { duties: [] }), named('c/deeds', { duties: duties(4) })];
    expect(chooseTodaysCase(entries, cases, NOW)).toMatchObject({
      scenario: { id: 'c/deeds' },
      reason: { kind: 'weak', family: 'operation', count: 3, of: 2, lastAt: 300 },
    });
  });

  it('are never the case done last while there is another, and fit ten minutes', () => {
    const entries = [entry('d1', { families: [family('late', 1, 2)] })];
    expect(chooseTodaysCase(entries, [named('promotion/a'), named('b/other')], NOW)?.scenario.id).toBe('b/other');
    expect(chooseTodaysCase(entries, [named('promotion/a')], NOW)?.scenario.id).toBe('promotion/a');
    expect(chooseTodaysCase(entries, [named('a/long', { minutes: 40 }), named('b/other')], NOW)?.scenario.id).toBe(
      'b/other',
    );
  });

  it('are a level higher when nothing cost a mark', () => {
    const cases = [named('b/same'), named('c/next', { level: 2 })];
    expect(chooseTodaysCase([entry('d1')], cases, NOW)).toMatchObject({
      scenario: { id: 'c/next' },
      reason: { kind: 'clean', of: 1 },
    });
  });
});

describe('the map of types and levels', () => {
  it('shows every type, the best result at each level and what was never tried', () => {
    const types = [
      { id: 'promotion', name: '促销活动咨询', stage: 'before' as const },
      { id: 'quality-claim', name: '质量破损索赔', stage: 'after' as const },
    ];
    const map = skillMap({ types, scenarios: [] }, [
      entry('d1', { score: 62 }),
      entry('d2', { score: 90, grade: 'excellent' }),
    ]);
    expect(map.map(({ type }) => type)).toEqual(['promotion', 'quality-claim']);
    expect(map[0]?.levels[0]).toEqual({ level: 1, cases: 0, done: 2, best: 90, grade: 'excellent' });
    expect(map[1]?.levels.every(({ best, done }) => best === null && done === 0)).toBe(true);
  });
});
