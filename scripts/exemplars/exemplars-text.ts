/** The text of `scenarios/exemplars.json`: every shipped case's exemplars, found anew. */
import { join } from 'node:path';
import { loadLibrary } from '#library/load.ts';
import { findExemplars, sourceOf } from '#library/reading/exemplars.ts';
import type { StoredExemplars } from '#library/reading/stored-exemplars.ts';

export const exemplarsText = (): string => {
  const { library } = loadLibrary(join(import.meta.dirname, '../../scenarios'));
  const all: StoredExemplars = Object.fromEntries(
    [...library.scenarios.values()]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((scenario) => {
        const testplan = library.testplans.get(scenario.id);
        return [scenario.id, { of: sourceOf(scenario, testplan), found: findExemplars(scenario, testplan) }];
      }),
  );
  return `${JSON.stringify(all, null, 1)}\n`;
};
