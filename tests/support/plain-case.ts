/** A shipped case on a card without exemplars: finding those of another card than the usual one takes longer than all else. */
import type { Scenario } from '#engine/model/content.ts';
import { templateIn } from '#library/load.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { variantOn } from '#library/reading/variant-scenario.ts';
import { scenarioFile } from '#library/schema/scenario.ts';
import type { Card } from '#library/variations/card.ts';
import { library } from './library.ts';

/** The scenario as a drill pins it, but for the exemplars of its points. */
export const plainCase = (id: string, card: Card): Scenario => {
  const template = templateIn(library, id);
  if (template !== undefined) {
    const { scenario, mark } = variantOn(template, library.shopFacts, card);
    return { ...toScenario(scenarioFile.parse(scenario.value)), id, variant: mark };
  }
  const scenario = library.scenarios.get(id) ?? library.parts.get(id)?.scenario;
  if (scenario === undefined) throw new Error(`no case ${id}`);
  return scenario;
};
