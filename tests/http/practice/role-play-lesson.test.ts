/** 角色扮演 in a lesson: who plays whom, the card by one press, and what the teacher's table has of it. */
import { expect, test } from 'vitest';
import { factsOf } from '#classroom/terms/facts.ts';
import type { RunResults } from '#contract/results.ts';
import type { Plan, RunBody, SeatBody } from '#contract/runs.ts';
import type { PlayedDoubts, SeatCard } from '#contract/together/role-plays.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import {
  aClass,
  type Desk,
  deskOf,
  lessonPlan,
  SECOND,
  say,
  sit,
  start,
  type Trainee,
  type World,
  world,
} from '#tests/http/terms/fortnight/two-schools.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';

const PLAYED = 'payment-reminder/unpaid-forgot';
const plan: Plan = lessonPlan({ scenarios: [PLAYED], rolePlay: true, results: 'at-once' });

/** A class of whom the first `there` have come; the drill stage has begun. */
const lesson = async (names: readonly string[], there = names.length) => {
  const at = await world();
  const { id: classId, trainees } = await aClass(at, at.teacher, '电商 2403 班', names);
  const { id: run } = await at.value<RunBody>('runs', at.teacher, { name: '角色扮演', classId, plan });
  const seats = new Map<Trainee, string>();
  for (const who of trainees.slice(0, there)) seats.set(who, await sit(at, run, who));
  await at.value(`runs/${run}/stage`, at.teacher, { stage: 'drill' });
  await at.clock.advance(SECOND);
  const seatOf = async (who: Trainee): Promise<SeatBody> => at.value(`seats/${seats.get(who)}`, who.cookie);
  const card = (who: Trainee) => at.call(`seats/${seats.get(who)}/role-play`, who.cookie, {});
  return { ...at, run, trainees, seats, seatOf, card, at };
};
const shown = ({ rolePlay }: SeatBody) => rolePlay?.parts.map(({ part, mate, state }) => [part, mate?.name, state]);

/** `trainee` serves and `player` plays, to the end; one answer is left in doubt. */
const round = async (at: World, desk: Desk, player: Trainee, code: string): Promise<void> => {
  const line = player.line ?? (await connected(at, player.cookie));
  let n = 0;
  const play = async (act: object): Promise<void> => {
    n += 1;
    const done = await emit(line, 'role:play', { code, commandId: `${desk.drill}-${n}`, act });
    if (!done.ok) throw new Error(done.error.code);
  };
  expect(await emit(line, 'role:join', { code })).toMatchObject({ ok: true });
  await play({ do: 'ready' });
  // Nor does it begin as a desk is loaded anew: the trainee says when.
  await emit(desk.who.line ?? line, 'drill:join', { drillId: desk.drill, after: 0, take: true });
  await at.clock.advance(10 * SECOND);
  expect((await at.storage.drill(desk.drill))?.state).toBe('opened');
  await start(desk);
  await at.clock.advance(6 * SECOND);
  await play({ do: 'say', text: '今天寄得出吗', beat: 'ship' });
  await at.clock.advance(5 * SECOND);
  await say(desk, '今天够呛吧');
  await at.clock.advance(15 * SECOND);
  await play({ do: 'leave', how: 'content' });
  await say(desk, '再见');
  await at.clock.advance(120 * SECOND);
};

test('[J105] [J106] [J107] two serve and play in turn, the card by one press, and the table tells who played', async () => {
  const { at, run, trainees, seats, seatOf, card, value, call, teacher } = await lesson(['王小明', '李静']);
  const [a, b] = trainees as [Trainee, Trainee];
  expect(shown(await seatOf(a))).toEqual([
    ['serve', '李静', 'waits'],
    ['play', '李静', 'waits'],
  ]);
  expect(shown(await seatOf(b))).toEqual([
    ['play', '王小明', 'waits'],
    ['serve', '王小明', 'waits'],
  ]);
  const desk = await deskOf(at, seats.get(a) ?? '', a);
  // No customer comes before the card is read, whoever is at the desk.
  await at.clock.advance(30 * SECOND);
  expect((await value<{ state: string }>(`drills/${desk.drill}`, a.cookie)).state).toBe('opened');
  const { code } = valueIn(await card(b)) as SeatCard;
  expect(valueIn(await card(b))).toEqual({ code });
  expect(codeOf(await call(`role-plays/${code}/card`, a.cookie))).toBe('unknown-role-play');
  await round(at, desk, b, code);
  expect(shown(await seatOf(b))?.[0]).toEqual(['play', '王小明', 'over']);
  const own = await deskOf(at, seats.get(b) ?? '', b);
  await round(at, own, a, (valueIn(await card(a)) as SeatCard).code);

  const results = async () => (await value<RunResults>(`runs/${run}/results`, teacher)).seats;
  const before = await results();
  expect(before.map(({ notes, comparable }) => [notes, comparable])).toEqual([
    [['李静演客户'], true],
    [['王小明演客户'], true],
  ]);
  expect(before[0]?.result?.unsure).toBeGreaterThan(0);
  // What the judge doubted is settled by who played, in the stage after the drill, too.
  await value(`runs/${run}/stage`, teacher, { stage: 'debrief' });
  const { doubts } = await value<PlayedDoubts>(`role-plays/${code}/doubts`, b.cookie);
  await value(`role-plays/${code}/settle`, b.cookie, { point: doubts[0]?.place, said: 'said' });
  const [after] = await results();
  expect(after?.result?.score).toBeGreaterThan(before[0]?.result?.score ?? 100);
  expect(after?.result?.unsure).toBeLessThan(before[0]?.result?.unsure ?? 0);
});

