/** An operation that a case needs shows on the desk what the customer then asks for. */
import { describe, expect, it } from 'vitest';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { needsOf, ordersOf, questionsOf } from '#library/view/case-view.ts';
import { library } from '#tests/support/library.ts';

const cases = library.files.cases.flatMap(({ scenario }) => scenario.value ?? []);

/** The operations that a case wants done: in needs, in duties and before questions. */
const wanted = (authored: AuthoredScenario): Set<string | undefined> =>
  new Set([
    ...needsOf(authored).map(({ need }) => need.do),
    ...questionsOf(authored).flatMap(({ question }) =>
      (question.first ?? []).flatMap((first) => (typeof first === 'string' ? [] : first.do)),
    ),
  ]);

describe('[T18] an operation that looks something up', () => {
  it.each([
    ['check-order', 'inside'],
    ['check-logistics', 'tracking'],
  ] as const)('%s shows something wherever it is owed', (deed, shows) => {
    const blind = cases.filter(
      (authored) =>
        wanted(authored).has(deed) && !ordersOf(authored).some(({ order }) => (order[shows] ?? []).length > 0),
    );
    expect(blind.map(({ id }) => id)).toEqual([]);
  });
});

describe('the shipped cases', () => {
  it('give a ground for every must point', () => {
    const musts = cases.flatMap((authored) =>
      questionsOf(authored).flatMap(({ question }) => question.points.filter(({ must }) => must)),
    );
    expect(musts.length).toBeGreaterThan(500);
    expect(musts.filter(({ ground }) => ground === undefined)).toEqual([]);
  });
});
