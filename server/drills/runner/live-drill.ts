/**
 * One drill in memory: its fold, its clock, its queue of commands and its only timer.
 * Order, always: decide (and ask the judge) → append → after COMMIT evolve → present → publish → acknowledge.
 */
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { Acked } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { decideWith, type Judge } from '#drills/judging/judge.ts';
import { type ClockMap, drillTime, wallTime } from '#drills/reports/clock-map.ts';
import { loadDrill } from '#drills/reports/drill-log.ts';
import type { Command, Rejection, Result } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { createBroadcast } from './broadcast.ts';
import { createCommandQueue, type Job } from './command-queue.ts';
import type { Viewer } from './desk.ts';
import type { CommitError, GroupCommit } from './group-commit.ts';
import { entryOf, outcomeOf, repeated, withStage } from './outcome.ts';
import type { DrillObserver } from './ports.ts';
import { commandFor } from './requests.ts';

export type DrillNeeds = {
  engine: DrillEngine;
  judge: Judge;
  storage: Storage;
  commit: GroupCommit;
  contents: ContentCache;
  clock: Clock;
  logger: Logger;
  observers: DrillObserver;
};

export type LiveDrill = ReturnType<typeof createLiveDrill>;

/** After something that should not happen: long enough not to spin, short enough to notice. */
const HOLD_OFF_MS = 1000;

export type DrillHooks = {
  /** Before a tick. */
  woken(): void;
  /** Whenever the queue has run dry. */
  settled(ended: boolean): void;
  /** Whether a teacher has stopped this drill (RULES C4). */
  frozen(): boolean;
};

