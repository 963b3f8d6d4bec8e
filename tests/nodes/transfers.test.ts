/** Two seats whose desks are at two nodes: a customer is passed on between them, and comes once, whatever fails. */
import { expect, test } from 'vitest';
import type { Reply } from '#contract/errors.ts';
import { type DeskRequest, deskRequest } from '#drills/runner/requests.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import { fold } from '#engine/state/evolve.ts';
import { engine } from '#server/engine-parts.ts';
import { type ClassRoom, newRun, seatTab, sit, TEACHER, toDesk, value } from '#tests/classroom/support/class-room.ts';
import type { Desk } from '#tests/classroom/transfers/support.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { twoSchools } from '#tests/http/support/people-world.ts';
import { type Cluster, cluster, type TestNode } from '#tests/nodes/support/cluster.ts';
import { person } from '#tests/storage/people-contract.ts';

const roomAt = ({ clock, storage }: Cluster, { runner, classroom }: TestNode): ClassRoom => ({
  ...{ clock, storage, runner, classroom, restart: async () => {} },
});

let commands = 0;
const next = (): string => {
  commands += 1;
  return `n${commands}`;
};

/** The first seat's drill is at node a, the second's at node b; both have their customer. */
const twoDesks = async () => {
  const all = await cluster({
    ...{ engine, catalog: lessonCatalog },
    fill: async (storage) => {
      await twoSchools(storage);
      await storage.people.createClass({ id: 'k1', school: 's1', name: '2 班', createdAt: 1, archivedAt: null });
      const members = ['王小明', '李静'].map((name, n) => ({
        ...{ person: person(`m${n + 1}`, { name, role: 'trainee' }), no: `0${n + 1}` },
      }));
      await storage.people.addMembers('k1', members);
    },
  });
  const [a, b] = [await all.node('a'), await all.node('b')];
  const [first, second] = [roomAt(all, a), roomAt(all, b)];
  await all.clock.advance(1100);
  const run = await newRun(first, { transfers: true, incidents: [] });
  const [one, other] = [(await sit(first, run, 'g1', 1)).seat.id, (await sit(second, run, 'g2', 2)).seat.id];
  const [page, otherPage] = [await seatTab(first, one, 'g1'), await seatTab(second, other, 'g2')];
  value(await first.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await all.clock.advance(500);
  const giver: Desk = { ...(await toDesk(first, page)), seat: one };
  const taker: Desk = { ...(await toDesk(second, otherPage)), seat: other };
  await all.clock.advance(5000);
  const send = (at: TestNode, { desk, drill }: Desk, request: DeskRequest): Promise<Reply<unknown>> =>
    at.runner.submit(drill, desk.id, 'commandId' in request.payload ? request.payload.commandId : null, request);
  const drillOf = async ({ drill }: Desk): Promise<Drill> =>
    fold(
      emptyDrill,
      (await all.storage.read(drill, 0)).flatMap(({ events }) => events),
    );
  return {
    ...{ all, a, b, giver, taker, drillOf },
    pass: () => {
      const payload = { drillId: giver.drill, commandId: next(), conversation: 'c1', seat: other, note: '问几号发' };
      return send(a, giver, deskRequest('conversation:pass', payload));
    },
    take: () => {
      const payload = { drillId: taker.drill, commandId: next(), conversation: 'c2', takes: true, reason: '' };
      return send(b, taker, deskRequest('conversation:answer-pass', payload));
    },
    /** Who has the giver's drill, and who the other's. */
    nodes: async () =>
      (await Promise.all([giver, taker].map(({ drill }) => all.storage.leases.of(drill)))).map((lease) => lease?.node),
    mates: async () => value(await first.classroom.transfers.mates(one)),
  };
};

/** Where the customer stands at the giver's desk, whether they are on their way there, and where at the other's. */
const standing = async ({ drillOf, giver, taker }: Awaited<ReturnType<typeof twoDesks>>) => {
  const [own, theirs] = [(await drillOf(giver)).conversations.c1, (await drillOf(taker)).conversations.c2];
  return [own?.status, own?.passing != null, theirs?.status];
};
const ON_THEIR_WAY = ['waiting', true, 'queued'];
const CAME = ['closed', false, 'waiting'];
const CAME_UNTOLD = ['waiting', true, 'waiting'];

test('[J104] a customer passes between desks at two nodes', async () => {
  const at = await twoDesks();
  expect(await at.nodes()).toEqual(['a', 'b']);
  expect(await at.mates()).toMatchObject([{ seat: at.taker.seat, customers: 1, block: null }]);
  expect((await at.pass()).ok).toBe(true);
  await at.all.clock.advance(500);
  expect(await standing(at)).toEqual(ON_THEIR_WAY);
  expect(at.taker.desk.seen().at(-1)).toMatchObject({ kind: 'pass-coming', name: expect.any(String) });
  expect((await at.take()).ok).toBe(true);
  await at.all.clock.advance(1500);
  expect(await standing(at)).toEqual(CAME);
});

test('[J104] who is offered while Redis is away comes once it is back', async () => {
  const at = await twoDesks();
  at.all.redis.goAway();
  expect((await at.pass()).ok).toBe(true);
  await at.all.clock.advance(5000);
  expect(await standing(at)).toEqual(['waiting', true, undefined]);
  at.all.redis.comeBack();
  await at.all.clock.advance(5000);
  expect(await standing(at)).toEqual(ON_THEIR_WAY);
});

test('[J104] the giver hears that the customer was taken once Redis is back', async () => {
  const at = await twoDesks();
  await at.pass();
  await at.all.clock.advance(500);
  at.all.redis.goAway();
  expect((await at.take()).ok).toBe(true);
  await at.all.clock.advance(4000);
  expect(await standing(at)).toEqual(CAME_UNTOLD);
  at.all.redis.comeBack();
  await at.all.clock.advance(8000);
  expect(await standing(at)).toEqual(CAME);
});

test('[J104] the giver’s node dies after the offer, and the customer comes', async () => {
  const at = await twoDesks();
  expect((await at.pass()).ok).toBe(true);
  at.a.kill();
  await at.all.clock.advance(15_000);
  expect(await at.nodes()).not.toContain('a');
  expect(await standing(at)).toEqual(ON_THEIR_WAY);
});

test('[J104] the other’s node dies before it has told the giver, and the giver hears it', async () => {
  const at = await twoDesks();
  await at.pass();
  await at.all.clock.advance(500);
  at.all.redis.goAway();
  expect((await at.take()).ok).toBe(true);
  at.b.kill();
  expect(await standing(at)).toEqual(CAME_UNTOLD);
  at.all.redis.comeBack('a');
  await at.all.clock.advance(15_000);
  expect(await at.nodes()).not.toContain('b');
  expect(await standing(at)).toEqual(CAME);
});
