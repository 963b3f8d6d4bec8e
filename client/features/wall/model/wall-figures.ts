/** Figures of all seats together, for the wall's head. */
import { type Tiles, waitingCount } from '#client/lib/run/run-tiles.ts';

export type WallFigures = {
  onlineCount: number;
  seatCount: number;
  /** Median of the seats' mean response times; null before the first answer. */
  medianMs: number | null;
  waitingCount: number;
  leftCount: number;
  /** Seats whose drill is still open. */
  servingCount: number;
  /** Of these, seats whose clock has begun: only they get an incident. */
  begunCount: number;
  joinedCount: number;
  askingCount: number;
};

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
};

export const figuresOfWall = (tiles: Tiles): WallFigures => {
  const allTiles = Object.values(tiles);
  const count = (matches: (tile: (typeof allTiles)[number]) => boolean) => allTiles.filter(matches).length;
  return {
    onlineCount: count((tile) => tile.link === 'online'),
    seatCount: allTiles.length,
    medianMs: median(allTiles.flatMap((tile) => tile.meanMs ?? [])),
    waitingCount: allTiles.reduce((sum, tile) => sum + waitingCount(tile), 0),
    leftCount: allTiles.reduce((sum, tile) => sum + tile.left, 0),
    servingCount: count((tile) => tile.state === 'opened' || tile.state === 'running' || tile.state === 'stopped'),
    begunCount: count((tile) => tile.state === 'running' || tile.state === 'stopped'),
    joinedCount: count((tile) => tile.link !== 'absent'),
    askingCount: count((tile) => tile.asking),
  };
};
