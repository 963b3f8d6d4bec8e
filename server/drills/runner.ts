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
import type { Clock } from '#server/clock.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

export type RunnerNeeds = { engine: DrillEngine; storage: Storage; shelf: Shelf; clock: Clock; logger: Logger };

export type Runner = {
  open(opening: Omit<Opening, 'id' | 'seed'> & { seed: number | null }): Promise<Reply<DrillRow>>;
  /** Whose drill it is; null when there is none. */
  ownerOf(drillId: string): string | null;
  join(drillId: string, viewer: Viewer, after: number, take: boolean): Reply<Joined>;
  /** The viewer is gone from all its drills; `lostAt` = when it was last heard of. */
  leave(viewerId: string, lostAt: number): void;
  submit(drillId: string, viewerId: string, commandId: string | null, command: MakeCommand): Promise<Reply<Acked>>;
  report(drillId: string): Reply<Report>;
  /** Stops every clock now and waits until that is stored. */
  close(): Promise<void>;
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
    ownerOf: (drillId) => (lives.get(drillId)?.drill.row ?? storage.drill(drillId))?.guest ?? null,
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
