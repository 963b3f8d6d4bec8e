/** What goes wrong in a term's drills: counted by trainee, by run, and against which cases. */
import { describe, expect, test } from 'vitest';
import { MOST_RUNS, type PlayedRun, termFaults } from '#classroom/terms/faults.ts';
import type { DrillResult, FaultCount } from '#contract/results.ts';
import { CASES, dataOf } from '#tests/learning/support/play.ts';

const catalog = dataOf(CASES);
const late = (count: number, marks: number): FaultCount => ({
  ...{ code: 'slow-first', family: 'late', title: '首响慢' },
  ...{ count, marks },
});
const vague: FaultCount = { code: 'vague', family: 'evading', title: '答得含糊', count: 1, marks: 4 };
const drill = (by: string, ...faults: FaultCount[]) => ({ by, result: { faults } as unknown as DrillResult });
const run = (id: string, day: string, ...drills: PlayedRun['drills']): PlayedRun => ({
  ...{ run: id, name: `第 ${id} 次`, day, drills, scenarios: ['bargaining/rival-forty'] },
});

describe('the faults of a term [J8]', () => {
  test('count each trainee once, and each run by the share of its trainees', () => {
    const { trainees, runs, faults } = termFaults(
      [
        run('1', '2026-11-16', drill('jia', late(2, 6), late(1, 1.3)), drill('yi', late(1, 2), vague), drill('bing')),
        run('2', '2026-11-18'),
        run('3', '2026-11-20', drill('jia', late(1, 2)), drill('yi'), drill('bing'), drill('ding')),
      ],
      catalog,
    );
    expect(trainees).toBe(4);
    expect(runs.map(({ day, trainees: came }) => [day, came])).toEqual([
      ['2026-11-16', 3],
      ['2026-11-18', 0],
      ['2026-11-20', 4],
    ]);
    expect(faults).toEqual([
      { family: 'late', name: '响应慢', trainees: 2, count: 5, marks: 11.3, percent: [67, null, 25] },
      { family: 'evading', name: expect.any(String), trainees: 1, count: 1, marks: 4, percent: [33, null, 0] },
    ]);
  });

  test('ask for cases against the one that cost most, which are others than those played', () => {
    const { cases } = termFaults([run('1', '2026-11-16', drill('jia', late(3, 9), vague))], catalog);
    expect(cases).toHaveLength(3);
    for (const { scenario, title, why } of cases) {
      expect(scenario).not.toBe('bargaining/rival-forty');
      expect([title, why]).not.toContain('');
    }
    expect(cases[0]?.why).toContain('响应慢');
    expect(cases.map(({ why }) => why).join()).not.toContain('这一场');
  });

  test('show the latest runs only, while the sums are of all', () => {
    const many = Array.from({ length: MOST_RUNS + 2 }, (_, n) =>
      run(`${n}`, `2026-11-${n + 10}`, drill('jia', late(1, 1))),
    );
    const { runs, faults } = termFaults(many, catalog);
    expect(runs.map(({ run: id }) => id)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9']);
    expect(faults[0]).toMatchObject({ count: MOST_RUNS + 2, trainees: 1, percent: Array(MOST_RUNS).fill(100) });
  });

  test('are none before anything was published', () => {
    expect(termFaults([], catalog)).toMatchObject({ trainees: 0, runs: [], faults: [] });
  });
});
