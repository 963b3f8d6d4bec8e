/** A project task goes from seat to seat: history, note, where everybody is, and what the note was worth. */
import { expect, test } from 'vitest';
import { refused } from '#contract/errors.ts';
import { TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { HOTEL, projectRoom, SIZE, SWAP, serveSize } from './support.ts';

const NOTE = '脚长24.5脚背高，拿了39.5。已答应首次换码来回运费店里出';

test('[J38] customers begin with the first role; the others have a drill with nobody in it and see where everybody is', async () => {
  const project = await projectRoom();
  const { pages } = project;
  await project.deskOf(1);
  const third = await project.deskOf(3);
  await project.room.clock.advance(5000);
  expect(pages.map((page) => page.last().project?.roles)).toEqual([['售前'], ['售后'], ['仓库']]);
  expect(pages[2]?.last().project?.tasks[0]?.parts).toMatchObject([
    { role: '售前', name: '王小明', mine: false, state: 'here' },
    { role: '售后', name: '李静', mine: false, state: 'waits' },
    { role: '仓库', name: '张伟', mine: true, state: 'waits' },
  ]);
  const opened = (await project.log(third.drill))[0];
  expect(opened).toMatchObject({ kind: 'drill-opened', customers: [], project: { comes: 1 } });
  // Nobody has come yet, so the drill waits however long it takes.
  await project.room.clock.advance(10 * 60_000);
  expect((await project.room.storage.drill(third.drill))?.state).toBe('running');
});

test('[J39] [J40] the next seat gets the conversation with what was said, under the role’s name, and the note on top', async () => {
  const project = await projectRoom();
  const first = await project.deskOf(1);
  const second = await project.deskOf(2);
  const early = await project.send(first, {
    kind: 'conversation:transfer',
    payload: { drillId: first.drill, commandId: 'early', conversation: 'c1', note: NOTE },
  });
  expect(early).toMatchObject({ ok: false });
  await serveSize(project, first);
  await project.handOn(first, `${NOTE}，王小明`);
  await project.room.clock.advance(5000);
  const arrived = second.desk.seen().find(({ kind }) => kind === 'customer-arrived');
  expect(arrived).toMatchObject({ handed: { role: '售前', note: `${NOTE}，○○○` }, next: '仓库', scenario: SWAP });
  const before = arrived?.kind === 'customer-arrived' ? arrived.before : [];
  expect(before[0]).toMatchObject({
    when: '11-12',
    by: 'customer',
    bubbles: expect.arrayContaining([{ kind: 'text', text: '在不' }]),
  });
  expect(before.some(({ by, name }) => by === 'agent' && name === '售前')).toBe(true);
  expect(await project.part(0)).toMatchObject({ state: 'handed', seat: { name: '王小明' } });
  expect(await project.part(1)).toMatchObject({ state: 'here', seat: { name: '李静' } });
  // What was served here is done: the drill ends by itself and is scored for its own part.
  await project.room.clock.advance(60_000);
  expect((await project.room.storage.drill(first.drill))?.state).toBe('ended');
});

test('[J41] [J42] [J43] a thing that stood nowhere is asked for again, and a promise is broken: the board says both, in their words', async () => {
  const project = await projectRoom();
  const [first, second] = [await project.deskOf(1), await project.deskOf(2)];
  await serveSize(project, first);
  await project.handOn(first, '脚长24.5，首次换码免邮');
  await project.say(second, '您好，您哪天比赛？鞋底脏了没有');
  await project.say(second, '可以换40码，换码运费您出');
  const { handOver } = await project.part(1);
  expect(handOver?.items.map(({ id, held }) => [id, held])).toEqual([
    ['foot', true],
    ['race', false],
    ['freight', true],
  ]);
  expect(handOver?.again).toMatchObject([{ says: '22号要跑半马', held: false }]);
  expect(handOver?.again[0]?.quote).toContain('哪天比赛');
  expect(handOver?.broken).toMatchObject([{ says: '首次换码来回运费店里出' }]);
  expect(handOver?.waitedMs).toBeGreaterThan(10_000);
  const own = await project.room.classroom.projects.ofDrill(first.drill);
  expect(own).toMatchObject({
    ok: true,
    value: { given: [{ to: '售后', handOver: { note: '脚长24.5，首次换码免邮' } }], got: [] },
  });
});

test('[J40] a restart between the hand-over and the next seat loses nobody, and nobody comes twice', async () => {
  const project = await projectRoom();
  const first = await project.deskOf(1);
  await serveSize(project, first);
  // The server stops between the note and the next seat: what is to come there doesn't arrive.
  project.room.runner.project = async () => refused('drill-moving');
  await project.handOn(first, NOTE);
  expect((await project.part(1)).state).toBe('due');
  await project.room.restart();
  await project.room.restart();
  const second = await project.part(1);
  const added = (await project.log(second.place?.drill ?? '')).filter(({ kind }) => kind === 'customer-added');
  expect(added).toHaveLength(1);
  expect(added[0]).toMatchObject({ scenario: SWAP, handed: { from: { drill: first.drill, conversation: 'c1' } } });
});

test('[J45] the role of who isn’t there goes to another seat of the group, with a customer nobody has served', async () => {
  const project = await projectRoom(['王小明', '李静', '张伟'], [1, 2, 3]);
  const { room, run } = project;
  const first = await project.deskOf(1);
  await serveSize(project, first);
  await project.handOn(first, NOTE);
  const seats = (await project.board()).groups[0]?.seats.map((seat) => seat?.id ?? '') ?? [];
  const given = await room.classroom.projects.giveRole(run.id, 'teacher', { group: 0, role: 1, seat: seats[2] ?? '' });
  expect(given.ok).toBe(true);
  expect(await project.part(1)).toMatchObject({ seat: { id: seats[2] }, state: 'due' });
  const third = await project.deskOf(3);
  await room.clock.advance(5000);
  expect(third.desk.seen().find(({ kind }) => kind === 'customer-arrived')).toMatchObject({ scenario: SWAP });
  expect((await project.log(third.drill)).find(({ kind }) => kind === 'customers-expected')).toMatchObject({
    count: 2,
  });
  const stranger = await room.classroom.projects.giveRole(run.id, 'teacher', { group: 0, role: 1, seat: 's-nobody' });
  expect(stranger).toMatchObject({ ok: false, error: { code: 'unknown-seat' } });
});

test('[J44] when the bell rings, who has the customer keeps what they did, and those after them are told that nobody comes', async () => {
  const project = await projectRoom();
  const first = await project.deskOf(1);
  await project.say(first, '在的，您脚长多少厘米，脚背高不高？');
  value(await project.room.classroom.runs.enterStage(project.run.id, TEACHER, 'debrief'));
  await project.room.clock.settle();
  const { groups } = await project.board();
  expect(groups[0]?.tasks[0]?.parts.map(({ state }) => state)).toEqual(['ended', 'ended', 'ended']);
  expect((await project.log(first.drill)).at(-1)).toMatchObject({ kind: 'drill-ended' });
});

test('[J38] a class of five forms a group of three and one of two, whose last seat has two roles', async () => {
  const project = await projectRoom(['王小明', '李静', '张伟', '赵敏', '钱进']);
  const { groups } = await project.board();
  expect(groups.map(({ seats }) => seats.map((seat) => seat?.name))).toEqual([
    ['王小明', '李静', '张伟'],
    ['赵敏', '钱进', '钱进'],
  ]);
  expect([SIZE, SWAP, HOTEL]).toHaveLength(3);
});
