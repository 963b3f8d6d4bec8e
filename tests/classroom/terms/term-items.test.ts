import { describe, expect, test } from 'vitest';
import { dayIn, isIn, itemOf, kindOf, runsIn, stateOf, termRow } from '#classroom/terms/term-items.ts';
import { daysOf, termSchema } from '#contract/terms/term.ts';
import type { Run } from '#storage/runs.ts';
import { homework, paper, parts, run } from '#tests/classroom/terms/support/term-runs.ts';
import { aTerm } from '#tests/storage/seat-work/terms-contract.ts';

const DAY = '2026-11-05';
const at = (day: string, hour = 10): number => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`).getTime();
const NOW = at(DAY, 12);

describe('what lies in a term', () => {
  test('a lesson lies where it began, homework and exams where they are due, and both days count [J1]', () => {
    const term = aTerm('m1', { firstDay: DAY, lastDay: '2026-11-06' });
    const days = (all: Run[]) => runsIn(term, all).map(({ id }) => id);
    expect(days([run('a', { startedAt: at('2026-11-06', 23) }), run('b', { startedAt: at(DAY, 0) })])).toEqual([
      'b',
      'a',
    ]);
    expect(days([run('a', { startedAt: at('2026-11-07', 0) }), run('b', { startedAt: at('2026-11-04', 23) })])).toEqual(
      [],
    );
    const late = run('h', { createdAt: at('2026-11-01'), startedAt: at('2026-11-01'), plan: homework(at(DAY)) });
    expect(dayIn(late)).toBe(DAY);
    expect(dayIn(run('n', { startedAt: null, createdAt: at('2026-11-04') }))).toBe('2026-11-04');
    expect(isIn(term, '2026-11-06')).toBe(true);
    expect(days([late])).toEqual(['h']);
  });

  test('a paper, an exam of parts and an exam at the desk are exams; a re-sit is no exam of its own [J1]', () => {
    const exam = run('e', { plan: { ...run('x').plan, mode: 'exam' } });
    const runs = [
      run('l'),
      run('h', { plan: homework(at(DAY)) }),
      run('p', { plan: paper() }),
      exam,
      run('q', { plan: parts(at(DAY)) }),
      run('r', { plan: parts(at(DAY), 'q') }),
    ];
    expect(runs.map(kindOf)).toEqual(['lesson', 'homework', 'exam', 'exam', 'exam', 'resit']);
    expect(termRow(aTerm('m1'), runs)).toMatchObject({ runs: 1, homework: 1, exams: 3 });
  });

  test('a contest is a kind of its own and no exam, though it is held in exam mode [J73]', () => {
    const plan = { ...homework(at(DAY)), mode: 'exam' as const, contest: { id: 'k1', seed: 7 } };
    const contest = run('k', { plan: plan as Run['plan'] });
    expect(itemOf({ ...contest, seats: 6, joined: 2 }, NOW)).toMatchObject({
      ...{ kind: 'contest', form: 'contest', contest: 'k1', day: DAY },
    });
    expect(termRow(aTerm('m1'), [contest])).toMatchObject({ runs: 0, homework: 0, exams: 0, contests: 1 });
  });

  test('says how each stands, and whether its marks are published [J1]', () => {
    expect(stateOf(run('a', { stage: 'join', startedAt: null }), NOW)).toBe('planned');
    expect(stateOf(run('a', { stage: 'drill' }), NOW)).toBe('going');
    expect(stateOf(run('a', { stage: 'debrief' }), NOW)).toBe('ended');
    const open = run('h', { plan: homework(NOW + 1) });
    expect([stateOf(open, NOW), stateOf(open, NOW + 2), stateOf(open, at('2026-10-01'))]).toEqual([
      'going',
      'ended',
      'planned',
    ]);
    const item = itemOf({ ...run('a', { publishedAt: 9 }), seats: 3, joined: 2 }, NOW);
    expect(item).toMatchObject({ run: 'a', form: 'lesson', published: true, seats: 3, joined: 2 });
    const atOnce = { ...run('x').plan, results: 'at-once' as const };
    expect(itemOf({ ...run('a', { plan: atOnce }), seats: 1, joined: 0 }, NOW).published).toBe(true);
  });

  test('a term that ends before it begins, or lasts longer than a year, is refused at the door [J1]', () => {
    const term = (firstDay: string, lastDay: string) =>
      termSchema.safeParse({ name: '秋季', firstDay, lastDay }).success;
    expect(term('2026-09-01', '2026-09-01')).toBe(true);
    expect(term('2026-09-02', '2026-09-01')).toBe(false);
    expect(daysOf('2026-01-01', '2027-01-01')).toBe(366);
    expect(term('2026-01-01', '2027-01-01')).toBe(true);
    expect(term('2026-01-01', '2027-01-02')).toBe(false);
    expect(term('2026-02-30', '2026-03-01')).toBe(false);
  });
});
