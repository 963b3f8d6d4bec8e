/** 需要看一眼: what a teacher should look at now, newest first; and what the faults so far add up to. */

import { epochAt, type LiveTile, longestWait, type Tiles, waitAt } from '#client/lib/run/run-tiles.ts';
import type { FaultFamily, LiveFault } from '#contract/wall.ts';
import { type ResponseTiers, tooLongMs } from './wall-waits.ts';

export type Attention = {
  /** Stays the same while the matter does, so that a closed entry stays closed. */
  id: string;
  seat: string;
  no: string;
  name: string;
  kind: 'red-line' | 'fault' | 'left' | 'waited' | 'asking' | 'lost';
  /** Epoch milliseconds; null: before this page was open. */
  at: number | null;
  agoMs: number | null;
  fault: LiveFault | null;
  customer: string | null;
  ms: number;
  count: number;
};

const LOST_NEWS_MS = 10_000;

const attentionOfTile = (tile: LiveTile, now: number, tiers: ResponseTiers): Attention[] => {
  const epoch = epochAt(tile, now);
  const make = (kind: Attention['kind'], id: string, at: number | null, more: Partial<Attention> = {}): Attention => ({
    id: `${tile.seat}/${id}`,
    seat: tile.seat,
    no: tile.no,
    name: tile.name,
    kind,
    at,
    agoMs: at === null ? null : Math.max(0, epoch - at),
    fault: null,
    customer: null,
    ms: 0,
    count: 0,
    ...more,
  });
  const redLines = tile.seen.filter((fault) => fault.redLine);
  const rows = redLines.map((fault) => make('red-line', `${tile.drill}/${fault.id}`, fault.at, { fault }));
  // Red lines crossed before this page was open: their words are no longer sent, so only their number is shown.
  if (tile.redLines > redLines.length)
    rows.push(make('red-line', `${tile.drill}/red/${tile.redLines}`, null, { count: tile.redLines }));
  // One grave fault per seat is enough, the latest: the teacher then looks at the seat.
  const grave = tile.seen.find((fault) => fault.grave && !fault.redLine);
  if (grave !== undefined) rows.push(make('fault', `${tile.drill}/${grave.id}`, grave.at, { fault: grave }));
  if (tile.left > 0) rows.push(make('left', `${tile.drill}/left/${tile.left}`, tile.leftEpoch, { count: tile.left }));
  if (tile.asking) rows.push(make('asking', `asking/${tile.askingEpoch}`, tile.askingEpoch));
  if (tile.lostEpoch !== null && epoch - tile.lostEpoch > LOST_NEWS_MS)
    rows.push(make('lost', `lost/${tile.lostEpoch}`, tile.lostEpoch, { ms: epoch - tile.lostEpoch }));
  const longest = longestWait(tile);
  const limitMs = tooLongMs(tile, tiers);
  const waitedMs = longest === null ? null : waitAt(tile, longest, now);
  if (longest !== null && waitedMs !== null && waitedMs > limitMs && tile.state === 'running')
    rows.push(
      make('waited', `${tile.drill}/${longest.key}/${tile.rounds}`, epoch - (waitedMs - limitMs), {
        customer: longest.name,
        ms: waitedMs,
      }),
    );
  return rows;
};

const MAX_ENTRIES = 60;

/** `away`: ids of closed entries. `now`: monotonic ms. */
export const attentionOf = (
  tiles: Tiles,
  now: number,
  away: ReadonlySet<string>,
  tiers: ResponseTiers,
): readonly Attention[] =>
  Object.values(tiles)
    .flatMap((tile) => attentionOfTile(tile, now, tiers))
    .filter((attention) => !away.has(attention.id))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .slice(0, MAX_ENTRIES);

export type FaultSummary = { family: FaultFamily; people: number; faults: number; sample: LiveFault | null };

/** How many seats have faults of each family, the commonest first, with the latest example. */
export const faultSummaries = (tiles: Tiles): readonly FaultSummary[] => {
  const materials = new Map<FaultFamily, FaultSummary>();
  for (const tile of Object.values(tiles))
    for (const [name, count] of Object.entries(tile.families)) {
      const family = name as FaultFamily;
      const old = materials.get(family) ?? { family, people: 0, faults: 0, sample: null };
      const latest = tile.seen.find((fault) => fault.family === family) ?? null;
      const newer = latest !== null && (old.sample === null || latest.at > old.sample.at) ? latest : old.sample;
      if (count > 0)
        materials.set(family, { family, people: old.people + 1, faults: old.faults + count, sample: newer });
    }
  return [...materials.values()].sort((a, b) => b.people - a.people || b.faults - a.faults);
};
