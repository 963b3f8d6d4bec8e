import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '#contract/report.ts';
import { familyName } from '#scoring/marks/families.ts';
import { FAULT_FAMILIES } from '#scoring/marks/family-counts.ts';
import { caseOfFirst, familyToPractise, type JustPlayed, nextCases } from '#scoring/practice-advice/next-cases.ts';
import { practiceValue } from '#scoring/practice-advice/practice-value.ts';
import { caseOf, forty } from '#tests/scoring/support/library-of-forty.ts';

const played = (over: Partial<JustPlayed> = {}): JustPlayed => ({
  scenarios: [caseOf('promotion', 3).id],
  score: 72,
  pass: 60,
  excellent: 85,
  weakness: { family: 'operation', name: '操作', count: 3 },
  ...over,
});
const of = (over: Partial<JustPlayed> = {}, available = forty) =>
  nextCases(available, played(over)).map(({ scenario, why }) => {
    const found = forty.find(({ id }) => id === scenario);
    if (found === undefined) throw new Error(`no ${scenario}`);
    return { scenario: found, why };
  });
const WEAK = [null, ...FAULT_FAMILIES.map((family) => ({ family, name: familyName(family), count: 2 }))];

describe('the next cases out of forty', () => {
  it('are three with the same weakness to practise, near the level, each of another type', () => {
    const next = of();
    expect(next).toHaveLength(3);
    expect(new Set(next.map(({ scenario }) => scenario.type)).size).toBe(3);
    for (const { scenario } of next) {
      expect(scenario.type).not.toBe('promotion');
      expect(scenario.level).toBe(3);
    }
    const offers = next.map(({ scenario }) => practiceValue('operation', scenario));
    const best = forty.filter((s) => s.type !== 'promotion' && s.level === 3).map((s) => practiceValue('operation', s));
    expect(offers[0]).toBe(Math.max(...best));
    expect(offers).toEqual(offers.toSorted((a, b) => b - a));
  });

  it('begin, from the excellent threshold on, with the same type at the next level there is', () => {
    const [first, ...rest] = of({ score: 85 });
    expect(first?.scenario).toMatchObject({ type: 'promotion', level: 5 });
    expect(first?.why).toContain('这一类 85 分，可以上 5 级了');
    for (const { scenario } of rest) expect(scenario.type).not.toBe('promotion');
    const low = of({ score: 90, scenarios: [caseOf('promotion', 1).id] });
    expect(low[0]?.scenario).toMatchObject({ type: 'promotion', level: 3 });
    const top = of({ score: 90, scenarios: [caseOf('promotion', 5).id] });
    expect(top).toHaveLength(3);
    expect(top.every(({ scenario }) => scenario.type !== 'promotion')).toBe(true);
    expect(of({ score: 84.9 })[0]?.scenario.type).not.toBe('promotion');
  });

  it('[M99] call the score that of the whole drill where several customers came', () => {
    const why = of({ score: 85, scenarios: [caseOf('promotion', 3).id, caseOf('promotion', 1).id] })[0]?.why;
    expect(why).toContain('这一场 85 分，可以上');
  });

  it('include the case just played only below the pass, and then first, with that reason', () => {
    const again = of({ score: 52 });
    expect(again[0]?.scenario.id).toBe(caseOf('promotion', 3).id);
    expect(again[0]?.why).toContain('这一场 52 分，没到 60，再来一遍，先改「操作」');
    expect(again.slice(1).every(({ why }) => !why.includes('再来一遍'))).toBe(true);
    // What another case teaches is its answer.
    expect(again.map(({ scenario, why }) => why.includes(scenario.teaches))).toEqual([true, false, false]);
    for (const score of [60, 72, 90, 100, null])
      expect(of({ score }).map(({ scenario }) => scenario.id)).not.toContain(caseOf('promotion', 3).id);
  });

  it('include, after several at once, the one of them that gives most to practise', () => {
    const scenarios = [caseOf('promotion', 3), caseOf('quality-claim', 3), caseOf('bargaining', 3)];
    const [first] = of({ score: 40, scenarios: scenarios.map(({ id }) => id) });
    const most = Math.max(...scenarios.map((s) => practiceValue('operation', s)));
    expect(first && practiceValue('operation', first.scenario)).toBe(most);
  });

  it('[M196] include, after several at once, the one in which what to change first was done', () => {
    const scenarios = ['promotion', 'quality-claim', 'bargaining'].map((type) => caseOf(type, 3).id);
    for (const faulted of scenarios) expect(of({ score: 40, scenarios, faulted })[0]?.scenario.id).toBe(faulted);
    const findings = [{ id: 'f1', conversation: 'c2' }] as ReportFinding[];
    const first = { findings: ['f1'] } as unknown as Report['first'];
    const conversations = ['c1', 'c2'].map((key) => ({ conversation: { key, scenarioId: `case-${key}` } }));
    expect(caseOfFirst({ first, findings }, conversations)).toBe('case-c2');
    expect(caseOfFirst({ first: null, findings }, conversations)).toBeNull();
  });

  it('are a level higher where nothing cost a mark', () => {
    for (const { scenario } of of({ weakness: null, score: 97, scenarios: [caseOf('bargaining', 1).id] }))
      expect(scenario.level).toBe(3);
  });

  it('never have one sentence twice, and name the fault, the level and the case’s own figures', () => {
    for (const weakness of WEAK) {
      for (const score of [30, 70, 95, null]) {
        for (const { id, type } of forty) {
          const next = of({ weakness, score, scenarios: [id] });
          const elsewhere = next
            .slice(score === null || (score >= 60 && score < 85) ? 0 : 1)
            .map((one) => one.scenario.type);
          expect(elsewhere).not.toContain(type);
          expect(new Set(elsewhere).size).toBe(elsewhere.length);
          const sentences = next.flatMap(({ why }) => why.split('。')).filter((text) => text !== '');
          expect(new Set(sentences).size).toBe(sentences.length);
          // The part behind the colon comes from the case, so no two are alike.
          const tails = next.map(({ why }) => why.split('：').at(-1));
          expect(new Set(tails).size).toBe(tails.length);
        }
      }
    }
    const [first, second, third] = of().map(({ why }) => why);
    expect(first).toMatch(/这一场「操作」一类 3 次，同是 3 级：.*\d 步操作.*练先核对再点/);
    expect(second).toMatch(/换一类再练「操作」，同是 3 级：/);
    expect(third).toMatch(/还有一类也练「操作」，同是 3 级：/);
  });

  it('are the same whatever the order of the cases', () => {
    const there = of({}, forty).map(({ scenario }) => scenario.id);
    expect(of({}, forty.toReversed()).map(({ scenario }) => scenario.id)).toEqual(there);
    expect(
      of(
        {},
        forty.toSorted((a, b) => a.title.localeCompare(b.title)),
      ).map(({ scenario }) => scenario.id),
    ).toEqual(there);
  });

  it('are fewer where there are few cases, and never an incident', () => {
    const [one, two] = forty;
    if (!one || !two) throw new Error('no cases');
    const own = { scenarios: [one.id] };
    expect(of(own, [one])).toEqual([]);
    expect(of({ ...own, score: 20 }, [one]).map(({ scenario }) => scenario.id)).toEqual([one.id]);
    expect(of(own, [one, { ...two, incident: { title: '', notice: null } }])).toEqual([]);
    const same = caseOf(one.type, 3);
    expect(of(own, [one, same]).map(({ scenario }) => scenario.id)).toEqual([same.id]);
  });
});

