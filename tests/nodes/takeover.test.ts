import { expect, onTestFinished, test } from 'vitest';
import type { Clock } from '#common/clock.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import type { Storage } from '#storage/storage.ts';
import { opened, start } from '#tests/drills/support/desk-room.ts';
import { type Cluster, cluster } from '#tests/nodes/support/cluster.ts';
import { room } from '#tests/nodes/support/node-room.ts';

/** A class of a large hall, all on the node that dies. */
const DRILLS = 200;
/** Milliseconds of every question to the database: as to another town. */
const ROUND_TRIP_MS = 15;

/** The storage, of which each answer takes so long where `isFar`. */
const farAway = <T extends object>(part: T, clock: () => Clock, isFar: () => boolean): T => {
  return new Proxy(part, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (key === 'health') return value;
      if (typeof value !== 'function')
        return typeof value === 'object' && value !== null ? farAway(value, clock, isFar) : value;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, given);
        if (!(answer instanceof Promise) || !isFar()) return answer;
        return new Promise((done) => clock().setTimer(ROUND_TRIP_MS, () => done(answer)));
      };
    },
  });
};

test('all drills of a node that dies are another’s within five seconds, two hundred too, their clocks standing [D2]', async () => {
  let isFar = false;
  let all: Cluster | null = null;
  const announced: string[] = [];
  const clockOfAll = (): Clock => {
    if (all === null) throw new Error('no cluster yet');
    return all.clock;
  };
  const storageOf = (storage: Storage, name: string): Storage =>
    name === 'b' ? farAway(storage, clockOfAll, () => isFar) : storage;
  const judge = { ...inProcessJudge, announceContent: (hash: string) => void announced.push(hash) };
  all = await cluster({ storageOf, judge });
  const { clock, storage } = all;
  const [a, b] = [await all.node('a'), await all.node('b')];
  const ids: string[] = [];
  for (let n = 0; n < DRILLS; n++) {
    const drillId = await opened(room(all, a));
    const desk = all.tab(a, `desk-${n}`);
    await a.runner.join(drillId, desk, 0, true);
    await start(room(all, a), drillId, desk);
    ids.push(drillId);
  }
  // The judge is told of a drill's content when its clock starts, here and below.
  expect(announced).toHaveLength(DRILLS);
  await clock.advance(1000);
  isFar = true;
  // What is under way where it fails is to end: the nodes wait for it when they are stopped.
  onTestFinished(async () => {
    isFar = false;
    await clock.advance(5000);
  });
  a.kill();
  const killedAt = clock.now();
  await clock.advance(5000);
  expect(b.counted.takeovers).toBe(DRILLS);
  expect(announced).toHaveLength(DRILLS);
  for (const id of ids) {
    const last = (await storage.read(id, 0)).flatMap(({ events }) => events).at(-1);
    expect(last).toMatchObject({ kind: 'clock-stopped', why: 'server' });
  }
  // Whoever was at a desk gets ready for five seconds more; until then the clock stands.
  isFar = false;
  const [first = ''] = ids;
  const back = all.tab(b, 'back');
  expect(await b.runner.join(first, back, 0, true)).toMatchObject({ value: { running: false, resumesInMs: 5000 } });
  await clock.advance(5100);
  const started = back.seen().findLast(({ kind }) => kind === 'clock-started');
  // From the last heartbeat of the dead node, up to a second and a half before, and all the time until the trainee came.
  expect(started).toMatchObject({ stoppedMs: expect.any(Number) });
  if (started?.kind === 'clock-started') expect(started.stoppedMs).toBeLessThanOrEqual(clock.now() - killedAt + 1500);
  expect(announced).toHaveLength(DRILLS + 1);
});
