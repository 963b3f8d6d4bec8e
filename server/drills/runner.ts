/** All drills of this process: opens them, wakes them, sends them their commands and lets them go. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Acked, Joined } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import { createAttendance } from '#drills/attendance.ts';
import { createContentCache } from '#drills/content-cache.ts';
import type { Viewer } from '#drills/desk.ts';
import type { DrillEngine } from '#drills/engine.ts';
import type { MakeCommand } from '#drills/engine-command.ts';
import { createGroupCommit } from '#drills/group-commit.ts';
import { createLiveDrill, type DrillNeeds, type LiveDrill } from '#drills/live-drill.ts';
import { type Opening, openDrill } from '#drills/open-drill.ts';
import { startPulse } from '#drills/pulse.ts';
import { createReports } from '#drills/reports.ts';
import type { Shelf } from '#drills/shelf.ts';
import type { ContentData } from '#engine/content.ts';
import type { Drill } from '#engine/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/events.ts';
import type { Belongs } from '#server/access.ts';
import type { Clock } from '#server/clock.ts';
import type { DrillPlace, DrillRow, Storage } from '#storage/storage.ts';

export type RunnerNeeds = { engine: DrillEngine; storage: Storage; shelf: Shelf; clock: Clock; logger: Logger };

export type Runner = {
  open(opening: Omit<Opening, 'id' | 'seed'> & { seed: number | null }): Promise<Reply<DrillRow>>;
  /** Whose drill it is; null when there is none. */
  belongs(drillId: string): Belongs | null;
  join(drillId: string, viewer: Viewer, after: number, take: boolean): Reply<Joined>;
  /** The viewer is gone from all its drills; `lostAt` = when it was last heard of. */
  leave(viewerId: string, lostAt: number): void;
  submit(drillId: string, viewerId: string, commandId: string | null, command: MakeCommand): Promise<Reply<Acked>>;
  report(drillId: string): Reply<Report>;
  /** Looks on without being at the desk; `events` hold what staff may see (the ledger too). */
  watch(drillId: string, viewer: Viewer, after: number): Reply<Joined>;
  unwatch(drillId: string, viewerId: string): void;
  /**
   * Stops a drill's clock for a teacher, or lets it go on when its trainee is there (RULES C4). Holds over a lost line:
   * a trainee who comes back into a freeze stays frozen. Forgotten at a restart: whoever froze it says so again.
   */
  setFrozen(drillId: string, frozen: boolean): Promise<void>;
  /** Ends a drill that hasn't ended: the bell or a teacher's word (RULES C5). */
  end(drillId: string, why: 'teacher' | 'time'): Promise<Reply<Acked>>;
  /** One more customer, now. The scenario must be in the drill's pinned content. */
  inject(drillId: string, scenario: string): Promise<Reply<Acked>>;
  /** A drill that starts just before a turn of another one (RULES N7), for a trainee to do again. */
  fork(
    from: { drill: string; conversation: string; turn: number },
    to: { guest: string; place: DrillPlace },
  ): Promise<Reply<DrillRow>>;
  /** The seat's drills now belong to another device: sockets of the old one are shut out. */
  handOver(seat: string, guest: string): void;
  /** Content and log of a drill, for whoever scores or shows it. */
  record(drillId: string): DrillRecord | null;
  /** Told after every commit and whenever a desk is taken or left; returns how to stop. */
  observe(observer: DrillObserver): () => void;
  /** Stops every clock now and waits until that is stored. */
  close(): Promise<void>;
};

export type DrillRecord = { content: ContentData; events: readonly DrillEvent[]; row: DrillRow };
/** `now`: drill time; `running`: whether it moves. Called on the reply's path: constant work only, and never throws. */
export type DrillObserver = {
  happened(
    row: DrillRow,
    events: readonly DrillEvent[],
    standing: { drill: Drill; now: DrillMs; running: boolean },
  ): void;
  attended(row: DrillRow, there: boolean): void;
};

type Live = { drill: LiveDrill; attendance: ReturnType<typeof createAttendance> };

