import type { DrillEngine } from '#drills/judging/engine.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { LogRow, Storage } from '#storage/storage.ts';
import { advance, type ClockMap, initialClockMap } from './clock-map.ts';

export type FoldedDrill = { drill: Drill; map: ClockMap };

/** Folds a drill from its whole log and calls `onEvent` with each event. `map` ties its clock to the wall as of the last row. */
export const foldLog = (
  rows: readonly LogRow[],
  { fold }: Pick<DrillEngine, 'fold'>,
  onEvent: (event: DrillEvent) => unknown,
): FoldedDrill => {
  let map = initialClockMap(rows[0]?.at ?? 0);
  const events: DrillEvent[] = [];
  for (const row of rows) {
    map = advance(map, row.events, row.at);
    for (const event of row.events) {
      onEvent(event);
      events.push(event);
    }
  }
  return { drill: fold(emptyDrill, events), map };
};

/** All events of a drill, oldest first, with their positions. */
export const readLog = async (
  storage: Pick<Storage, 'read'>,
  id: string,
): Promise<{ seq: number; event: DrillEvent }[]> => {
  const rows = await storage.read(id, 0);
  return rows.flatMap((row) => row.events.map((event, index) => ({ seq: row.seq + index, event })));
};
