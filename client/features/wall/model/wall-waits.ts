/** Waits against the rubric's response seconds: a seat's bars turn when its own desk's meters do (RULES M1). */

import { tierFor, waitLevel } from '#client/drill/model/drill-rounds.ts';
import type { WaitLevel } from '#client/drill/model/drill-view.ts';
import type { RunLive } from '#client/lib/run/run-store.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import type { ResponseTier, RunBody } from '#contract/runs.ts';

export type ResponseTiers = RunBody['tiers'];

const NONE: ResponseTiers = [];
/** For `useRun`. */
export const tiersOf = ({ run }: RunLive): ResponseTiers => run?.tiers ?? NONE;
/** For `useRun`: the tier of the customers planned, for figures of a whole drill. */
export const planTier = ({ run }: RunLive): ResponseTier => run?.tier ?? tierFor(NONE, 1);

/** The tier of as many customers as are at this desk now, as the desk itself counts them. */
export const seatTier = (tile: LiveTile, tiers: ResponseTiers): ResponseTiers[number] => {
  const here = tile.conversations.filter(({ status }) => status === 'waiting' || status === 'active').length;
  return tierFor(tiers, Math.max(1, here));
};

/** Begun seconds of a wait: 1 within the pass line, 2 past it, 3 past the fail line. */
export const levelAt = (seconds: number, tile: LiveTile, tiers: ResponseTiers): WaitLevel =>
  waitLevel(seconds * 1000, seatTier(tile, tiers));

/** From here on a wait is said in words. */
export const tooLongMs = (tile: LiveTile, tiers: ResponseTiers): number => seatTier(tile, tiers).failS * 1000;

/** For `useRun`: the most customers injected at one desk. */
export const mostInjected = ({ tiles }: RunLive): number =>
  Object.values(tiles).reduce((most, { injected }) => Math.max(most, injected), 0);

/** A bar is full; the same for all seats, so that bars compare. */
export const fullBarS = ({ failS }: ResponseTier): number => Math.ceil((failS * 1.5) / 10) * 10;

/** Other tiers that hold at a desk for a while: fewer customers have come than planned, or injected ones made them more. */
export const otherTiers = ({ tiers, tier: plan, plan: { scenarios } }: RunBody, injected: number) => {
  const sorted = [...tiers].sort((a, b) => a.upTo - b.upTo);
  return sorted
    .map((tier, n) => ({ ...tier, from: (sorted[n - 1]?.upTo ?? 0) + 1 }))
    .filter(({ from }) => from <= scenarios.length + injected)
    .filter(({ passS, failS }) => passS !== plan.passS || failS !== plan.failS);
};