export function createLiveDrill(needs: DrillNeeds, stored: DrillRow, { woken, settled, frozen }: DrillHooks) {
  const { engine, judge, storage, commit, contents, clock, logger, observers } = needs;
  const { id } = stored;
  let row = stored;
  const content = contents.get(row.contentHash);
  if (row.state !== 'ended') judge.expect(row.contentHash, content);
  const broadcast = createBroadcast(needs, id, content);
  let { drill, map } = loadDrill(storage, engine.evolve, id, broadcast.recall);
  let stale = false;
  let cancelDue = (): void => {};
  let holdOffUntil = 0;

  /** Memory and log may differ after a failed append: the log is right. */
  function reload(): void {
    broadcast.restart();
    ({ drill, map } = loadDrill(storage, engine.evolve, id, broadcast.recall));
    stale = false;
    broadcast.catchUpAll({ drill, map });
  }

  const queue = createCommandQueue({
    run,
    failed,
    idle: () => {
      schedule();
      settled(drill.ended !== null);
    },
  });

  function failed(job: Job, error: unknown): void {
    logger.error({ err: error, drill: id }, 'command failed');
    stale = true;
    holdOffUntil = clock.now() + HOLD_OFF_MS;
    job.done({ ok: false, error: failure('internal') });
  }

  function run(job: Job) {
    if (stale) reload();
    const stored = job.commandId === null ? null : storage.ackOf(id, job.commandId);
    if (stored !== null) return job.done(repeated(stored));
    const at = Math.max(drill.at, drillTime(map, job.receivedAt));
    const stoppedMs = map.running ? 0 : Math.max(0, Math.round(job.receivedAt - map.wallAt));
    const command = commandFor(job.request, at, {
      content,
      drill,
      stoppedMs,
      frozen: frozen(),
      attended: broadcast.desk.isTaken(),
      // A run's drill needs no button; a replay task starts on 开始 (RULES N7).
      startsItself: row.place !== null && row.place.redo === null,
    });
    if (command === null) return job.done({ ok: true, value: { seq: drill.seq, now: at } });
    const decided = decideWith(needs, content, drill, command);
    if (!(decided instanceof Promise)) return carryOut(job, command, decided);
    const goOn = queue.hold(job);
    decided.then(
      (late) => goOn(() => carryOut(job, command, late)),
      (error: unknown) => goOn(() => failed(job, error)),
    );
  }

  function carryOut(job: Job, command: Command, decided: Result<DrillEvent[], Rejection>) {
    if (!decided.ok) return job.done({ ok: false, error: failure(decided.error.code, decided.error.detail) });
    if (decided.value.length === 0) {
      if (command.kind === 'tick') holdOffUntil = clock.now() + HOLD_OFF_MS;
      return job.done({ ok: true, value: { seq: drill.seq, now: command.at } });
    }
    append(job, command, decided.value);
  }

  function append(job: Job, command: Command, events: readonly DrillEvent[]): void {
    const outcome = outcomeOf({ engine, content }, { drill, map }, job, command, events);
    const { next, nextMap, acked, stage } = outcome;
    const goOn = queue.hold(job);
    commit.add(entryOf(id, drill.seq, job, events, outcome), (result) =>
      goOn(() => {
        try {
          if (result.ok) settle(events, next, nextMap, withStage(row, stage));
        } catch (error) {
          // It is stored, so it is acknowledged; who missed it hears it on joining again.
          logger.error({ err: error, drill: id }, 'publish failed');
        }
        job.done(result.ok ? { ok: true, value: acked } : refused(job, result.error));
      }),
    );
  }

  function settle(events: readonly DrillEvent[], next: Drill, nextMap: ClockMap, nextRow: DrillRow): void {
    const after = drill.seq;
    drill = next;
    map = nextMap;
    row = { ...nextRow, guest: row.guest };
    broadcast.publish(after, events, { drill, map });
    observers.happened(row, events, { drill, now: now(), running: map.running });
  }

  function refused(job: Job, error: CommitError): Reply<Acked> {
    logger.error({ drill: id, error }, 'append refused');
    stale = true;
    holdOffUntil = clock.now() + HOLD_OFF_MS;
    const stored = job.commandId === null ? null : storage.ackOf(id, job.commandId);
    return stored === null ? { ok: false, error: failure('storage-failed') } : repeated(stored);
  }

  function schedule(): void {
    cancelDue();
    cancelDue = () => {};
    const due = nextDue();
    if (due === null) return;
    const wall = Math.max(wallTime(map, due), holdOffUntil);
    cancelDue = clock.setTimer(Math.max(0, wall - clock.now()), () => {
      woken();
      // A timer may fire a hair early; what was due then still is.
      queue.submit({
        commandId: null,
        receivedAt: clock.now(),
        request: { kind: 'due', at: due },
        done: () => {},
      });
    });
  }

  function now(): number {
    return Math.max(drill.at, drillTime(map, clock.now()));
  }

  function nextDue(): number | null {
    if (!map.running || drill.ended !== null) return null;
    try {
      return engine.nextDue(content, drill);
    } catch (error) {
      // One drill's fault must not end the process, and with it everybody else's.
      logger.error({ err: error, drill: id }, 'nextDue failed');
      return null;
    }
  }

  schedule();
  return {
    id,
    row: (): DrillRow => row,
    /** The drill is another device's from now on. */
    giveTo: (guest: string): void => {
      row = { ...row, guest };
    },
    desk: broadcast.desk,
    typing: broadcast.typing,
    catchUp: (viewer: Viewer, after: number): void => {
      const seat = broadcast.desk.seat(viewer);
      seat.upTo = Math.min(after, drill.seq);
      broadcast.catchUp(seat, { drill, map });
    },
    watch: (viewer: Viewer, after: number): void => broadcast.watch(viewer, after, { drill, map }),
    unwatch: broadcast.unwatch,
    isWatched: broadcast.isWatched,
    submit: queue.submit,
    submitFirst: queue.submitFirst,
    drill: (): Drill => drill,
    running: (): boolean => map.running,
    /** Drill time at a moment on the wall. */
    timeAt: (wall: number): number => Math.max(drill.at, drillTime(map, wall)),
    now,
    /** Wall time the clock has stood for a lost connection, and since when it does now. */
    lost: (): Pick<ClockMap, 'lostMs' | 'lostSince'> => map,
    busy: queue.busy,
    dispose: (): void => cancelDue(),
  };
}
