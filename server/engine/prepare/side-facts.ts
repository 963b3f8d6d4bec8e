/**
 * Side facts: what a customer knows and no duty, need or question wants (RULES T71). They are told to whoever asks and
 * count for nothing: who never asks loses nothing by it. A beat that `tells` one says otherwise what it was about.
 */
import type { Need, Scenario } from '#engine/model/content.ts';

const wantedByNeed = ({ ask, after }: Need): string[] => [
  ...(ask === null ? [] : [ask]),
  ...after.flatMap((condition) => ('ask' in condition ? [condition.ask] : [])),
];

const madeOnce = new WeakMap<Scenario, ReadonlySet<string>>();

const sideFactsIn = ({ customer, beats, duties }: Scenario): ReadonlySet<string> => {
  const wanted = new Set([
    ...duties.flatMap(wantedByNeed),
    ...beats.flatMap(({ needs, asks }) => [
      ...needs.flatMap(wantedByNeed),
      ...asks.flatMap(({ first = [] }) => first.flatMap((deed) => (typeof deed === 'string' ? [deed] : []))),
    ]),
  ]);
  // A fact with a model is one that trainees are to ask for; the check names it where nothing wants it.
  return new Set(
    customer.knows
      .filter(({ id, do: action, model }) => !wanted.has(id) && action === null && !model)
      .map(({ id }) => id),
  );
};

/** The ids of a case's side facts. */
export const sideFactsOf = (scenario: Scenario): ReadonlySet<string> => {
  const ids = madeOnce.get(scenario) ?? sideFactsIn(scenario);
  madeOnce.set(scenario, ids);
  return ids;
};
