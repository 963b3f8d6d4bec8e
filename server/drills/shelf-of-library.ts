import type { Shelf } from '#drills/shelf.ts';
import { contentFor, type Library } from '#library/load.ts';

/** The part of the library that can be drilled: a case whose shop, persona, platform or rubric is missing is left out. */
export function shelfOf(library: Library): Shelf {
  const rubric = library.rubrics[0];
  if (rubric === undefined) throw new Error('the library has no rubric');
  const scenarios = [...library.scenarios.values()].filter(({ shop, customer }) => {
    const platform = library.shops.get(shop)?.platform;
    return platform !== undefined && library.platforms.has(platform) && library.personas.has(customer.persona);
  });
  return {
    data: {
      scenarios,
      shops: [...library.shops.values()],
      personas: [...library.personas.values()],
      actions: library.actions,
      rubric,
      platforms: [...library.platforms.values()],
      types: library.types,
    },
    contentFor: (ids) => contentFor(library, ids),
  };
}
