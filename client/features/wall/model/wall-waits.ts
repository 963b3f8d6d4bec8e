/** Waits against the rubric's response limits: a seat's bars change colour when the meters on its own desk do (RULES M1). */

import { tierFor } from '#client/drill/model/drill-rounds.ts';
import { type WaitLevel, waitLevel } from '#client/drill/model/wait-level.ts';
import type { RunLive } from '#client/lib/run/run-store.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import type { ResponseTier, RunBody } from '#contract/runs.ts';

export type ResponseTiers = RunBody['tiers'];

const NO_TIERS: ResponseTiers = [];
/** The rubric's tiers. A selector for `useRun`. */
export const tiersOf = ({ run }: RunLive): ResponseTiers => run?.tiers ?? NO_TIERS;
/** The tier of the planned number of customers, for figures of a whole drill; null until the run is known. A selector for `useRun`. */
export const planTier = ({ run }: RunLive): ResponseTier | null => run?.tier ?? null;

/** The tier for the number of customers at this desk now, counted as the desk counts them; null without tiers. */
export const seatTier = (tile: LiveTile, tiers: ResponseTiers): ResponseTiers[number] | null => {
  const servedCount = tile.conversations.filter(({ status }) => status === 'waiting' || status === 'active').length;
  return tierFor(tiers, Math.max(1, servedCount));
};

/** Level of a wait in whole seconds, rounded up: 1 within the pass time, 2 past it, 3 past the fail time. */
export const levelOfWait = (waitedS: number, tile: LiveTile, tiers: ResponseTiers): WaitLevel =>
  waitLevel(waitedS, seatTier(tile, tiers));

/** Milliseconds from which a tile says a wait in words; without tiers it says none. */
export const waitLimitMs = (tile: LiveTile, tiers: ResponseTiers): number =>
  (seatTier(tile, tiers)?.failS ?? Number.POSITIVE_INFINITY) * 1000;

/** The most customers injected at one desk. A selector for `useRun`. */
export const maxInjected = ({ tiles }: RunLive): number =>
  Object.values(tiles).reduce((max, { injected }) => Math.max(max, injected), 0);

/** Seconds at which a bar is full; the same for all seats, so that bars can be compared. */
export const fullBarS = ({ failS }: ResponseTier): number => Math.ceil((failS * 1.5) / 10) * 10;

/** The dial's last stop. */
const MOST_AT_ONCE = 12;

/** Tiers that hold at a desk for a while: fewer customers are there than planned, or more after an incident. */
export const otherTiers = ({ tiers, tier: plan, plan: { scenarios, rush } }: RunBody, injected: number) => {
  const most = rush === undefined ? scenarios.length + injected : (rush.capacity ?? MOST_AT_ONCE);
  const sorted = [...tiers].sort((a, b) => a.upTo - b.upTo);
  return sorted
    .map((tier, index) => ({ ...tier, from: (sorted[index - 1]?.upTo ?? 0) + 1 }))
    .filter(({ from }) => from <= most)
    .filter(({ passS, failS }) => passS !== plan.passS || failS !== plan.failS);
};
