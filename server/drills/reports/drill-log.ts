import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { LogRow, Storage } from '#storage/storage.ts';
import { advance, type ClockMap, startOfMap } from './clock-map.ts';

export type Loaded = { drill: Drill; map: ClockMap };

/** Folds a drill from its whole log, showing each event to `seen`. `map` ties its clock to the wall as of the last row. */
export function foldLog(
  rows: readonly LogRow[],
  evolve: (drill: Drill, event: DrillEvent) => Drill,
  seen: (event: DrillEvent) => unknown,
): Loaded {
  let drill = emptyDrill;
  let map = startOfMap(rows[0]?.at ?? 0);
  for (const row of rows) {
    drill = row.events.reduce(evolve, drill);
    map = advance(map, row.events, row.at);
    row.events.forEach(seen);
  }
  return { drill, map };
}

/** All events of a drill, oldest first, with their positions. */
export async function readLog(
  storage: Pick<Storage, 'read'>,
  id: string,
): Promise<{ seq: number; event: DrillEvent }[]> {
  const rows = await storage.read(id, 0);
  return rows.flatMap((row) => row.events.map((event, index) => ({ seq: row.seq + index, event })));
}
