/** Sums a message works out itself, of figures that are right: 459减40再减15是404. */

import type { KnownFigures } from '#engine/prepare/known-figures.ts';
import type { Value } from '#language/reading/value.ts';

const CENTS = 100;
const cents = (is: number): number => Math.round(is * CENTS);
/** Most other figures of a message that are tried: no reckoning has more. The rest are left out. */
const MAX_OTHER_FIGURES = 8;
/** 12颗坏8颗: a figure up to this may be a count of pieces. */
const MAX_PIECES = 200;

const isSum = ({ kind }: Value): boolean => kind === 'amount' || kind === 'number';

/** The right sums of each case, in cents, collected once and not for each figure of a turn. */
const collected = new WeakMap<KnownFigures, ReadonlySet<number>>();
function knownCents(universe: KnownFigures): ReadonlySet<number> {
  const found =
    collected.get(universe) ??
    new Set([...(universe.byKind.get('amount') ?? []).map(({ value }) => cents(value.quantity)), ...universe.sums]);
  collected.set(universe, found);
  return found;
}

/**
 * Whether a sum comes of the other figures of its message: a sum or difference of two or three, a share, a multiple or
 * a part, or so many of so many pieces.
 */
export function isComputedSum(said: Value, message: readonly Value[], universe: KnownFigures): boolean {
  const known = knownCents(universe);
  // One of the first `MAX_OTHER_FIGURES` and one more may be the sum itself.
  const others = message
    .slice(0, MAX_OTHER_FIGURES + 1)
    .filter((value) => value.start !== said.start)
    .slice(0, MAX_OTHER_FIGURES);
  const right = others
    .filter((value) => isSum(value) && known.has(cents(value.quantity)))
    .map(({ quantity }) => quantity);
  const counts = others
    .filter((value) => value.quantity > 0 && value.quantity <= MAX_PIECES && value.kind !== 'percent')
    .map(({ quantity }) => quantity);
  const shares = others
    .filter(({ kind, quantity }) => kind === 'percent' || quantity < 1)
    .map(({ quantity }) => quantity);
  const goal = cents(said.quantity);
  const hits = (is: number): boolean => cents(is) === goal;
  const signed = [...right, ...right.map((sum) => -sum)];
  return right.some(
    (a) =>
      signed.some((b) => hits(a + b) || signed.some((c) => hits(a + b + c))) ||
      shares.some((share) => hits(a * share)) ||
      counts.some((many) => hits(a * many) || hits(a / many) || counts.some((of) => hits((a * many) / of))),
  );
}
