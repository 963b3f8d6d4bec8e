/** The next words of a customer while they are put together. */
import type { Burst, Bystander, OpenPlace } from '#engine/model/content.ts';
import type { PlannedBubble, SaidWhy } from '#engine/model/events.ts';

/** Bubbles to be said in one burst, the keys of the alternatives used up, and the milliseconds its author lets it wait. */
export type BurstDraft = {
  parts: BurstPart[];
  /** Bystanders' lines: `behind` is the number of parts said before, `beat` the beat they belong to. */
  bystanderLines: (Bystander & { beat: string; occurrence: number; behind: number; place: OpenPlace | undefined })[];
  used: string[];
  waitMs: number;
  /** The customer has just minded something: no thanks go with it. */
  hasJustMinded?: boolean;
};

export const emptyDraft = (): BurstDraft => ({ parts: [], bystanderLines: [], used: [], waitMs: 0 });

/** A piece of a burst, with where it is said. */
export type BurstPart = {
  burst: Burst;
  why: SaidWhy;
  place: OpenPlace | undefined;
  opens?: (bubble: number, length: number) => PlannedBubble['opens'];
};
