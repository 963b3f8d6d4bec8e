import type { EarlierAppeal } from '#contract/discussion.ts';

type Dispute<Ruling> = EarlierAppeal<Ruling> & { waits: boolean; earlier: readonly EarlierAppeal<Ruling>[] };
type Words<Ruling> = { appealed: (text: string) => string; ruled: (ruling: Ruling) => string; withdrawn: string };
/** `ended` null: it waits. */
export type DisputeItem = { appealed: string | null; ended: string | null };

/** What was said at one place, oldest first, in words. */
export const disputeItems = <Ruling>(
  { appeal, ruling, waits, earlier }: Dispute<Ruling>,
  { appealed, ruled, withdrawn }: Words<Ruling>,
): DisputeItem[] => {
  const said = (one: EarlierAppeal<Ruling>['appeal']) => (one === null ? null : appealed(one.text));
  const items = earlier.map((one) => ({
    appealed: said(one.appeal),
    ended: one.ruling === null ? withdrawn : ruled(one.ruling),
  }));
  if (waits) return [...items, { appealed: said(appeal), ended: null }];
  return ruling === null ? items : [...items, { appealed: said(appeal), ended: ruled(ruling) }];
};
