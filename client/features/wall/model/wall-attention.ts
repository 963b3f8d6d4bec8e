/** 需要看一眼: what a teacher should look at now, newest first; and what the faults so far add up to. */

import {
  epochAt,
  type LiveTile,
  longestWaiting,
  presentConversations,
  type Tiles,
  waitMsAt,
} from '#client/lib/run/run-tiles.ts';
import type { FaultFamily, LiveFault } from '#contract/wall.ts';
import { type ResponseTiers, waitLimitMs } from './wall-waits.ts';

/** What asks for a look. */
type AttentionCause =
  /** `fault` null: red lines crossed before this page was open, of which only the number is known. */
  | { kind: 'red-line'; fault: LiveFault | null; count: number }
  | { kind: 'fault'; fault: LiveFault }
  /** Customers who walked out. */
  | { kind: 'left'; count: number }
  | { kind: 'waited'; customer: string; waitedMs: number }
  /** Another device asks for the seat. */
  | { kind: 'asking' }
  /** The seat's device has lost its connection. `held`: customers at its desk, whose clock stands until it is back. */
  | { kind: 'lost'; held: boolean };

export type Attention = AttentionCause & {
  /** Stays the same while its cause lasts, so that a dismissed entry stays dismissed. */
  id: string;
  seat: string;
  no: string;
  name: string;
  /** Epoch ms; null: before this page was open. */
  at: number | null;
  agoMs: number | null;
};

/** A connection must be lost for so long before it is told: short losses are common. */
const LOST_NEWS_MS = 10_000;

/** The entries of one seat. `now`: `performance.now()`, ms. */
const attentionOfTile = (tile: LiveTile, now: number, tiers: ResponseTiers): Attention[] => {
  const epoch = epochAt(tile, now);
  const entries: Attention[] = [];
  const add = (id: string, at: number | null, cause: AttentionCause): void => {
    const { seat, no, name } = tile;
    entries.push({
      ...cause,
      id: `${seat}/${id}`,
      seat,
      no,
      name,
      at,
      agoMs: at === null ? null : Math.max(0, epoch - at),
    });
  };
  const redLines = tile.recentFaults.filter((fault) => fault.redLine);
  for (const fault of redLines) add(`${tile.drill}/${fault.id}`, fault.at, { kind: 'red-line', fault, count: 0 });
  // Red lines crossed before this page was open: their words are no longer sent, so only their number is shown.
  if (tile.redLines > redLines.length)
    add(`${tile.drill}/red/${tile.redLines}`, null, { kind: 'red-line', fault: null, count: tile.redLines });
  // One grave fault per seat is enough, the latest: the teacher then looks at the seat.
  const grave = tile.recentFaults.find((fault) => fault.grave && !fault.redLine);
  if (grave !== undefined) add(`${tile.drill}/${grave.id}`, grave.at, { kind: 'fault', fault: grave });
  if (tile.left > 0) add(`${tile.drill}/left/${tile.left}`, tile.leftEpoch, { kind: 'left', count: tile.left });
  if (tile.asking) add(`asking/${tile.askingEpoch}`, tile.askingEpoch, { kind: 'asking' });
  if (tile.lostEpoch !== null && epoch - tile.lostEpoch > LOST_NEWS_MS)
    add(`lost/${tile.lostEpoch}`, tile.lostEpoch, {
      kind: 'lost',
      held: tile.state !== 'ended' && presentConversations(tile).length > 0,
    });
  const longest = longestWaiting(tile);
  const limitMs = waitLimitMs(tile, tiers);
  const waitedMs = longest === null ? null : waitMsAt(tile, longest, now);
  if (longest !== null && waitedMs !== null && waitedMs > limitMs && tile.state === 'running')
    add(`${tile.drill}/${longest.key}/${tile.rounds}`, epoch - (waitedMs - limitMs), {
      kind: 'waited',
      customer: longest.name,
      waitedMs,
    });
  return entries;
};

const MAX_ENTRIES = 60;

/** The entries of all seats, the newest first. `now`: `performance.now()`, ms. */
export const attentionOf = (
  tiles: Tiles,
  now: number,
  dismissedIds: ReadonlySet<string>,
  tiers: ResponseTiers,
): readonly Attention[] =>
  Object.values(tiles)
    .flatMap((tile) => attentionOfTile(tile, now, tiers))
    .filter((attention) => !dismissedIds.has(attention.id))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .slice(0, MAX_ENTRIES);

export type FaultSummary = { family: FaultFamily; seatCount: number; faultCount: number; sample: LiveFault | null };

/** How many seats have faults of each family, the commonest first, with the latest example. */
export const faultSummaries = (tiles: Tiles): readonly FaultSummary[] => {
  const summaries = new Map<FaultFamily, FaultSummary>();
  for (const tile of Object.values(tiles))
    for (const [name, count] of Object.entries(tile.families)) {
      const family = name as FaultFamily;
      const known = summaries.get(family) ?? { family, seatCount: 0, faultCount: 0, sample: null };
      const latest = tile.recentFaults.find((fault) => fault.family === family) ?? null;
      const sample = latest !== null && (known.sample === null || latest.at > known.sample.at) ? latest : known.sample;
      if (count > 0)
        summaries.set(family, {
          family,
          seatCount: known.seatCount + 1,
          faultCount: known.faultCount + count,
          sample: sample,
        });
    }
  return [...summaries.values()].sort((a, b) => b.seatCount - a.seatCount || b.faultCount - a.faultCount);
};
