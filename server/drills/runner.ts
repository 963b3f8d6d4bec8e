/** All drills of this process: opens them, wakes them, sends them their commands and lets them go. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Acked, Joined } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Replay } from '#contract/replay.ts';
import type { Report } from '#contract/report.ts';
import { createContentCache } from '#drills/content-cache.ts';
import type { Viewer } from '#drills/desk.ts';
import { readLog } from '#drills/drill-log.ts';
import type { DrillEngine } from '#drills/engine.ts';
import type { MakeCommand } from '#drills/engine-command.ts';
import { createGroupCommit } from '#drills/group-commit.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { DrillNeeds } from '#drills/live-drill.ts';
import { createLives } from '#drills/lives.ts';
import { createObservers } from '#drills/observers.ts';
import { type Opening, openDrill, storeOpened } from '#drills/open-drill.ts';
import { replayOf } from '#drills/replay.ts';
import { createReports } from '#drills/reports.ts';
import { type From, SHIPPED, type Shelves } from '#drills/shelf.ts';
import type { ContentData } from '#engine/content.ts';
import type { Drill } from '#engine/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/events.ts';
import { type ForkPlace, forkLog } from '#engine/fork.ts';
import type { Belongs } from '#server/access.ts';
import type { Clock } from '#server/clock.ts';
import type { DrillPlace, DrillRow, Storage } from '#storage/storage.ts';

export type RunnerNeeds = {
  engine: DrillEngine;
  /** Not the runner's to close: other runners may ask it too. */
  judge: Judge;
  storage: Storage;
  shelf: Shelves;
  clock: Clock;
  logger: Logger;
};

export type Runner = {
  /** Compiles what drills of these cases will need, so that the first of a class doesn't keep the others waiting. */
  warm(scenarios: readonly string[], from?: From): Promise<void>;
  open(opening: Omit<Opening, 'id' | 'seed'> & { seed: number | null }): Promise<Reply<DrillRow>>;
  /** Whose drill it is; null when there is none. */
  belongs(drillId: string): Belongs | null;
  join(drillId: string, viewer: Viewer, after: number, take: boolean): Reply<Joined>;
  /** The viewer is gone from all its drills; `lostAt` = when it was last heard of. */
  leave(viewerId: string, lostAt: number): void;
  submit(drillId: string, viewerId: string, commandId: string | null, command: MakeCommand): Promise<Reply<Acked>>;
  report(drillId: string): Reply<Report>;
  /** By today's rubric, for comparison: nothing is stored. */
  rescored(drillId: string): Reply<Report>;
  /** What the desk of an ended drill was shown; `staff`: with the ledger in every mode. */
  replay(drillId: string, staff: boolean): Reply<Replay>;
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
  /**
   * A drill that starts just before a turn of another one, or where nothing was said (RULES N7), for a trainee to do
   * again: of a run, or (`place` null) the trainee's own retry. `shown`: what others read of the first trainee's words; their length must stay.
   */
  fork(
    from: ForkPlace & { drill: string },
    to: { guest: string; place: DrillPlace | null },
    shown?: (text: string) => string,
  ): Promise<Reply<DrillRow>>;
  /** The seat's drills now belong to another device: sockets of the old one are shut out. */
  handOver(seat: string, guest: string): void;
  /** What a drill was opened with; null when there is none such. */
  content(drillId: string): ContentData | null;
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
  /** Its score and result are stored: a while after its end. */
  scored?(row: DrillRow): void;
};

export function createRunner({ engine, judge, storage, shelf, clock, logger }: RunnerNeeds): Runner {
  const contents = createContentCache(storage, engine.prepare);
  const commit = createGroupCommit(storage, logger);
  const observers = createObservers(logger);
  const needs: DrillNeeds = { engine, judge, storage, commit, contents, clock, logger, observers };
  const reports = createReports(engine, storage, contents, shelf, clock, logger, observers.scored);
  const lives = createLives(needs, reports);
  const newId = (): string => `d${randomBytes(15).toString('base64url')}`;

  const rowOf = (drillId: string): DrillRow | null => lives.get(drillId)?.drill.row() ?? storage.drill(drillId);

  /** A command of the house: nobody need be at the desk. */
  const order = (drillId: string, command: MakeCommand): Promise<Reply<Acked>> =>
    new Promise((done) => {
      lives.check();
      const live = lives.wake(drillId);
      if (live === null) return done({ ok: false, error: failure('unknown-drill') });
      live.drill.submit({ commandId: null, receivedAt: clock.now(), command, done });
    });

  return {
    warm: async (scenarios, from = SHIPPED) => {
      const { data, hash } = await shelf.contentFrom(from, scenarios);
      judge.expect(hash, contents.put(hash, data));
    },
    open: (opening) =>
      openDrill(needs, shelf, { ...opening, seed: opening.seed ?? randomInt(2_147_483_647), id: newId() }),
    belongs: (drillId) => {
      const row = rowOf(drillId);
      if (row === null) return null;
      if (row.retry !== null) return storage.belongs('drill', drillId);
      // Practice may get its person while it runs; a seat's drill has its own from the start.
      const person = row.place === null ? storage.belongs('drill', drillId)?.person : row.place.person;
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
    submit: (drillId, viewerId, commandId, command) =>
      new Promise((done) => {
        lives.check();
        const live = lives.wake(drillId);
        if (live === null) return done({ ok: false, error: failure('unknown-drill') });
        if (!live.drill.desk.isDesk(viewerId)) {
          done({ ok: false, error: failure('desk-elsewhere') });
          return lives.letGo(live);
        }
        live.drill.submit({ commandId, receivedAt: clock.now(), command, done });
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
    end: (drillId, why) => order(drillId, (at) => ({ kind: 'end', at, why })),
    inject: (drillId, scenario) => order(drillId, (at) => ({ kind: 'inject', at, scenario })),
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
