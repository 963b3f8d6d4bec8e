import { describe, expect, it } from 'vitest';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import type { Scenario } from '#engine/model/content.ts';
import { practiceValue } from '#scoring/practice-advice/practice-value.ts';
import { chooseTodaysCase } from '#scoring/practice-advice/todays-case.ts';
import { caseOf, forty } from '#tests/scoring/support/library-of-forty.ts';
import { entry, family } from '#tests/scoring/support/portfolio-entries.ts';

const DAY = 86_400_000;
const NOW = 20_000 * DAY + 9 * 3600_000;
const done = (s: Scenario, days: number, over: Partial<PortfolioEntry> = {}): PortfolioEntry =>
  entry(`d-${s.id}-${days}`, {
    endedAt: NOW - days * DAY,
    cases: [{ id: s.id, type: s.type, typeName: s.type, level: s.level, title: s.title }],
    families: [family('operation', 2, 4, 6), family('late', 1, 4, 1)],
    ...over,
  });
const chosen = (entries: readonly PortfolioEntry[], now = NOW, cases = forty): Scenario => {
  const found = chooseTodaysCase(entries, cases, now);
  if (found === null) throw new Error('no case');
  return found.scenario;
};
const fits = ({ minutes }: Scenario): boolean => minutes <= 10;

describe('today’s ten minutes out of forty', () => {
  it('are, for a newcomer, a case at level 1 within ten minutes, and another one each day', () => {
    const days = Array.from({ length: 8 }, (_, n) => chosen([], NOW + n * DAY));
    for (const one of days) expect(one).toMatchObject({ level: 1 });
    expect(days.every(fits)).toBe(true);
    for (const [n, one] of days.slice(1).entries()) expect(one.id).not.toBe(days[n]?.id);
  });

  it('practise what cost most: no case of that level and length offers much more of it', () => {
    const last = done(caseOf('promotion', 3), 3);
    const found = chooseTodaysCase([last], forty, NOW);
    expect(found?.reason).toMatchObject({ kind: 'weak', family: 'operation', count: 2 });
    const others = forty.filter((s) => s.level === 3 && fits(s) && s.id !== caseOf('promotion', 3).id);
    const most = Math.max(...others.map((s) => practiceValue('operation', s)));
    expect(found?.scenario.level).toBe(3);
    expect(found && practiceValue('operation', found.scenario)).toBeGreaterThanOrEqual(most - 1);
  });

  it('are never the case of today or yesterday, over a month of doing the chosen one', () => {
    let entries: PortfolioEntry[] = [];
    const named: string[] = [];
    for (let day = 0; day < 30; day++) {
      const now = NOW + day * DAY;
      const one = chosen(entries, now);
      expect(fits(one)).toBe(true);
      expect(named.slice(-2)).not.toContain(one.id);
      named.push(one.id);
      entries = [{ ...done(one, 0), drill: `d${day}`, endedAt: now + 600_000 }, ...entries];
    }
    expect(new Set(named).size).toBeGreaterThan(5);
  });

  it('change the next day when they weren’t done', () => {
    const entries = [done(caseOf('promotion', 1), 5)];
    expect(chosen(entries, NOW + DAY).id).not.toBe(chosen(entries, NOW).id);
    expect(chosen(entries, NOW + 3600_000).id).toBe(chosen(entries, NOW).id);
  });

  it('stay at the level that was passed: a fail at level 3 doesn’t bring another case at 3', () => {
    const failed = done(caseOf('bargaining', 3), 3, { grade: 'fail' });
    expect(chosen([failed, done(caseOf('promotion', 1), 4)]).level).toBe(1);
    expect(chosen([done(caseOf('bargaining', 3), 3)]).level).toBe(3);
    const clean = done(caseOf('promotion', 1), 3, { families: [] });
    expect(chooseTodaysCase([clean], forty, NOW)).toMatchObject({ scenario: { level: 3 }, reason: { kind: 'clean' } });
  });

  it('are the shortest case where all are longer than ten minutes', () => {
    const long = forty.map((s, n) => ({ ...s, minutes: 15 + (n % 4) }));
    expect(chosen([done(caseOf('promotion', 1), 3)], NOW, long).minutes).toBe(15);
  });

  it('are the same whatever the order of the cases, and depend on no more drills than are remembered', () => {
    const entries = forty.slice(0, 30).map((s, n) => done(s, n + 3));
    expect(chosen(entries, NOW, forty.toReversed()).id).toBe(chosen(entries).id);
    expect(chosen(entries.slice(0, 20)).id).toBe(chosen(entries).id);
  });

  it('change at the school’s midnight, not at London’s', () => {
    const CHINA = 8 * 3600_000;
    const on = (now: number): string | undefined => chooseTodaysCase([], forty, now, CHINA)?.scenario.id;
    const midnight = 20_000 * DAY - CHINA;
    expect(on(midnight + 60_000)).toBe(on(midnight + DAY - 60_000));
    expect(on(midnight + 60_000)).not.toBe(on(midnight - 60_000));
  });
});
