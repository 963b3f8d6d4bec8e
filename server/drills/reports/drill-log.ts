import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Storage } from '#storage/storage.ts';
import { advance, type ClockMap, startOfMap } from './clock-map.ts';

export type Loaded = { drill: Drill; map: ClockMap };

/** Folds a drill from its log, showing each event to `seen`. `map` ties its clock to the wall as of the last row. */
export function loadDrill(
  storage: Pick<Storage, 'read'>,
  evolve: (drill: Drill, event: DrillEvent) => Drill,
  id: string,
  seen: (event: DrillEvent) => unknown,
): Loaded {
  let drill = emptyDrill;
  const rows = storage.read(id, 0);
  let map = startOfMap(rows[0]?.at ?? 0);
  for (const row of rows) {
    drill = row.events.reduce(evolve, drill);
    map = advance(map, row.events, row.at);
    row.events.forEach(seen);
  }
  return { drill, map };
}

/** All events of a drill, oldest first, with their positions. */
export function readLog(storage: Pick<Storage, 'read'>, id: string): { seq: number; event: DrillEvent }[] {
  return storage.read(id, 0).flatMap((row) => row.events.map((event, index) => ({ seq: row.seq + index, event })));
}
