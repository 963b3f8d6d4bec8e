import { describe, expect, test } from 'vitest';
import { engine } from '#server/engine-parts.ts';
import type { Storage } from '#storage/storage.ts';
import {
  ANGRY,
  type ClassRoom,
  MINUTE,
  newRun,
  say,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
  wallTab,
} from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { toyScenario } from '#tests/drills/support/toy-content.ts';
import { twoSchools } from '#tests/http/support/people-world.ts';
import { type Cluster, cluster, type TestNode } from '#tests/nodes/support/cluster.ts';
import { writeCase } from '#tests/storage/authored-contract.ts';
import { person } from '#tests/storage/people-contract.ts';

type StorageOf = (storage: Storage, name: string) => Storage;

const classCluster = (storageOf?: StorageOf): Promise<Cluster> =>
  cluster({
    engine,
    ...(storageOf === undefined ? {} : { storageOf }),
    catalog: lessonCatalog,
    fill: async (storage) => {
      await twoSchools(storage);
      await storage.people.createClass({ id: 'k1', school: 's1', name: '电商 2 班', createdAt: 1, archivedAt: null });
      const members = ['王小明', '李静', '张伟'].map((name, index) => ({
        person: person(`m${index + 1}`, { name, role: 'trainee' }),
        no: String(index + 1).padStart(2, '0'),
      }));
      await storage.people.addMembers('k1', members);
    },
  });

/** A node as the helpers of a classroom's tests know one. */
const roomAt = ({ clock, storage }: Cluster, { runner, classroom }: TestNode): ClassRoom => ({
  ...{ clock, storage, runner, classroom, restart: async () => {} },
});

/** A lesson that runs: the teacher is at node t, the first seat at a, the second at b. */
const lesson = async (storageOf?: StorageOf) => {
  const all = await classCluster(storageOf);
  const [t, a, b] = [await all.node('t'), await all.node('a'), await all.node('b')];
  await all.clock.advance(1100);
  const [teacher, first, second] = [roomAt(all, t), roomAt(all, a), roomAt(all, b)];
  const run = await newRun(teacher);
  const wall = await wallTab(teacher, run.id);
  const pages = [
    await seatTab(first, (await sit(first, run, 'g1', 1)).seat.id, 'g1'),
    await seatTab(second, (await sit(second, run, 'g2', 2)).seat.id, 'g2'),
  ] as const;
  await all.clock.advance(500);
  return { all, t, a, b, teacher, first, second, run, wall, pages };
};

