/** Places, teams, the frozen board and the unveiling, by times and marks alone. */
import { describe, expect, test } from 'vitest';
import { leadOf } from '#classroom/contests/lead.ts';
import { phaseOf, shownUntil, unveiledRows } from '#classroom/contests/phases.ts';
import { type Contestant, markOf, type Round, ranking, teamRanking } from '#classroom/contests/ranking.ts';
import type { ContestRules } from '#contract/contests/rules.ts';

const round = (score: number, over: Partial<Round> = {}): Round => ({
  ...{ drill: `d${score}`, endedAt: 100, score, redLines: 0, firstS: 20 },
  ...over,
});
const contestant = (key: string, rounds: Round[], over: Partial<Contestant> = {}): Contestant => ({
  ...{
    key,
    run: 'r1',
    school: 's1',
    team: '一班',
    label: key,
    listed: true,
    name: `真名${key}`,
    seat: key,
    person: null,
    guest: null,
  },
  ...{ rounds, ...over },
});
const ONE = { counted: 1 };
const placesOf = (rows: readonly { key: string; place: number }[]) => rows.map(({ key, place }) => `${place}${key}`);

describe('[J53] a contestant’s mark', () => {
  test('is the sum of the best rounds, with their red lines and the mean of their first responses', () => {
    const rounds = [
      round(70, { redLines: 2, firstS: 10 }),
      round(90.25, { redLines: 1, firstS: 30 }),
      round(80, { firstS: null }),
    ];
    expect(markOf(contestant('a', rounds), { counted: 2 })).toMatchObject({
      ...{ total: 170.3, redLines: 1, firstS: 30, rounds: 3, drills: ['d90.25', 'd80'] },
    });
    expect(markOf(contestant('a', rounds), ONE)).toMatchObject({ total: 90.3, firstS: 30 });
    expect(markOf(contestant('a', []), ONE)).toBeNull();
  });

  test('takes of equal rounds the one with fewer red lines, then the faster, then the earlier', () => {
    const best = (rounds: Round[]) => markOf(contestant('a', rounds), ONE)?.drills;
    const [first, second] = [round(80, { drill: 'x' }), round(80, { drill: 'y' })];
    expect(best([{ ...first, redLines: 1 }, second])).toEqual(['y']);
    expect(best([{ ...first, firstS: 21 }, second])).toEqual(['y']);
    expect(best([{ ...first, firstS: null }, second])).toEqual(['y']);
    expect(best([{ ...first, endedAt: 200 }, second])).toEqual(['y']);
    expect(best([first, { ...second, endedAt: 200 }])).toEqual(['x']);
  });
});

describe('[J53] places', () => {
  test('follow the total, then fewer red lines, then the faster first response, and are shared by equals', () => {
    const rows = ranking(
      [
        contestant('a', [round(80)]),
        contestant('b', [round(80, { redLines: 1, firstS: 1 })]),
        contestant('c', [round(80, { firstS: 19 })]),
        contestant('d', [round(80)]),
        contestant('e', [round(81, { redLines: 9 })]),
        contestant('f', [round(80, { firstS: null })]),
        contestant('g', []),
      ],
      ONE,
    );
    expect(placesOf(rows)).toEqual(['1e', '2c', '3a', '3d', '5f', '6b']);
  });

  test('of teams follow the mean of the best, whose missing people count as 0', () => {
    const rows = ranking(
      [
        contestant('a', [round(90)]),
        contestant('b', [round(60)]),
        contestant('c', [round(10)]),
        contestant('x', [round(99, { redLines: 1 })], { run: 'r2', team: '二班' }),
      ],
      ONE,
    );
    const teams = teamRanking(rows, { teamBest: 2 }, ({ run, team }) => ({ key: run, team }));
    expect(teams).toEqual([
      { key: 'r1', team: '一班', of: 2, people: 3, total: 75, redLines: 0, firstS: 20, place: 1 },
      { key: 'r2', team: '二班', of: 1, people: 1, total: 49.5, redLines: 1, firstS: 20, place: 2 },
    ]);
  });
});

const rules = { opensAt: 1000, closesAt: 601_000, freezeMinutes: 5 } as ContestRules;
const times = { rules, unveiled: null, openedAt: null };

