import type { StackLook } from '#client/ui/charts/stacked-bar.tsx';
import type { AnatomyRound, SegmentKind } from '#contract/anatomy.ts';

export const LOOKS: Record<SegmentKind, StackLook> = {
  unseen: 'pale',
  thought: 'even',
  'looked-up': 'hatched',
  typed: 'dark',
  untimed: 'outline',
};

/** The kinds in the order in which a reply goes through them. */
export const KINDS = ['unseen', 'thought', 'looked-up', 'typed'] as const;

export type ShownPart = { kind: SegmentKind; seconds: number; exact: number };

/** Whole seconds per part that add up to the round's whole seconds: the boundaries are rounded and not the parts. */
export const shownParts = (round: AnatomyRound): ShownPart[] => {
  let until = 0;
  let shown = 0;
  return round.segments.map(({ kind, seconds }) => {
    until += seconds;
    const before = shown;
    shown = Math.round(until);
    return { kind, seconds: shown - before, exact: seconds };
  });
};

/** Shown seconds of one kind; 0 where there are none. */
export const shownSeconds = (round: AnatomyRound, kind: SegmentKind): number =>
  shownParts(round).find((part) => part.kind === kind)?.seconds ?? 0;

/** The parts for a bar whose whole width stands for `longest` seconds. */
export const barOf = (round: AnatomyRound, longest: number) =>
  round.segments.map(({ kind, seconds }) => ({ id: kind, share: seconds / Math.max(1, longest), look: LOOKS[kind] }));

export const isTimed = (round: AnatomyRound): boolean => round.segments.some(({ kind }) => kind !== 'untimed');

/** Each name or title once, with how often it came. */
export const countedTitles = (titles: readonly string[]): { title: string; count: number }[] =>
  [...new Set(titles)].map((title) => ({ title, count: titles.filter((other) => other === title).length }));
