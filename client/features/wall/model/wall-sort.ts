/** Orders of the wall. By seat number no tile ever moves; the others move tiles when the teacher chooses them. */

import { type LiveTile, longestWaitMsAt, type Tiles } from '#client/lib/run/run-tiles.ts';
import { flagOf, urgencyOf } from './wall-flag.ts';
import type { ResponseTiers } from './wall-waits.ts';

export const WALL_SORTS = ['seat', 'wait', 'faults', 'red-line', 'link'] as const;
export type WallSort = (typeof WALL_SORTS)[number];

const LINK_RANKS: Record<LiveTile['link'], number> = { lost: 2, absent: 1, online: 0 };

const sortWeight = (tile: LiveTile, sort: Exclude<WallSort, 'seat'>, now: number): number => {
  if (sort === 'wait') return longestWaitMsAt(tile, now) ?? -1;
  if (sort === 'faults') return tile.faults;
  if (sort === 'red-line') return tile.redLines;
  return LINK_RANKS[tile.link];
};

/** `seats`: by number; ties keep that order. */
export const sortSeats = (seats: readonly string[], tiles: Tiles, sort: WallSort, now: number): readonly string[] => {
  if (sort === 'seat') return seats;
  const weightOf = (seat: string): number => {
    const tile = tiles[seat];
    return tile === undefined ? 0 : sortWeight(tile, sort, now);
  };
  return [...seats].sort((a, b) => weightOf(b) - weightOf(a));
};

/** For the phone: whom to look at first. */
export const byUrgency = (
  seats: readonly string[],
  tiles: Tiles,
  now: number,
  tiers: ResponseTiers,
): readonly string[] => {
  const weightOf = (seat: string): number => {
    const tile = tiles[seat];
    return tile === undefined ? 0 : urgencyOf(flagOf(tile, now, tiers)) * 1e7 + (longestWaitMsAt(tile, now) ?? 0);
  };
  return [...seats].sort((a, b) => weightOf(b) - weightOf(a));
};