describe('[J55] the phases', () => {
  test('follow from the times, and each moment belongs to what it ends', () => {
    const at = (now: number) => phaseOf(times, now);
    expect([at(999), at(1000), at(301_000), at(301_001), at(601_000), at(601_001)]).toEqual([
      ...['before', 'open', 'open', 'frozen', 'frozen', 'closed'],
    ]);
    expect(phaseOf({ ...times, unveiled: 0 }, 700_000)).toBe('unveiling');
    expect(phaseOf({ ...times, unveiled: 9, openedAt: 5 }, 700_000)).toBe('told');
    expect(phaseOf({ ...times, rules: { ...rules, freezeMinutes: 0 } }, 600_000)).toBe('open');
  });

  test('a frozen board counts no round that ended in the last minutes, until all is told', () => {
    const all = [contestant('a', [round(50, { endedAt: 300_000 }), round(99, { endedAt: 301_001 })])];
    const totalIn = (phase: Parameters<typeof shownUntil>[1]) => ranking(all, ONE, shownUntil(times, phase))[0]?.total;
    expect([totalIn('open'), totalIn('frozen'), totalIn('closed'), totalIn('unveiling'), totalIn('told')]).toEqual([
      ...[99, 50, 50, 50, 99],
    ]);
  });

  test('another server’s rows are of the end: a frozen board has none of them', () => {
    const merged = { total: 88, redLines: 0, firstS: 9, rounds: 3 };
    const all = [contestant('a', [], { merged, from: '城西' })];
    expect(ranking(all, ONE, 5)).toEqual([]);
    expect(ranking(all, ONE)).toMatchObject([{ total: 88, rounds: 3, drills: [] }]);
  });
});

describe('[J56] the unveiling', () => {
  const frozen = ranking(
    ['a', 'b', 'c'].map((key, n) => contestant(key, [round(90 - n)])),
    ONE,
  );
  const final = ranking(
    [
      contestant('b', [round(95)]),
      contestant('d', [round(93)]),
      contestant('a', [round(90)]),
      contestant('c', [round(88)]),
    ],
    ONE,
  );
  const shown = (done: number) => unveiledRows(frozen, final, done).map(({ key, told }) => `${key}${told ? '!' : ''}`);

  test('goes from the last place upward and tells nothing of those above', () => {
    expect(shown(0)).toEqual(['a', 'b', 'c']);
    expect(shown(1)).toEqual(['a', 'b', 'c!']);
    expect(shown(2)).toEqual(['b', 'a!', 'c!']);
    // Who first came into the board in its last minutes is there once it is told.
    expect(shown(3)).toEqual(['b', 'd!', 'a!', 'c!']);
    expect(shown(4)).toEqual(['b!', 'd!', 'a!', 'c!']);
    expect(shown(9)).toEqual(shown(4));
    const untold = unveiledRows(frozen, final, 1).find(({ key }) => key === 'b');
    expect(untold).toMatchObject({ total: 89, place: 2 });
  });
});

describe('[J95] who leads', () => {
  const two = { counted: 2 };
  const rounds = (...all: [score: number, endedAt: number][]) =>
    all.map(([score, endedAt]) => round(score, { endedAt }));
  const a = contestant('a', rounds([70, 100], [60, 400]));
  const b = contestant('b', rounds([80, 200], [40, 500]));
  const told = (until: number) => {
    const lead = leadOf([a, b], two, until);
    return lead && [lead.leaders.map(({ key }) => key).join(), lead.margin?.n ?? null, lead.since];
  };

  test('is told with the margin and since when, as the rounds of that moment have it', () => {
    expect(told(99)).toBeNull();
    expect(told(150)).toEqual(['a', null, 100]);
    expect(told(300)).toEqual(['b', 10, 200]);
    expect(told(450)).toEqual(['a', 50, 400]);
    // The next round comes nearer and changes nothing about since when.
    expect(told(Number.POSITIVE_INFINITY)).toEqual(['a', 10, 400]);
  });

  test('is shared by equals, and falls to what decides where totals are equal', () => {
    const at = (key: string, over: Partial<Round>) => contestant(key, [round(80, { endedAt: 100, ...over })]);
    const lead = (...all: Contestant[]) => leadOf(all, ONE, 1000);
    expect(lead(at('x', {}), at('y', {}), at('z', { redLines: 2 }))).toMatchObject({
      ...{ leaders: [{ key: 'x' }, { key: 'y' }], margin: { by: 'redLines', n: 2 }, since: 100 },
    });
    expect(lead(at('x', {}), at('y', { firstS: 26.5 }))?.margin).toEqual({ by: 'firstS', n: 6.5 });
    expect(lead(at('x', {}), at('y', { firstS: null }))?.margin).toEqual({ by: 'firstS', n: null });
    // Another server's file is of the end.
    expect(lead(contestant('f', [], { merged: { total: 99, redLines: 0, firstS: 1, rounds: 1 } }))).toBeNull();
  });
});
