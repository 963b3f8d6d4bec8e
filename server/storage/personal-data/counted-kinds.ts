import type { Counted, KeptKind } from '#contract/personal-data/erasing.ts';

/** One figure a kind; kinds of which there is nothing are left out. */
export const sumByKind = (all: readonly Counted<KeptKind>[]): Counted<KeptKind>[] => {
  const sums = new Map<KeptKind, number>();
  for (const { what, n } of all) sums.set(what, (sums.get(what) ?? 0) + n);
  return nonZero([...sums].map(([what, n]) => ({ what, n })));
};

export const nonZero = <K>(counted: readonly Counted<K>[]): Counted<K>[] => counted.filter(({ n }) => n > 0);
