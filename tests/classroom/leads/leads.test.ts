/** A seat of a lesson leads: what its peers report comes to its page, and its answer to their desks. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { code, device, newRun, seatTab, TEACHER, value, wallTab } from '#tests/classroom/support/class-room.ts';
import { CASE, leadRoom } from './support.ts';

const GRANT = { how: 'granted', amount: 3000, words: '是我们的错，退30元' } as const;

test('[J46] a seat that leads has no drill of its own; its peers’ drills wait for it, and those of a run without don’t', async () => {
  const led = await leadRoom();
  const { pages, leadOf, room } = led;
  expect(pages.map((page) => page.last().drill === null)).toEqual([true, false, false]);
  expect(leadOf(1)).toMatchObject({ peers: ['李静', '张伟'], answerS: 120, requests: [], figures: null });
  expect(leadOf(1).cards).toMatchObject([{ shop: 'tiny', levels: [{ level: 'A' }, { level: 'B' }, { level: 'C' }] }]);
  const second = await led.deskOf(2);
  expect((await led.log(second.drill))[0]).toMatchObject({ kind: 'drill-opened', lead: { answerMs: 120_000 } });
  // Whoever has the seat's page open again is still the lead, and no drill opens for it.
  value(await room.classroom.joinSeat(led.seatOf(1), { ...pages[0], id: 'again' } as never));
  await room.clock.settle();
  expect(pages[0]?.last().drill).toBeNull();

  const without = await leadRoom({ leads: [] });
  const desk = await without.deskOf(2);
  expect((await without.log(desk.drill))[0]).not.toHaveProperty('lead');
});

test('[J47] a report shows on the lead’s page with who, what, the last lines and a clock; the answer reaches the desk', async () => {
  const led = await leadRoom();
  const desk = await led.deskOf(2);
  await led.report(desk);
  const request = led.request();
  expect(request).toMatchObject({
    ...{
      seat: { name: '李静' },
      customer: '小王',
      operation: '报班长',
      notes: ['客户要30元'],
      sum: 3000,
      state: 'waits',
    },
    ...{ answer: null, judged: null },
  });
  expect(request.lines.at(-1)).toEqual({ by: 'customer', text: '赔我30块，找谁定' });
  expect(request.left?.runs).toBe(true);
  expect(request.left?.ms).toBeGreaterThan(100_000);
  expect(desk.desk.seen().some(({ kind }) => kind === 'lead-asked')).toBe(true);
  expect(await led.answer(GRANT)).toBe('ok');
  expect(desk.desk.seen().find(({ kind }) => kind === 'lead-answered')).toMatchObject({
    ...{ conversation: 'c1', how: 'granted', amount: 3000, words: GRANT.words, result: [] },
  });
  expect(led.request()).toMatchObject({ state: 'answered', left: null, answer: { how: 'granted', amount: 3000 } });
  // Read again once the drill is over.
  expect(led.request().lines).toEqual([]);
  // A second page of the same seat answers too late.
  expect(await led.answer(GRANT)).toBe('lead-not-asked');
});

test('[J47] an answer whose reply was lost is sent again and stands as it was; another sending comes too late', async () => {
  const led = await leadRoom();
  const desk = await led.deskOf(2);
  await led.report(desk);
  const [request, id, other] = [led.request(), randomUUID(), randomUUID()];
  expect(await led.answer(GRANT, request, 1, id)).toBe('ok');
  expect(await led.answer(GRANT, request, 1, id)).toBe('ok');
  expect(await led.answer(GRANT, request, 1, other)).toBe('lead-not-asked');
  const answers = (await led.log(desk.drill)).filter(({ kind }) => kind === 'lead-answered');
  expect(answers).toMatchObject([{ request: id }]);
  // Its desk is told the answer once, and of no sending.
  const told = desk.desk.seen().filter(({ kind }) => kind === 'lead-answered');
  expect([told.length, JSON.stringify(told).includes(id)]).toEqual([1, false]);
});

test('[J47] what is said while it waits comes to the page, and a further report adds its note', async () => {
  const led = await leadRoom();
  const desk = await led.deskOf(2);
  await led.report(desk);
  await led.report(desk, '照片已经发来');
  expect(led.leadOf(1).requests).toHaveLength(1);
  expect(led.request().notes).toEqual(['客户要30元', '照片已经发来']);
  const told = led.pages[0]?.told.length ?? 0;
  for (const note of ['一', '二', '三', '四']) await led.act(desk, 'escalate', { note });
  await led.room.clock.advance(2000);
  expect(led.request().notes).toHaveLength(6);
  // However much happens, the page is told once a second.
  expect((led.pages[0]?.told.length ?? 0) - told).toBeLessThanOrEqual(2);
});

test('[J47] nobody answers in time: the shop does, and it counts against the lead', async () => {
  const led = await leadRoom();
  const desk = await led.deskOf(2);
  await led.report(desk);
  await led.room.clock.advance(121_000);
  expect(desk.desk.seen().find(({ kind }) => kind === 'lead-answered')).toMatchObject({
    ...{ how: null, words: '', result: ['已报班长，10分钟内有回音'] },
  });
  expect(led.request().state).toBe('unanswered');
  expect((await led.board()).leads[0]).toMatchObject({
    figures: { requests: 1, inTime: 0, right: 0, score: 0 },
    requests: [{ judged: { verdict: 'unanswered', right: 'granted' } }],
  });
});

test('[J47] a kill in mid-request loses nothing: the request waits on, is answered, and its time still ends', async () => {
  const led = await leadRoom();
  const { room } = led;
  const desk = await led.deskOf(2);
  await led.report(desk);
  const before = led.request();
  await room.restart(30_000);
  led.pages[0] = await seatTab(room, led.seatOf(1), 'g1', 'after');
  const after = led.request();
  expect(after).toMatchObject({ ask: before.ask, state: 'waits', notes: before.notes });
  expect(after.left?.ms).toBeGreaterThan(100_000);
  expect(await led.answer(GRANT, after)).toBe('ok');
  expect((await led.log(desk.drill)).filter(({ kind }) => kind === 'lead-answered')).toHaveLength(1);
});

test('[J49] what was right is told to the lead once the results are published, and not before', async () => {
  const led = await leadRoom();
  const { room, run } = led;
  const desk = await led.deskOf(2);
  await led.report(desk);
  await led.answer({ how: 'refused', words: '不归我们赔' });
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'debrief'));
  await room.clock.settle();
  expect(led.leadOf(1).figures).toBeNull();
  expect(JSON.stringify(led.pages.map(({ told }) => told))).not.toMatch(/50元以内报班长|refused-wrongly/);
  const stored = await room.storage.runs.run(run.id);
  if (stored === null) throw new Error('no run');
  await room.storage.runs.changeRun({ ...stored, publishedAt: room.clock.now() });
  led.pages[0] = await seatTab(room, led.seatOf(1), 'g1', 'later');
  expect(led.leadOf(1).figures).toMatchObject({ requests: 1, inTime: 1, right: 0, within: 1, reasoned: 1, score: 50 });
  expect(led.request().lines.at(-1)).toMatchObject({ by: 'customer' });
  expect(led.request().judged).toMatchObject({
    ...{ verdict: 'refused-wrongly', right: 'granted', why: ['50元以内报班长'] },
  });
});

test('[J51] the part is given before the drill begins, in a lesson, and never to all', async () => {
  const led = await leadRoom({ leads: [], begins: false });
  const { room, run, seatOf } = led;
  const wall = await wallTab(room, run.id);
  const give = async (place: number, leads = true) =>
    code(await room.classroom.leads.give(run.id, TEACHER.id, { seat: seatOf(place), leads }));
  expect([await give(1), await give(2), await give(3)]).toEqual(['ok', 'ok', 'lead-nobody-left']);
  expect(await give(2, false)).toBe('ok');
  await room.clock.advance(1000);
  expect([wall.tile(seatOf(1)).leads, wall.tile(seatOf(2)).leads]).toEqual([true, undefined]);
  expect((await led.board()).seats.map(({ leads }) => leads)).toEqual([true, false, false]);
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  expect([await give(1, false), await give(2)]).toEqual(['lead-too-late', 'lead-too-late']);
  const exam = await newRun(room, { scenarios: [CASE], incidents: [], mode: 'exam' });
  const seat = (await room.storage.runs.seats(exam.id))[0]?.id ?? '';
  expect(code(await room.classroom.leads.give(exam.id, TEACHER.id, { seat, leads: true }))).toBe('lead-not-here');
});

test('[J51] two leads share the class in turn, and answer their own peers alone', async () => {
  const led = await leadRoom({ names: ['甲', '乙', '丙', '丁'], leads: [1, 2] });
  expect([led.leadOf(1).peers, led.leadOf(2).peers]).toEqual([['丙'], ['丁']]);
  const desk = await led.deskOf(4);
  await led.report(desk);
  expect(led.leadOf(1).requests).toEqual([]);
  const asked = led.request(2);
  expect(await led.answer(GRANT, asked, 1)).toBe('lead-not-yours');
  const stranger = led.room.classroom.leads.answer(led.seatOf(2), device('g1'), { ...asked, answer: GRANT });
  expect(code(await stranger)).toBe('unknown-seat');
  expect(await led.answer(GRANT, asked, 2)).toBe('ok');
});
