/** One drill on the wall: its tile's state, and how its drill time goes with wall time. */
import type { ClockMap } from '#drills/reports/clock-map.ts';
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
  /** As the log says, never as the time a notice took: every wall of a run gives a fault the same moment. */
  map: ClockMap;
  /** Drill time up to which waits were put on record without an event that says how late it is. */
  waitsRecordedUntil: DrillMs;
};

const FACTS_BY_CONTENT = new WeakMap<ContentData, TileFacts>();

const factsOf = (content: ContentData): TileFacts => {
  const known = FACTS_BY_CONTENT.get(content) ?? tileFacts(content);
  FACTS_BY_CONTENT.set(content, known);
  return known;
};

/** A drill of which nothing has been folded yet. `map`: before its first event. */
export const newSeatDrill = (id: string, content: ContentData, map: ClockMap): SeatDrill => ({
  ...{ id, facts: factsOf(content), state: emptyTile, seq: 0, map, waitsRecordedUntil: 0 },
});

/** Folds new events in. `map`: how the drill's clock goes after them. */
export const advance = (drill: SeatDrill, events: readonly DrillEvent[], map: ClockMap): void => {
  const offset = offsetOf(map);
  for (const event of events) drill.state = foldTile(drill.facts, drill.state, event, offset);
  drill.seq += events.length;
  drill.map = map;
};

/** Wall time less drill time, in ms. */
const offsetOf = ({ wallAt, drillAt }: ClockMap): number => wallAt - drillAt;

/** Drill time at a moment on the wall. */
export const drillNow = ({ state, map: { running, wallAt, drillAt } }: SeatDrill, wall: number): DrillMs =>
  running ? Math.max(state.at, drillAt + Math.max(0, wall - wallAt)) : state.at;

/**
 * Whether these events lie before a wait that is on record: the clock had stopped, as it turns out, when the wait was
 * thought too long. Then the log alone says what was late.
 */
export const contradictsWaits = ({ waitsRecordedUntil }: SeatDrill, events: readonly DrillEvent[]): boolean =>
  events.some(({ at }) => at < waitsRecordedUntil);

/** Puts on record each customer who has waited too long by now; returns whether there was one. */
export const recordDrillWaits = (drill: SeatDrill, wall: number): boolean => {
  if (drill.state.clock !== 'running') return false;
  const now = drillNow(drill, wall);
  const stateAfter = recordOverdueWaits(drill.facts, drill.state, now, offsetOf(drill.map));
  if (stateAfter === drill.state) return false;
  drill.state = stateAfter;
  drill.waitsRecordedUntil = now;
  return true;
};
