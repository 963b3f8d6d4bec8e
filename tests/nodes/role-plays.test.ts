/** A trainee's desk at one node, and whoever plays their customer at another. */
import { expect, test } from 'vitest';
import type { RolePlayState } from '#contract/together/role-plays.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { engine } from '#server/engine-parts.ts';
import {
  type ClassRoom,
  device,
  newRun,
  seatTab,
  TEACHER,
  toDesk,
  value,
  wallTab,
} from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { twoSchools } from '#tests/http/support/people-world.ts';
import { type Cluster, cluster, type TestNode } from '#tests/nodes/support/cluster.ts';

const roomAt = ({ clock, storage }: Cluster, { runner, classroom }: TestNode): ClassRoom => ({
  ...{ clock, storage, runner, classroom, restart: async () => {} },
});

test('[J108] [J116] whoever plays hears the trainee from another node, also what was said while Redis was away', async () => {
  const all = await cluster({ engine, catalog: lessonCatalog, fill: (storage) => twoSchools(storage) });
  const [first, second] = [roomAt(all, await all.node('a')), roomAt(all, await all.node('b'))];
  await all.clock.advance(1100);
  const run = await newRun(first, { rolePlay: true, incidents: [] }, null);
  const take = async (room: ClassRoom, guest: string, name: string): Promise<string> =>
    value(await room.classroom.seats.join(run.code, device(guest), { name })).seat.id;
  const seat = await take(first, 'g1', '王小明');
  const page = await seatTab(first, seat, 'g1');
  const mate = await take(second, 'g2', '李静');
  value(await first.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await all.clock.advance(500);
  const { desk, drill } = await toDesk(first, page);
  const code = (await all.storage.rolePlays.ofDrill(drill))?.code ?? '';
  value(await second.classroom.rolePlays.take(code, device('g2'), 'g2', '李静'));
  const states: RolePlayState[] = [];
  const viewer = { id: 'player', sendRole: (state: RolePlayState) => void states.push(state) };
  const wall = await wallTab(first, run.id);
  value(await second.classroom.rolePlays.join(code, device('g2'), viewer));
  await all.clock.advance(500);
  expect(wall.tile(mate)).toMatchObject({ link: 'online', plays: { name: '王小明' } });
  expect((await wallTab(first, run.id, 'late')).tile(mate)).toMatchObject({ plays: { name: '王小明' } });
  value(await second.classroom.rolePlays.play(code, device('g2'), 'p1', { do: 'ready' }));
  const say = async (id: string, text: string): Promise<void> => {
    const made = { how: 'typed' as const, quickReply: null };
    const payload = { drillId: drill, commandId: id, conversation: 'c1', text, made, anatomy: null };
    value(await first.runner.submit(drill, desk.id, id, deskRequest('message:send', payload)));
    await all.clock.advance(500);
  };
  value(await first.runner.submit(drill, desk.id, 's', deskRequest('drill:start', { drillId: drill, commandId: 's' })));
  await all.clock.advance(6000);
  await say('m1', '您好，在的');
  const heard = () => states.at(-1)?.lines.flatMap(({ by, text }) => (by === 'agent' ? [text] : []));
  expect(heard()).toEqual(['您好，在的']);
  all.redis.goAway();
  await say('m2', '请说');
  expect(heard()).toEqual(['您好，在的']);
  all.redis.comeBack();
  await all.clock.advance(2000);
  expect(heard()).toEqual(['您好，在的', '请说']);
  await second.classroom.leave('player');
  await all.clock.advance(500);
  expect(wall.tile(mate)).toMatchObject({ link: 'lost' });
  expect(wall.tile(mate).plays).toBeUndefined();
});