test('[J105] [J106] [J107] three play in a ring, whoever is alone gives the code away, and a seat’s card moves with it', async () => {
  const { at, trainees, seats, seatOf, card, call, value, run } = await lesson(['甲一', '乙二', '丙三', '丁四'], 3);
  const [a, b, c, late] = trainees as [Trainee, Trainee, Trainee, Trainee];
  expect(await Promise.all([a, b, c].map(async (who) => shown(await seatOf(who))))).toEqual([
    [
      ['serve', '乙二', 'waits'],
      ['play', '丙三', 'waits'],
    ],
    [
      ['play', '甲一', 'waits'],
      ['serve', '丙三', 'waits'],
    ],
    [
      ['play', '乙二', 'waits'],
      ['serve', '甲一', 'waits'],
    ],
  ]);
  // Who comes once the pairs stand has nobody; a neighbour takes the card by the code.
  seats.set(late, await sit(at, run, late));
  await at.clock.advance(SECOND);
  expect(shown(await seatOf(late))).toEqual([['serve', undefined, 'waits']]);
  expect(codeOf(await card(late))).toBe('unknown-role-play');
  const { drill } = await seatOf(late);
  const { code } = await value<{ code: string }>(`drills/${drill}/role-play`, late.cookie);
  expect(codeOf(await call(`role-plays/${code}/take`, null, { name: '周老师' }))).toBe('ok');

  const { code: mine } = valueIn(await card(b)) as SeatCard;
  const elsewhere = (await call(`join/${(await at.storage.runs.run(run))?.code}`, null, { seat: seats.get(b) })).cookie;
  await value(`seats/${seats.get(b)}/approve`, at.teacher, {});
  b.cookie = elsewhere;
  expect(codeOf(await call(`role-plays/${mine}/card`, elsewhere))).toBe('unknown-role-play');
  expect(valueIn(await card(b))).toEqual({ code: mine });
  expect(codeOf(await call(`role-plays/${mine}/card`, elsewhere))).toBe('ok');
  // Somebody who has taken the card by the code keeps it.
  const { drill: second } = await seatOf(b);
  const { code: theirs } = await value<{ code: string }>(`drills/${second}/role-play`, b.cookie);
  expect(codeOf(await call(`role-plays/${theirs}/take`, null, { name: '周老师' }))).toBe('ok');
  expect(codeOf(await card(c))).toBe('role-play-taken');

  for (const over of [{ scenarios: [PLAYED, 'shipping-urge/ship-by-when'] }, { mode: 'exam' }, { transfers: true }]) {
    const body = { name: '角色扮演', classId: null, plan: { ...plan, ...over } };
    expect(codeOf(await call('runs', at.teacher, body))).toBe('bad-request');
  }

  // Nobody began: nobody has a mark, and the term's standard of customers has none of it.
  await value(`runs/${run}/stage`, at.teacher, { stage: 'debrief' });
  await at.clock.advance(SECOND);
  await value(`runs/${run}/publish`, at.teacher, { published: true });
  const stored = await at.storage.runs.run(run);
  if (stored === null) throw new Error('the run is gone');
  const facts = await factsOf({ storage: at.storage, runner: at.application.runner }, [stored], at.clock.now());
  expect([...facts.values()].map(({ planned, drills }) => [planned, drills.length])).toEqual([
    ...[0, 0, 0, 0].map((none) => [none, none]),
  ]);
});
