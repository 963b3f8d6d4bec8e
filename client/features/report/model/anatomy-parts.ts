import type { StackLook } from '#client/ui/charts/stacked-bar.tsx';
import type { AnatomyRound, SegmentKind } from '#contract/anatomy.ts';

export const SEGMENT_LOOKS: Record<SegmentKind, StackLook> = {
  unseen: 'pale',
  thought: 'even',
  'looked-up': 'hatched',
  typed: 'dark',
  untimed: 'outline',
};

/** The kinds in the order in which a reply goes through them. */
export const SEGMENT_KINDS = ['unseen', 'thought', 'looked-up', 'typed'] as const;

export type ShownPart = { kind: SegmentKind; seconds: number; exactSeconds: number };

/** Whole seconds per part that add up to the round's whole seconds: the boundaries are rounded and not the parts. */
export const shownParts = (round: AnatomyRound): ShownPart[] => {
  let exactEnd = 0;
  let shownEnd = 0;
  return round.segments.map(({ kind, seconds }) => {
    exactEnd += seconds;
    const shownStart = shownEnd;
    shownEnd = Math.round(exactEnd);
    return { kind, seconds: shownEnd - shownStart, exactSeconds: seconds };
  });
};

/** Shown seconds of one kind; 0 where there are none. */
export const shownSeconds = (round: AnatomyRound, kind: SegmentKind): number =>
  shownParts(round).find((part) => part.kind === kind)?.seconds ?? 0;

/** The parts for a bar whose whole width stands for `fullWidthS` seconds. */
export const barParts = (round: AnatomyRound, fullWidthS: number) =>
  round.segments.map(({ kind, seconds }) => ({
    id: kind,
    share: seconds / Math.max(1, fullWidthS),
    look: SEGMENT_LOOKS[kind],
  }));

export const isTimed = (round: AnatomyRound): boolean => round.segments.some(({ kind }) => kind !== 'untimed');

/** Each name or title once, with how often it came. */
export const countedTitles = (titles: readonly string[]): { title: string; count: number }[] =>
  [...new Set(titles)].map((title) => ({ title, count: titles.filter((other) => other === title).length }));
