/** All drills of this process: opens them, wakes them, sends them their commands and lets them go. */

import { randomBytes, randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { Acked } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { type Catalogs, SHIPPED } from '#drills/catalog/catalog.ts';
import { createContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import { replayOf } from '#drills/reports/replay.ts';
import { createReports } from '#drills/reports/reports.ts';
import { forkLog } from '#engine/fork.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { createGroupCommit } from './group-commit.ts';
import { createObservers } from './observers.ts';
import { openDrill, storeOpened } from './open-drill.ts';
import type { Runner } from './ports.ts';
import { createRegistry } from './registry.ts';
import type { HouseRequest } from './requests.ts';

export type RunnerNeeds = {
  engine: DrillEngine;
  /** Not the runner's to close: other runners may ask it too. */
  judge: Judge;
  storage: Storage;
  catalogs: Catalogs;
  clock: Clock;
  logger: Logger;
};

export function createRunner({ engine, judge, storage, catalogs, clock, logger }: RunnerNeeds): Runner {
  const contents = createContentCache(storage, engine.prepare);
  const commit = createGroupCommit(storage, logger);
  const observers = createObservers(logger);
  const needs: DrillNeeds = { engine, judge, storage, commit, contents, clock, logger, observers };
  const reports = createReports(engine, storage, contents, catalogs, clock, logger, observers.scored);
  const lives = createRegistry(needs, reports);
  const newId = (): string => `d${randomBytes(15).toString('base64url')}`;

  const rowOf = (drillId: string): DrillRow | null => lives.get(drillId)?.drill.row() ?? storage.drill(drillId);

  /** A command of the house: nobody need be at the desk. */
  const order = (drillId: string, request: HouseRequest): Promise<Reply<Acked>> =>
    new Promise((done) => {
      lives.check();
      const live = lives.wake(drillId);
      if (live === null) return done({ ok: false, error: failure('unknown-drill') });
      live.drill.submit({ commandId: null, receivedAt: clock.now(), request, done });
    });

  return {
    warm: async (scenarios, from = SHIPPED) => {
      const { data, hash } = await catalogs.contentFrom(from, scenarios);
      judge.expect(hash, contents.put(hash, data));
    },
    open: (opening) =>
      openDrill(needs, catalogs, { ...opening, seed: opening.seed ?? randomInt(2_147_483_647), id: newId() }),
    ownerOf: (drillId) => {
      const row = rowOf(drillId);
      if (row === null) return null;
      if (row.retry !== null) return storage.ownerOf('drill', drillId);
      // Practice may get its person while it runs; a seat's drill has its own from the start.
      const person = row.place === null ? storage.ownerOf('drill', drillId)?.person : row.place.person;
      return { guest: row.guest, school: row.place?.school ?? null, person: person ?? null };
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
        const live = lives.wake(drillId);
        if (live === null) return done({ ok: false, error: failure('unknown-drill') });
        if (!live.drill.desk.isDesk(viewerId)) {
          done({ ok: false, error: failure('desk-elsewhere') });
          return lives.letGo(live);
        }
        live.drill.submit({ commandId, receivedAt: clock.now(), request, done });
      }),
    report: reports.report,
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
    setFrozen: (drillId, frozen) =>
      new Promise((done) => {
        lives.check();
        const live = lives.wake(drillId);
        if (live === null || live.drill.drill().ended !== null) return done();
        lives.freeze(drillId, frozen);
        live.attendance.frozenChanged(done);
      }),
    end: (drillId, why) => order(drillId, { kind: 'end', why }),
    inject: (drillId, scenario) => order(drillId, { kind: 'inject', scenario }),
    fork: async ({ drill, conversation, turn, since }, { guest, place }, shown = (text) => text) => {
      const row = storage.drill(drill);
      if (row === null) return { ok: false, error: failure('unknown-turn') };
      const log = readLog(storage, drill).map(({ event }) => event);
      const forked = forkLog(log, { drill, conversation, turn, since });
      if (forked === null) return { ok: false, error: failure('unknown-turn') };
      const scenarios = [forked.scenario];
      const fresh = { state: 'opened', openedAt: clock.now(), endedAt: null, score: null } as const;
      const events = forked.events.map((event) =>
        event.kind === 'trainee-said' ? { ...event, text: shown(event.text) } : event,
      );
      const retry = place === null ? { drill, conversation, turn, since } : null;
      return storeOpened(needs, { ...row, ...fresh, id: newId(), guest, scenarios, place, retry }, events);
    },
    handOver: (seat, guest) => {
      // Who does a turn of such a drill again loses that desk with it.
      const changes = ({ place, guest: before }: DrillRow): boolean => place?.seat === seat && before !== guest;
      const retries = lives.all().filter(({ drill }) => {
        const { retry } = drill.row();
        const first = retry === null ? null : storage.drill(retry.drill);
        return first !== null && changes(first);
      });
      storage.handOver(seat, guest);
      for (const { attendance } of retries) attendance.dismiss();
      for (const { drill, attendance } of lives.all()) {
        if (!changes(drill.row())) continue;
        drill.giveTo(guest);
        attendance.dismiss();
      }
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
    close: async () => {
      reports.close();
      await lives.close();
    },
  };
}
