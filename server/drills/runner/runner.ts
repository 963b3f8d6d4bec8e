/** All drills of this process: opens them, wakes them, sends them their commands and lets them go. */

import { randomBytes, randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { failure } from '#contract/errors.ts';
import { type Catalogs, SHIPPED } from '#drills/catalog/catalog.ts';
import { createContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import { replayOf } from '#drills/reports/replay.ts';
import { inProcessReports, type ReportMaker } from '#drills/reports/report-maker.ts';
import { createReports } from '#drills/reports/reports.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { FOLDED_COST } from './broadcast.ts';
import { createCatchUpFeed } from './catch-up-feed.ts';
import { createDrillControl } from './drill-control.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { forkDrill } from './fork-drill.ts';
import { createGroupCommit } from './group-commit.ts';
import { createObservers } from './observers.ts';
import { openDrill } from './open-drill.ts';
import type { Runner } from './ports.ts';
import { createRegistry } from './registry.ts';
import { createShownLogs } from './shown-logs.ts';

export type RunnerNeeds = {
  engine: DrillEngine;
  /** Makes reports; closed with the runner. Left out: they are made in this thread. */
  maker?: ReportMaker;
  /** Not the runner's to close: other runners may ask it too. */
  judge: Judge;
  storage: Storage;
  catalogs: Catalogs;
  clock: Clock;
  logger: Logger;
};

export function createRunner({ engine, maker, judge, storage, catalogs, clock, logger }: RunnerNeeds): Runner {
  const contents = createContentCache(storage, engine.prepare);
  const commit = createGroupCommit(storage, logger);
  const observers = createObservers(logger);
  const needs: DrillNeeds = {
    ...{ engine, judge, storage, commit, contents, clock, logger, observers },
    ...{ shownLogs: createShownLogs(), feed: createCatchUpFeed(logger) },
  };
  const reports = createReports(
    engine,
    maker ?? inProcessReports(engine, catalogs.data.scenarios),
    storage,
    contents,
    catalogs,
    clock,
    logger,
    observers.scored,
  );
  const lives = createRegistry(needs, reports);
  const newId = (): string => `d${randomBytes(15).toString('base64url')}`;

  const rowOf = (drillId: string): DrillRow | null => lives.get(drillId)?.drill.row() ?? storage.drill(drillId);

  return {
    ...createDrillControl(needs, lives),
    warm: async (scenarios, from = SHIPPED) => {
      const { data, hash } = await catalogs.contentFrom(from, scenarios);
      judge.expect(hash, contents.put(hash, data));
    },
    open: (opening) =>
      openDrill(needs, catalogs, { ...opening, seed: opening.seed ?? randomInt(2_147_483_647), id: newId() }),
    fork: (from, to, shown = (text) => text) => forkDrill(needs, newId(), from, to, shown),
    ownerOf: (drillId) => {
      const row = rowOf(drillId);
      if (row === null) return null;
      if (row.retry !== null) return storage.ownerOf('drill', drillId);
      // Practice may get its person while it runs; a seat's drill has its own from the start.
      const person = row.place === null ? storage.ownerOf('drill', drillId)?.person : row.place.person;
      return { guest: row.guest, school: row.place?.school ?? null, person: person ?? null };
    },
    catchUpCost: (drillId, after, staff) => {
      const live = lives.get(drillId);
      return live === undefined ? FOLDED_COST * storage.lengthOf(drillId) : live.drill.catchUpCost(after, staff);
    },
    join: (drillId, viewer, after, take) => {
      lives.check();
      const live = lives.wake(drillId);
      if (live === null) return { ok: false, error: failure('unknown-drill') };
      return { ok: true, value: live.attendance.join(viewer, after, take) };
    },
    leave: (viewerId, lostAt) => {
      lives.check();
      for (const live of lives.all()) {
        const watched = live.drill.unwatch(viewerId);
        if (live.drill.desk.has(viewerId)) live.attendance.leave(viewerId, lostAt);
        else if (watched) lives.letGo(live);
      }
    },
    submit: (drillId, viewerId, commandId, request) =>
      new Promise((done) => {
        lives.check();
        // A drill that isn't in memory has nobody at its desk; to read its log for that answer would be dear.
        const live = lives.get(drillId);
        if (live?.drill.desk.isDesk(viewerId) !== true) {
          const code = live === undefined && storage.drill(drillId) === null ? 'unknown-drill' : 'desk-elsewhere';
          return done({ ok: false, error: failure(code) });
        }
        live.drill.submit({ commandId, receivedAt: clock.now(), request, done });
      }),
    report: reports.report,
    ready: reports.ready,
    rescored: reports.rescored,
    replay: (drillId, staff) => replayOf(storage, contents, drillId, staff),
    watch: (drillId, viewer, after) => {
      lives.check();
      const live = lives.wake(drillId);
      if (live === null) return { ok: false, error: failure('unknown-drill') };
      const { drill } = live;
      drill.watch(viewer, after);
      return {
        ok: true,
        value: { seq: drill.drill().seq, now: drill.now(), mine: false, running: drill.running() },
      };
    },
    unwatch: (drillId, viewerId) => {
      const live = lives.get(drillId);
      if (live === undefined) return;
      live.drill.unwatch(viewerId);
      lives.letGo(live);
    },
    content: (drillId) => {
      const row = rowOf(drillId);
      return row === null ? null : contents.get(row.contentHash).data;
    },
    record: (drillId) => {
      const row = rowOf(drillId);
      if (row === null) return null;
      const events = readLog(storage, drillId).map(({ event }) => event);
      return { content: contents.get(row.contentHash).data, events, row };
    },
    observe: observers.add,
    standSince: lives.standSince,
    close: async () => {
      reports.close();
      await lives.close();
    },
  };
}
