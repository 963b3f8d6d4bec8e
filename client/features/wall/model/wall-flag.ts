/** What a tile says at its foot: the gravest matter only. */

import { epochAt, type LiveTile, longestWait, waitAt } from '#client/lib/run/run-tiles.ts';
import type { LiveFault } from '#contract/wall.ts';
import { type ResponseTiers, tooLongMs } from './wall-waits.ts';

/** A fault is news for so long. */
const NEWS_MS = 90_000;

export type Flag =
  /** `fault` null: red lines of which the details are no longer among the latest faults. */
  | { kind: 'red-line'; fault: LiveFault | null; count: number }
  /** Another device asks for the seat. */
  | { kind: 'asking' }
  /** The connection. Null: nobody knows since when. */
  | { kind: 'lost'; ms: number | null }
  /** A customer waits too long. */
  | { kind: 'waited'; ms: number; name: string }
  /** Customers who walked out. */
  | { kind: 'left'; count: number }
  | { kind: 'fault'; fault: LiveFault }
  /** The drill is over, or hasn't begun. */
  | { kind: 'done' }
  | { kind: 'not-begun' }
  | { kind: 'absent' };

const NEED: Record<Flag['kind'], number> = {
  'red-line': 8,
  asking: 7,
  lost: 6,
  waited: 5,
  left: 4,
  fault: 3,
  'not-begun': 1,
  absent: 0,
  done: 0,
};

export const isFlagged = (flag: Flag | null): boolean => flag !== null && NEED[flag.kind] >= 3;
/** Rank for a list by need: higher comes first. */
export const needOf = (flag: Flag | null): number => (flag === null ? 0 : NEED[flag.kind]);

export const flagOf = (tile: LiveTile, now: number, tiers: ResponseTiers): Flag | null => {
  if (tile.redLines > 0)
    return { kind: 'red-line', fault: tile.seen.find((fault) => fault.redLine) ?? null, count: tile.redLines };
  if (tile.asking) return { kind: 'asking' };
  if (tile.link === 'lost')
    return { kind: 'lost', ms: tile.lostMs === null ? null : tile.lostMs + Math.max(0, now - tile.heardAt) };
  if (tile.link === 'absent') return { kind: 'absent' };
  const longest = longestWait(tile);
  const ms = longest === null ? null : waitAt(tile, longest, now);
  if (longest !== null && ms !== null && ms > tooLongMs(tile, tiers) && tile.state !== 'ended')
    return { kind: 'waited', ms, name: longest.name };
  if (tile.left > 0) return { kind: 'left', count: tile.left };
  const [fault] = tile.seen;
  if (fault !== undefined && tile.state !== 'ended' && epochAt(tile, now) - fault.at < NEWS_MS)
    return { kind: 'fault', fault };
  if (tile.state === 'ended') return { kind: 'done' };
  return tile.state === 'opened' ? { kind: 'not-begun' } : null;
};
