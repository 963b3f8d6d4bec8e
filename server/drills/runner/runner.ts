/** All drills of this process: opens them, wakes them, sends them their commands and lets them go. */

import { randomBytes, randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { type Catalogs, SHIPPED_ONLY } from '#drills/catalog/catalog.ts';
import { createContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import { replayOf } from '#drills/reports/replay.ts';
import { inProcessReports, type ReportMaker } from '#drills/reports/report-maker.ts';
import { createReports } from '#drills/reports/reports.ts';
import { FOLDED_COST } from '#drills/runner/viewers/broadcast.ts';
import { createCatchUpFeed } from '#drills/runner/viewers/catch-up-feed.ts';
import { createShownLogs } from '#drills/runner/viewers/shown-logs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { createDrillControl } from './drill-control.ts';
import type { DrillHold, DrillNeeds } from './drill-needs.ts';
import { forkDrill } from './fork-drill.ts';
import { createGroupCommit } from './group-commit.ts';
import { createObservers } from './observers.ts';
import { openDrill } from './open-drill.ts';
import type { NodeDrills, Runner } from './ports.ts';
import { createRegistry } from './registry.ts';
import { createViewerPlaces } from './viewer-places.ts';

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
  /** Left out: this process has every drill. */
  hold?: DrillHold;
};

export const createRunner = async ({
  engine,
  maker,
  judge,
  storage,
  catalogs,
  clock,
  logger,
  hold,
}: RunnerNeeds): Promise<Runner & NodeDrills> => {
  const contents = createContentCache(storage, engine.prepare);
  const commit = createGroupCommit(storage, logger);
  const observers = createObservers(logger);
  const needs: DrillNeeds = {
    ...{ engine, judge, storage, commit, contents, clock, logger, observers },
    ...{ shownLogs: createShownLogs(), feed: createCatchUpFeed(logger) },
    ...(hold === undefined ? {} : { hold }),
  };
  const reports = createReports(
    maker ?? inProcessReports(engine, catalogs.data.scenarios),
    storage,
    contents,
    catalogs,
    clock,
    logger,
    observers.scored,
  );
  const registry = await createRegistry(needs, reports);
  const newId = (): string => `d${randomBytes(15).toString('base64url')}`;

  const rowOf = async (drillId: string): Promise<DrillRow | null> =>
    registry.get(drillId)?.drill.row() ?? (await storage.drill(drillId));

  /** A drill that isn't in memory has nobody at its desk; to read its log for that answer would be dear. */
  const notAtDesk = async (drillId: string): Promise<Reply<never>> => {
    const isUnknown = registry.get(drillId) === undefined && (await storage.drill(drillId)) === null;
    return { ok: false, error: failure(isUnknown ? 'unknown-drill' : 'desk-elsewhere') };
  };

  return {
    ...createDrillControl(needs, registry, reports.forget),
    preload: async (scenarios, source = SHIPPED_ONLY) => {
      const { data, hash } = await catalogs.contentFrom(source, scenarios);
      judge.announceContent(hash, contents.ready(hash, data));
    },
    open: (opening) =>
      openDrill(needs, catalogs, { ...opening, seed: opening.seed ?? randomInt(2_147_483_647), id: newId() }),
    fork: (source, target, maskText = (text) => text) => forkDrill(needs, newId(), source, target, maskText),
    ownerOf: async (drillId) => {
      const row = await rowOf(drillId);
      if (row === null) return null;
      if (row.retry !== null) return await storage.ownerOf('drill', drillId);
      // Practice may get its person while it runs; a seat's drill has its own from the start.
      const person = row.place === null ? (await storage.ownerOf('drill', drillId))?.person : row.place.person;
      return { guest: row.guest, school: row.place?.school ?? null, person: person ?? null };
    },
    ownerInMemory: (drillId) => {
      const row = registry.get(drillId)?.drill.row();
      if (row === undefined || row.retry !== null) return null;
      return { guest: row.guest, school: row.place?.school ?? null, person: row.place?.person ?? null };
    },
    catchUpCost: async (drillId, after, isStaff) => {
      const live = registry.get(drillId);
      return live === undefined
        ? FOLDED_COST * (await storage.lengthOf(drillId))
        : live.drill.catchUpCost(after, isStaff);
    },
    ...createViewerPlaces(registry),
    submit: (drillId, viewerId, commandId, request) => {
      registry.check();
      const live = registry.get(drillId);
      if (live?.drill.desk.isDesk(viewerId) !== true) return notAtDesk(drillId);
      return new Promise((answer) => {
        live.drill.submit({ commandId, receivedAt: clock.now(), request, answer });
      });
    },
    report: reports.report,
    reportByCurrentRubric: reports.reportByCurrentRubric,
    replay: (drillId, isStaff, sofar) => replayOf(storage, contents, drillId, isStaff, sofar),
    content: async (drillId) => {
      const row = await rowOf(drillId);
      return row === null ? null : (await contents.get(row.contentHash)).data;
    },
    record: async (drillId) => {
      const row = await rowOf(drillId);
      if (row === null) return null;
      const events = (await readLog(storage, drillId)).map(({ event }) => event);
      return { content: (await contents.get(row.contentHash)).data, events, row };
    },
    observe: observers.add,
    standSince: registry.standSince,
    inMemory: () => registry.all().map(({ drill }) => drill.id),
    has: (drillId) => registry.get(drillId) !== undefined,
    drop: registry.drop,
    takeUp: (drillId) => registry.takeUp(drillId, null),
    readAgain: registry.readAgain,
    load: () => {
      const live = registry.all();
      const running = live.filter(({ drill }) => drill.running()).length;
      return { running, standing: live.length - running, toScore: reports.queueLength() };
    },
    close: async () => {
      reports.close();
      await registry.close();
    },
  };
};
