/** The server takes 0 to 999999. */
const SEED_COUNT = 1_000_000;

/** The number in the address; null: none that the server would take. */
export const seedIn = (search: URLSearchParams): number | null => {
  const text = search.get('seed') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
};

/** A random first seed. The next ones count up from it, so that the same five cards don't come twice in a row. */
export const randomSeed = (): number => Math.floor(Math.random() * SEED_COUNT);

export const nextSeed = (seed: number): number => (seed + 1) % SEED_COUNT;
