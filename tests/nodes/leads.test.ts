/** A lead at one node and their peer's desk at another: the report comes to the page, the answer to the desk. */
import { expect, test } from 'vitest';
import { deskRequest } from '#drills/runner/requests.ts';
import { engine } from '#server/engine-parts.ts';
import { CASE, leadCatalog } from '#tests/classroom/leads/support.ts';
import {
  type ClassRoom,
  device,
  newRun,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';
import { twoSchools } from '#tests/http/support/people-world.ts';
import { type Cluster, cluster, type TestNode } from '#tests/nodes/support/cluster.ts';
import { person } from '#tests/storage/people-contract.ts';

const roomAt = ({ clock, storage }: Cluster, { runner, classroom }: TestNode): ClassRoom => ({
  ...{ clock, storage, runner, classroom, restart: async () => {} },
});

test('[J47] [D1] a report and its answer pass between nodes', async () => {
  const all = await cluster({
    engine,
    catalog: leadCatalog(),
    fill: async (storage) => {
      await twoSchools(storage);
      await storage.people.createClass({ id: 'k1', school: 's1', name: '2 班', createdAt: 1, archivedAt: null });
      const members = ['王小明', '李静'].map((name, n) => ({
        ...{ person: person(`m${n + 1}`, { name, role: 'trainee' }), no: `0${n + 1}` },
      }));
      await storage.people.addMembers('k1', members);
    },
  });
  const [first, second] = [roomAt(all, await all.node('a')), roomAt(all, await all.node('b'))];
  await all.clock.advance(1100);
  const run = await newRun(first, { scenarios: [CASE], incidents: [] });
  const peer = await seatTab(first, (await sit(first, run, 'g1', 1)).seat.id, 'g1');
  const lead = await seatTab(second, (await sit(second, run, 'g2', 2)).seat.id, 'g2');
  const seat = lead.last().seat.id;
  value(await first.classroom.leads.give(run.id, TEACHER.id, { seat, leads: true }));
  value(await first.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await all.clock.advance(500);
  const { desk, drill } = await toDesk(first, peer);
  await all.clock.advance(9000);
  const report = { drillId: drill, commandId: 'r1', conversation: 'c1', action: 'escalate', with: { note: '要30元' } };
  value(await first.runner.submit(drill, desk.id, 'r1', deskRequest('action:do', report)));
  await all.clock.advance(500);
  const [asked] = lead.last().lead?.requests ?? [];
  expect(asked).toMatchObject({ drill, state: 'waits', notes: ['要30元'] });
  const answer = { how: 'granted', amount: 3000, words: '破损属实' } as const;
  const body = { drill, ask: asked?.ask ?? '', answer };
  value(await second.classroom.leads.answer(seat, device('g2'), body));
  await all.clock.advance(500);
  expect(desk.seen().find(({ kind }) => kind === 'lead-answered')).toMatchObject({ how: 'granted', amount: 3000 });
  expect(lead.last().lead?.requests[0]).toMatchObject({ state: 'answered' });
});
