import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Classroom, createClassroom } from '#classroom/classroom.ts';
import { createReachabilityMonitor } from '#classroom/lesson/reachability.ts';
import type { Clock } from '#common/clock.ts';
import { type Meter, noMeter } from '#common/meter.ts';
import type { Catalog, Catalogs } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { inProcessJudge, type Judge } from '#drills/judging/judge.ts';
import type { NodeDrills, Runner } from '#drills/runner/ports.ts';
import { createRunner } from '#drills/runner/runner.ts';
import { createNodes, type Nodes } from '#nodes/nodes.ts';
import type { Storage } from '#storage/storage.ts';
import { type Tab, tab } from '#tests/drills/support/desk-room.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { toyEngine } from '#tests/drills/support/toy-engine.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { type FakeRedis, fakeRedis } from './fake-bus.ts';

/** One of several servers of a test, in this process. */
export type TestNode = {
  name: string;
  nodes: Nodes;
  runner: Runner;
  /** Its own part of the runner. */
  local: Runner & NodeDrills;
  classroom: Classroom;
  catalogs: Catalogs;
  /** What its meter counted. */
  counted: { forwarded: number; takeovers: number };
  /** As kill -9: no timer fires any more, nothing it does reaches the database, nobody hears it. */
  kill(): void;
  /** As a laptop that is closed: its timers and what it is told wait until it wakes. */
  sleep(): void;
  wake(): void;
  stop(): Promise<void>;
};

export type Cluster = {
  clock: VirtualClock;
  storage: Storage;
  redis: FakeRedis;
  node(name: string): Promise<TestNode>;
  /** A tab whose socket is at this node. */
  tab(at: TestNode, id: string): NodeTab;
};

type Options = {
  engine?: DrillEngine;
  catalog?: Catalog;
  judge?: Judge;
  /** Puts rows into the empty database. */
  fill?(storage: Storage): Promise<void>;
  /** The storage as this node has it. */
  storageOf?(storage: Storage, name: string): Storage;
};

/** Nodes on one SQLite file and a Redis of the test's own, in virtual time. */
export const cluster = async (options: Options = {}): Promise<Cluster> => {
  const { engine = toyEngine, catalog = toyCatalog, judge = inProcessJudge } = options;
  const clock = virtualClock();
  const storage = await openReady(tempFolder());
  onTestFinished(() => storage.close());
  await options.fill?.(storage);
  const redis = fakeRedis();
  const logger = pino({ level: 'silent' });

  const node = async (name: string): Promise<TestNode> => {
    let state: 'awake' | 'asleep' | 'dead' = 'awake';
    const ownClock = pausable(clock, () => state);
    const under = options.storageOf?.(storage, name) ?? storage;
    let die = (): void => {};
    const death = new Promise<never>((_, failed) => {
      die = () => failed(new Error('dead'));
    });
    death.catch(() => {});
    // A database gives up the locks of a connection that is gone.
    const hold: Storage['locks']['hold'] = (lock, work) => under.locks.hold(lock, () => Promise.race([work(), death]));
    const own = whileAlive(withLocks(under, { ...under.locks, hold }), () => state !== 'dead');
    const counted = { forwarded: 0, takeovers: 0 };
    const meter: Meter = {
      ...noMeter,
      drillForwarded: () => {
        counted.forwarded += 1;
      },
      drillTakenOver: () => {
        counted.takeovers += 1;
      },
    };
    const bus = redis.bus(name, () => state === 'awake');
    const nodes = createNodes({ bus, storage: own, clock: ownClock, logger, meter });
    const catalogs = createCatalogs(catalog, own.authored);
    await nodes.start({ sessionsEnded: () => {}, drillsDeleted: () => {}, casesChanged: catalogs.forgetSchool });
    const needs = { engine, judge, catalogs, clock: ownClock, logger };
    const local = await createRunner({ ...needs, storage: nodes.leased(own), hold: nodes.hold });
    const runner = nodes.share(local);
    const reachability = createReachabilityMonitor({
      ...{ clock: ownClock, publicUrl: null, networks: () => [], isOwn: () => false, listening: () => null },
    });
    const classroom = await createClassroom({
      ...{ storage: own, catalogs, runner, clock: ownClock, logger, reachability, peers: nodes.peers },
    });
    const stop = async (): Promise<void> => {
      if (state === 'dead') return;
      nodes.stopTakingOver();
      await classroom.close();
      await runner.close();
      await nodes.close();
      state = 'dead';
    };
    onTestFinished(stop);
    return {
      ...{ name, nodes, runner, local, classroom, catalogs, counted, stop },
      kill: () => {
        state = 'dead';
        die();
        redis.forget(name);
      },
      sleep: () => {
        state = 'asleep';
      },
      wake: () => {
        state = 'awake';
      },
    };
  };
  return { clock, storage, redis, node, tab: (at, id) => tabAt(clock, at, id) };
};

/** A clock whose timers wait while the node sleeps and never fire once it is dead. */
const pausable = (clock: Clock, state: () => 'awake' | 'asleep' | 'dead'): Clock => {
  return {
    now: clock.now,
    setTimer: (ms, callback) => {
      let cancel = (): void => {};
      const fire = (): void => {
        if (state() === 'awake') callback();
        else if (state() === 'asleep') cancel = clock.setTimer(100, fire);
      };
      cancel = clock.setTimer(ms, fire);
      return () => cancel();
    },
  };
};

/** What a test put around the storage stays. */
const withLocks = (storage: Storage, locks: Storage['locks']): Storage =>
  new Proxy(storage, { get: (target, key) => (key === 'locks' ? locks : Reflect.get(target, key, target)) });

/** The storage of a process: once it is dead, what it asks for never happens and is never answered. */
const whileAlive = <T extends object>(part: T, isAlive: () => boolean): T => {
  return new Proxy(part, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (key === 'health') return value;
      if (typeof value === 'function')
        return (...given: unknown[]): unknown =>
          isAlive() ? Reflect.apply(value, target, given) : new Promise(() => {});
      return typeof value === 'object' && value !== null ? whileAlive(value, isAlive) : value;
    },
  });
};

/** A tab at a node's door. `closed`: how often the server closed its socket so that it connects again. */
export type NodeTab = Tab & { closed: number };

const tabAt = (clock: Clock, at: TestNode, id: string): NodeTab => {
  const page: NodeTab = {
    ...tab(id),
    closed: 0,
    sendMoved: () => {
      page.closed += 1;
      // As the socket that is closed does.
      setImmediate(() => at.runner.leave(id, clock.now()));
    },
  };
  return page;
};
