import { fileURLToPath } from 'node:url';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { library } from '#tests/support/library.ts';

export const top = fileURLToPath(new URL('../..', import.meta.url));

export { library };
/** The cases that ship. */
export const shippedCatalog = catalogOf(toCatalogData(library));

/** One case of each type: enough to meet every kind of event. */
export const oneOfEachType: string[] = [
  ...new Map([...library.scenarios.values()].map(({ type, id }) => [type, id])).values(),
];
