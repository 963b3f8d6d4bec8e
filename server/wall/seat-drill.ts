/** One drill on the wall: its tile's state, and how its drill time goes with wall time. */
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import { foldTile } from './fold-tile.ts';
import { emptyTile, type TileFacts, type TileState, tileFacts } from './tile-state.ts';
import { recordOverdueWaits } from './waits.ts';

export type SeatDrill = {
  readonly id: string;
  readonly facts: TileFacts;
  state: TileState;
  /** Length of the log folded so far. */
  seq: number;
  /** At wall time `wallAt` the drill time was `drillAt`. The clock runs on from there, or stands. */
  wallAt: number;
  drillAt: DrillMs;
};

/** `at`: the wall time of the row's last event. */
type Row = { at: number; events: readonly DrillEvent[] };

const FACTS_BY_CONTENT = new WeakMap<ContentData, TileFacts>();

function factsOf(content: ContentData): TileFacts {
  const known = FACTS_BY_CONTENT.get(content) ?? tileFacts(content);
  FACTS_BY_CONTENT.set(content, known);
  return known;
}

/** Folds a drill's log from the start. */
export function readSeatDrill(id: string, content: ContentData, rows: readonly Row[]): SeatDrill {
  const drill: SeatDrill = { id, facts: factsOf(content), state: emptyTile, seq: 0, wallAt: 0, drillAt: 0 };
  for (const { at, events } of rows)
    advance(drill, events, { wallAt: at, drillAt: events.at(-1)?.at ?? drill.drillAt });
  return drill;
}

/** Folds new events in. `lies`: wall time and drill time after them. */
export function advance(
  drill: SeatDrill,
  events: readonly DrillEvent[],
  clock: { wallAt: number; drillAt: DrillMs },
): void {
  const offset = clock.wallAt - clock.drillAt;
  for (const event of events) drill.state = foldTile(drill.facts, drill.state, event, offset);
  drill.seq += events.length;
  drill.wallAt = clock.wallAt;
  drill.drillAt = clock.drillAt;
}

/** Drill time at a moment on the wall. */
export const drillNow = ({ state, wallAt, drillAt }: SeatDrill, wall: number): DrillMs =>
  state.clock === 'running' ? drillAt + Math.max(0, wall - wallAt) : drillAt;

/** Puts on record each customer who has waited too long by now; returns whether there was one. */
export function recordDrillWaits(drill: SeatDrill, wall: number): boolean {
  if (drill.state.clock !== 'running') return false;
  const stateAfter = recordOverdueWaits(drill.facts, drill.state, drillNow(drill, wall), drill.wallAt - drill.drillAt);
  if (stateAfter === drill.state) return false;
  drill.state = stateAfter;
  return true;
}
