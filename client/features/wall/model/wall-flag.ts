/** What a tile says at its foot: the gravest matter only. */

import { epochAt, type LiveTile, longestWaiting, waitMsAt } from '#client/lib/run/run-tiles.ts';
import type { LiveFault } from '#contract/wall.ts';
import { type ResponseTiers, waitLimitMs } from './wall-waits.ts';

/** A fault is news for so long. */
const NEWS_MS = 90_000;

export type Flag =
  /** `fault` null: red lines of which the details are no longer among the latest faults. */
  | { kind: 'red-line'; fault: LiveFault | null; count: number }
  /** Another device asks for the seat. */
  | { kind: 'asking' }
  /** The connection. Null: nobody knows since when. */
  | { kind: 'lost'; lostMs: number | null }
  /** It plays the customer of somebody else. */
  | { kind: 'plays'; name: string }
  /** A customer waits too long. */
  | { kind: 'waited'; waitedMs: number; customer: string }
  /** Customers who walked out. */
  | { kind: 'left'; count: number }
  | { kind: 'fault'; fault: LiveFault }
  /** The drill is over, or hasn't begun. */
  | { kind: 'done' }
  | { kind: 'not-begun' }
  | { kind: 'absent' };

const URGENCY: Record<Flag['kind'], number> = {
  'red-line': 8,
  asking: 7,
  lost: 6,
  waited: 5,
  left: 4,
  fault: 3,
  'not-begun': 1,
  plays: 0,
  absent: 0,
  done: 0,
};

export const isFlagged = (flag: Flag | null): boolean => flag !== null && URGENCY[flag.kind] >= 3;
/** Rank for a list by need: higher comes first. */
export const urgencyOf = (flag: Flag | null): number => (flag === null ? 0 : URGENCY[flag.kind]);

/** In a rush some are lost at nearly every desk: it is news for a while, and a figure of the tile afterwards. */
const isLossNews = (tile: LiveTile, now: number): boolean =>
  tile.rush === undefined || (tile.leftEpoch !== null && epochAt(tile, now) - tile.leftEpoch < NEWS_MS);

export const flagOf = (tile: LiveTile, now: number, tiers: ResponseTiers): Flag | null => {
  if (tile.redLines > 0)
    return { kind: 'red-line', fault: tile.recentFaults.find((fault) => fault.redLine) ?? null, count: tile.redLines };
  if (tile.asking) return { kind: 'asking' };
  if (tile.link === 'lost')
    return { kind: 'lost', lostMs: tile.lostMs === null ? null : tile.lostMs + Math.max(0, now - tile.heardAt) };
  if (tile.link === 'absent') return { kind: 'absent' };
  const longestWait = longestWaiting(tile);
  const waitedMs = longestWait === null ? null : waitMsAt(tile, longestWait, now);
  if (longestWait !== null && waitedMs !== null && waitedMs > waitLimitMs(tile, tiers) && tile.state !== 'ended')
    return { kind: 'waited', waitedMs, customer: longestWait.name };
  if (tile.plays !== undefined) return { kind: 'plays', name: tile.plays.name };
  if (tile.left > 0 && isLossNews(tile, now)) return { kind: 'left', count: tile.left };
  const [fault] = tile.recentFaults;
  if (fault !== undefined && tile.state !== 'ended' && epochAt(tile, now) - fault.at < NEWS_MS)
    return { kind: 'fault', fault };
  if (tile.state === 'ended') return { kind: 'done' };
  return tile.state === 'opened' ? { kind: 'not-begun' } : null;
};
