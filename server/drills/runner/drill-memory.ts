import { drillTime } from '#drills/reports/clock-map.ts';
import { foldLog } from '#drills/reports/drill-log.ts';
import type { Broadcast, DrillSnapshot } from '#drills/runner/viewers/broadcast.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillRow, LogRow } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { type Outcome, withStage } from './outcome.ts';

/** A drill's state in this process. Where it differs from the log, the log is right. */
export type DrillMemory = {
  /** As of the last commit. */
  snapshot(): DrillSnapshot;
  row(): DrillRow;
  /** The drill belongs to another device from now on. */
  setGuest(guest: string): void;
  /** Drill time at a moment on the wall. */
  timeAt(wall: number): number;
  now(): number;
  /** To call when memory and log may differ, as after a failed append: before the next command, `refresh` reads the log again. */
  markStale(): void;
  isStale(): boolean;
  /** Reads the log again and sends everybody what they missed. */
  refresh(): Promise<void>;
  /** Takes in what was stored just now, and tells viewers and observers. */
  applyStored(events: readonly DrillEvent[], outcome: Outcome): void;
};

/** Folds a drill from `log`, all of it. `broadcast` is shown the past events, and sends the coming ones to the viewers. */
export const createDrillMemory = (
  { engine, storage, clock, observers }: Pick<DrillNeeds, 'engine' | 'storage' | 'clock' | 'observers'>,
  initialRow: DrillRow,
  log: readonly LogRow[],
  broadcast: Broadcast,
): DrillMemory => {
  const fold = (rows: readonly LogRow[]): DrillSnapshot => foldLog(rows, engine, broadcast.recall);
  const timeAt = (wall: number): number => Math.max(snapshot.drill.at, drillTime(snapshot.map, wall));
  const now = (): number => timeAt(clock.now());

  let row = initialRow;
  let snapshot = fold(log);
  let isStale = false;

  return {
    snapshot: () => snapshot,
    row: () => row,
    setGuest: (guest) => {
      row = { ...row, guest };
    },
    timeAt,
    now,
    markStale: () => {
      isStale = true;
    },
    isStale: () => isStale,
    refresh: async () => {
      const rows = await storage.read(initialRow.id, 0);
      broadcast.restart();
      snapshot = fold(rows);
      isStale = false;
      broadcast.catchUpAll();
    },
    applyStored: (events, { next, nextMap, stage, due }) => {
      const seqBefore = snapshot.drill.seq;
      snapshot = { drill: next, map: nextMap, due };
      row = withStage(row, stage);
      broadcast.publish(seqBefore, events);
      observers.happened(row, events, { drill: next, map: nextMap });
    },
  };
};