/** The same, with both trainees at their desks. */
const drilling = async (storageOf?: StorageOf) => {
  const room = await lesson(storageOf);
  const { all, teacher, first, second, run, pages } = room;
  value(await teacher.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await all.clock.advance(500);
  const desks = [await toDesk(first, pages[0]), await toDesk(second, pages[1])] as const;
  await all.clock.advance(500);
  return { ...room, desks };
};
const seats = (pages: readonly { last(): { seat: { id: string } } }[]) => pages.map((page) => page.last().seat.id);
const states = async ({ storage }: Cluster, run: string) =>
  (await storage.drillsOfRun(run)).map(({ state }) => state).toSorted();

/** A storage at node t whose next reading of a run's seats is held back from `hold` until `release`. */
const slowSeats = () => {
  let isHolding = false;
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  return {
    hold: () => {
      isHolding = true;
    },
    release: () => release(),
    storageOf: (storage: Storage, name: string): Storage =>
      name !== 't'
        ? storage
        : {
            ...storage,
            runs: {
              ...storage.runs,
              seats: async (run) => {
                const isHeld = isHolding;
                isHolding = false;
                const found = await storage.runs.seats(run);
                if (isHeld) await held;
                return found;
              },
            },
          },
  };
};

describe('a lesson over several nodes', () => {
  test('begins for every seat once, and each page is told [D6]', async () => {
    const { all, run, pages, desks } = await drilling();
    expect(await states(all, run.id)).toEqual(['running', 'running']);
    expect(pages.map((page) => page.last().run.stage)).toEqual(['drill', 'drill']);
    expect(desks[0].drill).not.toBe(desks[1].drill);
  });

  test('is on the wall as it happens, whichever node it happens at: who is there, and what was said [D6]', async () => {
    const { all, a, teacher, second, run, wall, pages, desks } = await drilling();
    const [one = '', two = ''] = seats(pages);
    expect([one, two].map((seat) => [wall.tile(seat).link, wall.tile(seat).state])).toEqual([
      ...[
        ['online', 'running'],
        ['online', 'running'],
      ],
    ]);
    await all.clock.advance(8000);
    const before = wall.tile(two);
    await say(second, desks[1], '亲，39码有货的');
    await all.clock.advance(1000);
    expect(wall.tile(two)).not.toEqual(before);
    // What the board has folded over nodes is what the logs say.
    const anew = await wallTab(teacher, run.id, 'anew');
    expect(wall.tile(two)).toEqual(anew.tile(two));

    // A wall that is opened late hears who is there already.
    expect((await wallTab(second, run.id, 'late')).tile(one).link).toBe('online');

    a.runner.leave(desks[0].desk.id, all.clock.now());
    await a.classroom.leave(pages[0].id);
    await all.clock.advance(1500);
    expect(wall.tile(one).link).toBe('lost');
    expect(wall.tile(two).link).toBe('online');
  });

  test('a node without a wall on it is told nothing of its drills', async () => {
    const { all, second, desks } = await drilling();
    await all.clock.advance(8000);
    all.redis.said.length = 0;
    await say(second, desks[1], '亲，39码有货的');
    await all.clock.advance(100);
    expect(all.redis.said.filter((line) => line.includes('→ a'))).toEqual([]);
    expect(all.redis.said.filter((line) => line.startsWith('b → t'))).not.toEqual([]);
  });

  test('is frozen, goes on and gets a customer by a teacher at another node', async () => {
    const { all, teacher, run, pages, desks } = await drilling();
    value(await teacher.classroom.runs.freeze(run.id, TEACHER, true));
    await all.clock.advance(500);
    expect(pages.map((page) => page.last().run.frozen)).toEqual([true, true]);
    for (const { desk } of desks) expect(desk.seen().at(-1)).toMatchObject({ kind: 'clock-stopped', why: 'freeze' });
    value(await teacher.classroom.runs.freeze(run.id, TEACHER, false));
    await all.clock.advance(500);
    for (const { desk } of desks) expect(desk.seen().at(-1)).toMatchObject({ kind: 'clock-started' });
    value(await teacher.classroom.runs.inject(run.id, TEACHER, { seat: null, incident: ANGRY }));
    await all.clock.advance(3000);
    for (const { desk } of desks)
      expect(desk.seen().some((event) => event.kind === 'customer-arrived' && event.conversation === 'c2')).toBe(true);
  });

  test('ends at its bell once, though the node it was begun at has died [D6]', async () => {
    const { all, t, first, run, pages } = await drilling();
    await all.clock.advance(2000);
    t.kill();
    await all.clock.advance(12 * MINUTE + 5000);
    expect(await states(all, run.id)).toEqual(['ended', 'ended']);
    expect((await all.storage.runs.run(run.id))?.stage).toBe('debrief');
    const stages = (await all.storage.runs.log(run.id)).filter(
      ({ kind, body }) => kind === 'stage' && body.stage === 'debrief',
    );
    expect(stages).toHaveLength(1);
    expect(pages.map((page) => page.last().run.stage)).toEqual(['debrief', 'debrief']);
    expect(value(await first.classroom.runs.body(run.id)).clock.elapsedMs).toBe(12 * MINUTE);
  });

  test('keeps a freeze where a drill is taken over from a dead node', async () => {
    const { all, b, teacher, first, run, pages, desks } = await drilling();
    value(await teacher.classroom.runs.freeze(run.id, TEACHER, true));
    await all.clock.advance(1100);
    b.kill();
    await all.clock.advance(5000);
    // The page of the dead node is let in by the balancer elsewhere.
    const { desk } = await toDesk(first, pages[1]);
    await all.clock.advance(7000);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'clock-stopped' });
    expect(desks[1].drill).toBe(pages[1].last().drill);
    value(await teacher.classroom.runs.freeze(run.id, TEACHER, false));
    await all.clock.advance(7000);
    expect(desk.seen().some(({ kind, at }) => kind === 'clock-started' && at > 0)).toBe(true);
  });

  test('goes on with its clock while a node lives, and stands where all were away (RULES C4)', async () => {
    const { all, t, a, b, first, run } = await drilling();
    await all.clock.advance(10_000);
    const before = value(await first.classroom.runs.body(run.id)).clock.elapsedMs;
    t.sleep();
    await all.clock.advance(10_000);
    t.wake();
    await all.clock.advance(2000);
    expect(value(await first.classroom.runs.body(run.id)).clock.elapsedMs).toBe(before + 12_000);
    expect((await all.storage.runs.log(run.id)).filter(({ kind }) => kind === 'away')).toEqual([]);
    for (const node of [t, a, b]) node.kill();
    await all.clock.advance(MINUTE);
    const d = roomAt(all, await all.node('d'));
    const [shown, away] = [
      value(await d.classroom.runs.body(run.id)).clock,
      (await all.storage.runs.log(run.id)).filter(({ kind }) => kind === 'away'),
    ];
    expect(shown).toMatchObject({ running: false });
    expect(shown.elapsedMs).toBeLessThanOrEqual(before + 12_000);
    expect(away).toHaveLength(1);
  });

  test('has its clock written by one node, though it was begun at another', async () => {
    const { all, t, a, b, run } = await drilling();
    await all.clock.advance(20_000);
    for (const node of [t, a, b]) node.kill();
    await all.clock.advance(MINUTE);
    const { classroom } = await all.node('d');
    expect(value(await classroom.runs.body(run.id)).clock.elapsedMs).toBeGreaterThanOrEqual(18_000);
  });

  test('is shown as it is once Redis is back: walls, seats and the run [D5]', async () => {
    const { all, teacher, second, run, wall, pages, desks } = await drilling();
    await all.clock.advance(8000);
    const [, two = ''] = seats(pages);
    all.redis.goAway();
    await say(second, desks[1], '亲，39码有货的');
    value(await teacher.classroom.runs.extend(run.id, TEACHER, 5));
    await all.clock.advance(1500);
    expect(pages[0].last().run.clock.totalMs).toBe(12 * MINUTE);
    const missed = wall.tile(two);
    all.redis.comeBack();
    await all.clock.advance(1500);
    expect(pages.map((page) => page.last().run.clock.totalMs)).toEqual([17 * MINUTE, 17 * MINUTE]);
    expect(wall.tile(two)).not.toEqual(missed);
    expect(wall.tile(two)).toEqual((await wallTab(teacher, run.id, 'anew')).tile(two));
    expect(wall.tile(two).link).toBe('online');
  });

  test('is shown as it is though one node has Redis back later than the other [D5]', async () => {
    const { all, teacher, second, run, wall, pages, desks } = await drilling();
    await all.clock.advance(8000);
    const [, two = ''] = seats(pages);
    all.redis.goAway();
    await say(second, desks[1], '亲，39码有货的');
    all.redis.comeBack('t');
    await all.clock.advance(1500);
    all.redis.comeBack();
    await all.clock.advance(1500);
    expect(wall.tile(two).link).toBe('online');
    expect(wall.tile(two)).toEqual((await wallTab(teacher, run.id, 'anew')).tile(two));
  });

  test('a node too busy to answer in time is asked again, and its trainees are shown [D6]', async () => {
    const { all, b, first, run, pages } = await drilling();
    const [, two = ''] = seats(pages);
    // Busy for longer than an answer is waited for, and not for so long that it counts as dead.
    b.sleep();
    const opening = wallTab(first, run.id, 'late');
    await all.clock.advance(3200);
    b.wake();
    const late = await opening;
    expect(late.tile(two).link).toBe('lost');
    await all.clock.advance(1500);
    expect(late.tile(two).link).toBe('online');
  });

  test('a node that counted as gone for a moment is told what happens again [D6]', async () => {
    const { all, t, teacher, second, run, wall, pages, desks } = await drilling();
    await all.clock.advance(8000);
    const [, two = ''] = seats(pages);
    // The other node takes it for dead, and it never knows: the other one's beats went on.
    t.sleep();
    await all.clock.advance(5000);
    t.wake();
    await all.clock.advance(2500);
    await say(second, desks[1], '亲，39码有货的');
    await all.clock.advance(1500);
    expect(wall.tile(two)).toEqual((await wallTab(teacher, run.id, 'anew')).tile(two));
    expect(wall.tile(two).link).toBe('online');
  });

  test('a wall read again twice ends as the log says, though the first reading ends last [D6]', async () => {
    const slow = slowSeats();
    const { all, teacher, second, run, wall, pages, desks } = await drilling(slow.storageOf);
    await all.clock.advance(8000);
    const [, two = ''] = seats(pages);
    const lose = async (): Promise<void> => {
      all.redis.goAway();
      all.redis.comeBack();
      await all.clock.settle();
    };
    slow.hold();
    await lose();
    await lose();
    await all.clock.advance(500);
    await say(second, desks[1], '亲，39码有货的');
    await all.clock.advance(1500);
    slow.release();
    await all.clock.settle();
    expect(wall.tile(two)).toEqual((await wallTab(teacher, run.id, 'anew')).tile(two));
  });

  test('a seat asked for at two nodes at once opens one drill', async () => {
    const { all, teacher, second, run, pages } = await lesson();
    value(await teacher.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
    await Promise.all([
      teacher.classroom.joinSeat(pages[1].last().seat.id, { ...pages[1], id: 'elsewhere' }),
      second.classroom.joinSeat(pages[1].last().seat.id, { ...pages[1], id: 'again' }),
    ]);
    await all.clock.advance(500);
    expect(await states(all, run.id)).toEqual(['opened', 'opened']);
  });

  test('a case that a school publishes at one node is in the catalog of the others', async () => {
    const all = await cluster();
    const [t, a] = [await all.node('t'), await all.node('a')];
    const own = async (): Promise<number> => (await a.catalogs.of('s1')).ownCases.length;
    expect(await own()).toBe(0);
    const scenario = toyScenario('promotion/own');
    await writeCase(all.storage, { id: 'a1', school: 's1', by: 'root', scenario, published: true });
    t.nodes.tell.casesChanged('s1');
    await all.clock.settle();
    expect(await own()).toBe(1);
  });
});
