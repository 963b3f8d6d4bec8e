/** The server takes 0 to 999999. */
const SEEDS = 1_000_000;

/** The number in the address; null: none that the server would take. */
export const seedIn = (search: URLSearchParams): number | null => {
  const text = search.get('seed') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
};

/** A random first seed. The next ones count up from it, so that the same five cards don't come twice in a row. */
export const anySeed = (): number => Math.floor(Math.random() * SEEDS);

export const nextSeed = (seed: number): number => (seed + 1) % SEEDS;
