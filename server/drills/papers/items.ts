/**
 * How each question of a paper did (RULES X6). Facility (易度) is the mean credit. Discrimination (区分度) is the mean
 * credit of the best 27 % less that of the weakest 27 % by the whole paper's mark: T. L. Kelley, “The selection of upper
 * and lower groups for the validation of test items”, Journal of Educational Psychology 30 (1939), 17–24. Who has the
 * mark at a group's edge counts in it by the places that are left, so that no order among equals decides.
 */
import { sum } from '#scoring/log/arithmetic.ts';

export const GROUP_SHARE = 0.27;
/** With fewer a group has less than five, and one trainee moves the figure by more than a fifth. */
export const LEAST_FOR_DISCRIMINATION = 20;

/** Credits by question of a seat that began, 0 to 1 each. */
export type SeatCredits = ReadonlyMap<string, number>;
export type ItemFigures = { n: number; facility: number | null; discrimination: number | null };

type Weighted = { credits: SeatCredits; total: number };

/** Of each question among the seats that had it: all, unless each seat draws its own. */
export const itemFigures = (questions: readonly string[], seats: readonly SeatCredits[]): Map<string, ItemFigures> =>
  new Map(
    questions.map((id) => [
      id,
      figuresOf(
        id,
        seats.filter((credits) => credits.has(id)),
      ),
    ]),
  );

const figuresOf = (id: string, seats: readonly SeatCredits[]): ItemFigures => {
  const n = seats.length;
  if (n === 0) return { n, facility: null, discrimination: null };
  const facility = sum(seats.map((credits) => credits.get(id) ?? 0)) / n;
  if (n < LEAST_FOR_DISCRIMINATION) return { n, facility, discrimination: null };
  const marked = seats.map((credits): Weighted => ({ credits, total: sum([...credits.values()]) }));
  const size = Math.round(n * GROUP_SHARE);
  const [best, weakest] = [weightsOf(marked, size, 1), weightsOf(marked, size, -1)];
  return { n, facility, discrimination: meanOf(marked, best, id, size) - meanOf(marked, weakest, id, size) };
};

/** How much each seat counts in the group of `size` at the upper (`sign` 1) or lower end; equals count alike. */
const weightsOf = (seats: readonly Weighted[], size: number, sign: 1 | -1): number[] => {
  const edge = seats.map(({ total }) => sign * total).toSorted((a, b) => b - a)[size - 1] ?? 0;
  const beyond = seats.filter(({ total }) => sign * total > edge).length;
  const atEdge = seats.filter(({ total }) => sign * total === edge).length;
  return seats.map(({ total }) => {
    if (sign * total > edge) return 1;
    return sign * total === edge ? (size - beyond) / atEdge : 0;
  });
};

const meanOf = (seats: readonly Weighted[], weights: readonly number[], id: string, size: number): number =>
  sum(seats.map(({ credits }, index) => (weights[index] ?? 0) * (credits.get(id) ?? 0))) / size;
