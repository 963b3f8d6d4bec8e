import type { StackLook } from '#client/ui/charts/stacked-bar.tsx';
import type { AnatomyRound, SegmentKind } from '#contract/anatomy.ts';

export const SEGMENT_LOOKS: Record<SegmentKind, StackLook> = {
  unseen: 'pale',
  thought: 'even',
  'looked-up': 'hatched',
  typed: 'dark',
  elsewhere: 'striped',
  untimed: 'outline',
};

const SEGMENT_KINDS = ['unseen', 'thought', 'looked-up', 'typed', 'elsewhere'] as const;

/** The kinds in the order in which a reply goes through them, and behind these the time with others where there is any. */
export const shownKinds = (rounds: readonly AnatomyRound[]): (typeof SEGMENT_KINDS)[number][] =>
  SEGMENT_KINDS.filter((kind) => kind !== 'elsewhere' || rounds.some((round) => shownSeconds(round, kind) > 0));

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

/** Shown seconds of one kind, which may have several parts; 0 where there are none. */
export const shownSeconds = (round: AnatomyRound, kind: SegmentKind): number =>
  shownParts(round).reduce((sum, part) => sum + (part.kind === kind ? part.seconds : 0), 0);

/** Each kind of a round once, in the order in which they come first. */
export const kindsOf = ({ segments }: AnatomyRound): SegmentKind[] => [...new Set(segments.map(({ kind }) => kind))];

/** The parts for a bar whose whole width stands for `fullWidthS` seconds. */
export const barParts = (round: AnatomyRound, fullWidthS: number) =>
  round.segments.map(({ kind, seconds }, i) => ({
    id: `${kind} ${i}`,
    share: seconds / Math.max(1, fullWidthS),
    look: SEGMENT_LOOKS[kind],
  }));

export const isTimed = (round: AnatomyRound): boolean => round.segments.some(({ kind }) => kind !== 'untimed');

/** Each name or title once, with how often it came. */
export const countedTitles = (titles: readonly string[]): { title: string; count: number }[] =>
  [...new Set(titles)].map((title) => ({ title, count: titles.filter((other) => other === title).length }));
