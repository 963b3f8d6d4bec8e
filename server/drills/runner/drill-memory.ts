import { drillTime } from '#drills/reports/clock-map.ts';
import { foldLog } from '#drills/reports/drill-log.ts';
import type { Broadcast, DrillSnapshot } from '#drills/runner/viewers/broadcast.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillRow, LogRow } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { type Outcome, withStage } from './outcome.ts';
import { createStoredCommands } from './stored-commands.ts';

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
  /** Whether the command may be in the log, where its answer then stands (`stored-commands.ts`). */
  mayHaveStored(commandId: string): boolean;
  /** Takes in what the command led to and was stored just now, and tells viewers and observers. */
  applyStored(commandId: string | null, events: readonly DrillEvent[], outcome: Outcome): void;
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
  let commands = createStoredCommands(commandsIn(log));
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
      commands = createStoredCommands(commandsIn(rows));
      isStale = false;
      broadcast.catchUpAll();
    },
    mayHaveStored: (commandId) => commands.mayHave(commandId),
    applyStored: (commandId, events, { next, nextMap, stage, due }) => {
      if (commandId !== null) commands.add(commandId);
      const seqBefore = snapshot.drill.seq;
      snapshot = { drill: next, map: nextMap, due };
      row = withStage(row, stage);
      broadcast.publish(seqBefore, events);
      observers.happened(row, events, { drill: next, map: nextMap });
    },
  };
};

const commandsIn = (rows: readonly LogRow[]): (string | null)[] => rows.map(({ commandId }) => commandId);