describe('[M113] the family to practise', () => {
  const doubt = (id: string, family: string, more: Partial<ReportFinding> = {}) =>
    ({ id, family, unsure: true, ruling: null, severity: 'mild', ...more }) as unknown as ReportFinding;
  const marks: Record<string, number> = { f1: 1.2, f2: 3.7, f3: 1.5 };
  const of = (findings: readonly ReportFinding[], first: Report['first'] = null) =>
    familyToPractise({ first, findings: [...findings] }, ({ id }) => marks[id] ?? 0);

  it('is that of what to change first, else that of which doubts hold back most', () => {
    const findings = [doubt('f1', 'manner'), doubt('f2', 'wrong'), doubt('f3', 'manner')];
    expect(of(findings)).toBe('wrong');
    expect(of(findings, { family: 'late' } as Report['first'])).toBe('late');
  });

  it('is none where nothing was charged, or what was in doubt was ruled on or is praise', () =>
    expect(of([doubt('f1', 'wrong', { unsure: false }), doubt('f2', 'wrong', { severity: 'merit' })])).toBeNull());

  it('decides which of several types as near is the next level', () => {
    const scenarios = forty.filter(({ level }) => level === 1).map(({ id }) => id);
    const up = (family: string) => {
      const [first] = nextCases(forty, played({ scenarios, score: 95, weakness: { family, name: '', count: 1 } }));
      const found = forty.find(({ id }) => id === first?.scenario);
      if (found === undefined) throw new Error('none');
      const near = forty.filter(({ level }) => level === found.level);
      return [practiceValue(family, found), Math.max(...near.map((other) => practiceValue(family, other)))];
    };
    for (const family of ['wrong', 'operation']) {
      const [chosen, best] = up(family);
      expect(chosen).toBe(best);
    }
  });
});
