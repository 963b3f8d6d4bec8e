/** The part of a library just read that is kept for drills. */

import type { Scenario } from '#engine/model/content.ts';
import type { Library } from '#library/load.ts';
import { withExemplars } from '#library/reading/exemplars.ts';
import { withSelfTest } from '#library/self-test/bank-questions.ts';
import type { CatalogData } from './library-catalog.ts';

/** The part of the library that can be drilled: a case whose shop, persona or platform is missing is left out. */
export const toCatalogData = (library: Library): CatalogData => {
  const rubric = library.rubrics[0];
  if (rubric === undefined) throw new Error('the library has no rubric');
  const isPlayable = ({ shop, customer }: Scenario): boolean => {
    const platform = library.shops.get(shop)?.platform;
    return platform !== undefined && library.platforms.has(platform) && library.personas.has(customer.persona);
  };
  const marks = library.remarks;
  const whole = [...library.scenarios.values()].filter(isPlayable);
  return {
    data: {
      // The testplans aren't kept, but their example sentences for the points are.
      scenarios: whole.map((scenario) => withExemplars(scenario, library.testplans.get(scenario.id))),
      shops: [...library.shops.values()],
      personas: [...library.personas.values()],
      actions: library.actions,
      rubric,
      platforms: [...library.platforms.values()],
      types: library.types,
      pictures: library.pictures,
    },
    marks,
    templates: [...library.templates.values()],
    short: [...library.short.values()].filter(({ scenario }) => isPlayable(scenario)),
    rush: library.rush,
    tasks: [...library.tasks.values()],
    parts: [...library.parts.values()].filter(({ scenario }) => isPlayable(scenario)),
    bank: withSelfTest(library.bank, { shops: [...library.shops.values()], marks, findings: rubric.findings }),
    typing: library.typing,
    stages: library.stages,
    tradeYear: library.tradeYear,
    lead: library.lead,
    shopFacts: [...library.shopFacts.values()],
  };
};
