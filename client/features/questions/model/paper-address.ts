import type { Address } from '#client/lib/endpoints.ts';
import { nextSeed } from '#client/lib/hooks/use-seed.ts';

const NAMES = ['topic', 'own', 'level', 'count', 'only'] as const;
type Chosen = Partial<Record<(typeof NAMES)[number] | 'seed', string | null>>;

const chosenIn = (search: URLSearchParams): Chosen => Object.fromEntries(NAMES.map((name) => [name, search.get(name)]));

/** What the address of a paper's page asks of the server, which refuses what it can't take. */
export const paperAddress = (search: URLSearchParams, seed: string): Address<'GET /api/questions/paper'> => {
  const chosen = Object.entries(chosenIn(search)).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(chosen), seed };
};

/** The page of a paper of what is chosen; without a seed the page draws one. */
export const paperPath = (chosen: Chosen): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) if (value !== null) search.set(name, value);
  return `/questions/paper?${search.toString().replaceAll('%2C', ',')}`;
};

/** The same choice with the seed after this one. */
export const nextPaperPath = (search: URLSearchParams, seed: string): string =>
  paperPath({ ...chosenIn(search), seed: nextSeed(seed) });