export function createRunner({ engine, storage, shelf, clock, logger }: RunnerNeeds): Runner {
  const contents = createContentCache(storage, engine.prepare);
  const commit = createGroupCommit(storage, logger);
  const needs: DrillNeeds = { engine, storage, commit, contents, clock, logger };
  const reports = createReports(engine, storage, contents, shelf, logger);
  const lives = new Map<string, Live>();
  const scored = new Set<string>();

  const letGo = (live: Live): void => {
    const { drill, attendance } = live;
    if (drill.busy() || drill.running() || attendance.expects() || lives.get(drill.id) !== live) return;
    drill.dispose();
    attendance.dispose();
    lives.delete(drill.id);
    scored.delete(drill.id);
  };

  const wake = (drillId: string): Live | null => {
    const known = lives.get(drillId);
    if (known !== undefined) return known;
    const row = storage.drill(drillId);
    if (row === null) return null;
    // Both call back only later, when `live` is there.
    const drill = createLiveDrill(needs, row, pulse.check, (ended) => {
      if (ended && !scored.has(drillId)) {
        scored.add(drillId);
        reports.score(drillId);
      }
      const live = lives.get(drillId);
      if (live !== undefined) setImmediate(letGo, live);
    });
    const live: Live = { drill, attendance: createAttendance(drill, clock, () => letGo(live)) };
    lives.set(drillId, live);
    return live;
  };

  const pulse = startPulse(
    clock,
    (now) => {
      const running = [...lives.values()].flatMap(({ drill }) => (drill.running() ? [drill.id] : []));
      try {
        if (running.length > 0) storage.heartbeat(running, now);
      } catch (error) {
        logger.error({ err: error }, 'heartbeat failed');
      }
    },
    (aliveAt) => {
      logger.warn({ aliveAt }, 'the server was asleep');
      for (const { attendance } of lives.values()) attendance.slept(aliveAt);
    },
  );

  recover();

  /** Drills that ran when the last process died stand still from its last heartbeat on (RULES C4). */
  function recover(): void {
    for (const { id, heartbeatAt } of storage.openDrills()) {
      try {
        const live = wake(id);
        live?.attendance.stopForServer(heartbeatAt, () => letGo(live));
      } catch (error) {
        logger.error({ err: error, drill: id }, 'drill not recovered');
      }
    }
  }

  return {
    open: (opening) => {
      const seed = opening.seed ?? randomInt(2_147_483_647);
      return openDrill(needs, shelf, { ...opening, seed, id: `d${randomBytes(15).toString('base64url')}` });
    },
    belongs: (drillId) => {
      const row = lives.get(drillId)?.drill.row ?? storage.drill(drillId);
      if (row === null) return null;
      return { guest: row.guest, school: row.place?.school ?? null, person: row.place?.person ?? null };
    },
    join: (drillId, viewer, after, take) => {
      pulse.check();
      const live = wake(drillId);
      if (live === null) return { ok: false, error: failure('unknown-drill') };
      return { ok: true, value: live.attendance.join(viewer, after, take) };
    },
    leave: (viewerId, lostAt) => {
      pulse.check();
      for (const { drill, attendance } of [...lives.values()]) {
        if (drill.desk.has(viewerId)) attendance.leave(viewerId, lostAt);
      }
    },
    submit: (drillId, viewerId, commandId, command) =>
      new Promise((done) => {
        pulse.check();
        const live = wake(drillId);
        if (live === null) return done({ ok: false, error: failure('unknown-drill') });
        if (!live.drill.desk.isDesk(viewerId)) {
          done({ ok: false, error: failure('desk-elsewhere') });
          return letGo(live);
        }
        live.drill.submit({ commandId, receivedAt: clock.now(), command, done });
      }),
    report: reports.report,
    watch: () => notBuilt(),
    unwatch: () => notBuilt(),
    setFrozen: () => notBuilt(),
    end: () => notBuilt(),
    inject: () => notBuilt(),
    fork: () => notBuilt(),
    handOver: () => notBuilt(),
    record: () => notBuilt(),
    observe: () => () => {},
    close: async () => {
      pulse.stop();
      const now = clock.now();
      await Promise.all(
        [...lives.values()].map(
          ({ drill, attendance }) =>
            new Promise<void>((stopped) => {
              attendance.stopForServer(now, () => {
                drill.dispose();
                attendance.dispose();
                stopped();
              });
            }),
        ),
      );
      lives.clear();
    },
  };
}

function notBuilt(): never {
  throw new Error('not built');
}
