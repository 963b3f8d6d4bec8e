import { describe, expect, it } from 'vitest';
import { forecast } from '#client/features/classroom/new-run/forecast.ts';
import {
  draftFaults,
  initialDraft,
  planOfDraft,
  spareMinutes,
  withTemplate,
} from '#client/features/classroom/new-run/run-draft.ts';
import { card } from '#tests/client/fixtures/cards.ts';
import { plan, template } from '#tests/client/fixtures/people.ts';

const cards = [
  card({ id: 'a/a', title: '甲', minutes: 6 }),
  card({ id: 'b/b', title: '乙', minutes: 6 }),
  card({ id: 'c/c', title: '丙', minutes: 6 }),
];

describe('the forecast of a plan', () => {
  it('brings one more customer every third of the drill with the ladder', () => {
    const ladder = forecast({ arrivals: 'ladder', minutes: 12 }, cards);
    expect(ladder.steps).toEqual([
      { atMin: 0, customerCount: 1 },
      { atMin: 4, customerCount: 2 },
      { atMin: 6, customerCount: 1 },
      { atMin: 8, customerCount: 2 },
      { atMin: 10, customerCount: 1 },
    ]);
    expect(ladder).toMatchObject({ maxCustomers: 2, busiestMin: 4, casesMin: 18, unfinishedTitles: ['丙'] });
  });

  it('brings all customers at once with together, and one every twenty seconds with spaced', () => {
    expect(forecast({ arrivals: 'together', minutes: 12 }, cards).steps).toEqual([
      { atMin: 0, customerCount: 3 },
      { atMin: 6, customerCount: 0 },
    ]);
    expect(forecast({ arrivals: 'spaced', minutes: 12 }, cards).steps[1]).toEqual({ atMin: 1 / 3, customerCount: 2 });
  });

  it('brings nobody without cases', () => {
    expect(forecast({ arrivals: 'spaced', minutes: 12 }, [])).toMatchObject({
      maxCustomers: 0,
      casesMin: 0,
      unfinishedTitles: [],
    });
  });
});

describe('a draft', () => {
  const plain = { ...initialDraft('周五上午场', ''), scenarios: ['promotion/a'] };

  it('gives a template’s own plan back when nothing was changed', () => {
    expect(planOfDraft(withTemplate(plain, template()))).toEqual(plan());
  });

  it('has one length of the drill for the timetable and the plan', () => {
    expect(spareMinutes(plain)).toBe(5);
    const long = { ...plain, minutes: 20 };
    expect(spareMinutes(long)).toBe(-3);
    expect(planOfDraft(long).stages).toContainEqual({ kind: 'drill', minutes: 20 });
    expect(planOfDraft(long).stages.some(({ kind }) => kind === 'spare')).toBe(false);
    expect(planOfDraft({ ...plain, timed: false }).stages).toEqual([]);
  });

  it('names the fields that can’t be sent', () => {
    expect(draftFaults({ ...plain, name: ' ', scenarios: [], minutes: 1, pace: 0 })).toEqual([
      'name',
      'scenarios',
      'minutes',
      'pace',
    ]);
  });
});
