/** 角色扮演 in a lesson: who plays whom, the card by one press, and what the teacher's table has of it. */
import { expect, test, vi } from 'vitest';
import { factsOf } from '#classroom/terms/facts.ts';
import { DEFAULT_RULES } from '#classroom/terms/rules.ts';
import { becauseOf } from '#classroom/terms/said.ts';
import { computeRow } from '#classroom/terms/sheet-row.ts';
import type { Report } from '#contract/report.ts';
import type { RunResults } from '#contract/results.ts';
import type { Plan, RunBody, SeatBody } from '#contract/runs.ts';
import type { TermTeams } from '#contract/terms/teams.ts';
import type { PlayedDoubts, SeatCard } from '#contract/together/role-plays.ts';
import type { WallTile, WallTiles } from '#contract/wall.ts';
import type { PlayerAct } from '#engine/model/role-play.ts';
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

const rounds = ({ rolePlay }: SeatBody) => rolePlay?.parts.map(({ round, mateIn }) => [round, mateIn]);

/** `trainee` serves and `player` plays, to the end; one answer is left in doubt. */
const round = (at: World, desk: Desk, player: Trainee, code: string): Promise<void> =>
  served(at, desk, player, code, { do: 'say', text: '今天寄得出吗', beat: 'ship' });

/** The same, of a player who says this alone; left out: nothing. */
const served = async (at: World, desk: Desk, player: Trainee, code: string, line?: PlayerAct): Promise<void> => {
  const socket = player.line ?? (await connected(at, player.cookie));
  let n = 0;
  const play = async (act: object): Promise<void> => {
    n += 1;
    const done = await emit(socket, 'role:play', { code, commandId: `${desk.drill}-${n}`, act });
    if (!done.ok) throw new Error(done.error.code);
  };
  expect(await emit(socket, 'role:join', { code })).toMatchObject({ ok: true });
  await play({ do: 'ready' });
  // Nor does it begin as a desk is loaded anew: the trainee says when.
  await emit(desk.who.line ?? socket, 'drill:join', { drillId: desk.drill, after: 0, take: true });
  await at.clock.advance(10 * SECOND);
  expect((await at.storage.drill(desk.drill))?.state).toBe('opened');
  await start(desk);
  await at.clock.advance(6 * SECOND);
  if (line !== undefined) await play(line);
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

test('[J105] [J106] [J107] [J117] three play in a ring, whoever is alone gives the code away, and a seat’s card moves with it', async () => {
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
  // Rounds are the group's: the first two begin, and the third seat's mate is in theirs until then.
  expect(await Promise.all([a, b, c].map(async (who) => rounds(await seatOf(who))))).toEqual([
    [
      [1, null],
      [3, 2],
    ],
    [
      [1, null],
      [2, null],
    ],
    [
      [2, 1],
      [3, 1],
    ],
  ]);
  await at.application.runner.end((await seatOf(a)).drill ?? '', 'teacher');
  await at.clock.advance(SECOND);
  expect(rounds(await seatOf(c))).toEqual([
    [2, null],
    [3, null],
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

test('[J118] a role play in which the player asks nothing has no mark, anywhere, and its row says why', async () => {
  const { at, run, trainees, seats, card, value, teacher, call } = await lesson(['王小明', '李静']);
  const [a, b] = trainees as [Trainee, Trainee];
  const desk = await deskOf(at, seats.get(a) ?? '', a);
  const { code } = valueIn(await card(b)) as SeatCard;
  await served(at, desk, b, code);
  const { seats: rows, figures } = await value<RunResults>(`runs/${run}/results`, teacher);
  expect(rows[0]).toMatchObject({ result: null, comparable: false, empty: 'asked-little' });
  expect(rows[0]?.attempts).toMatchObject([{ score: null }]);
  expect(rows[0]?.notes).toEqual(['李静演客户', '客户只问了 0 / 2，不计分']);
  expect(figures).toMatchObject({ n: 0, mean: null });
  expect((await at.storage.drill(desk.drill))?.score).toBeNull();
  const report = (await at.application.runner.report(desk.drill)) as { ok: true; value: Report };
  expect(report.value).toMatchObject({ unjudged: true, askedLittle: { put: 0, of: 2 } });
  expect(report.value.transcript.length).toBeGreaterThan(0);
  await value(`runs/${run}/stage`, teacher, { stage: 'debrief' });
  await at.clock.advance(SECOND);
  await value(`runs/${run}/publish`, teacher, { published: true });
  const stored = await at.storage.runs.run(run);
  if (stored === null) throw new Error('the run is gone');
  const facts = await factsOf({ storage: at.storage, runner: at.application.runner }, [stored], at.clock.now());
  const own = facts.get(a.person);
  expect(own).toMatchObject({ drills: [], planned: 0, askedLittle: [{ name: '角色扮演', put: 0 }] });
  const cells = own === undefined ? [] : computeRow(DEFAULT_RULES, own, new Map()).cells;
  const indicators = cells.find(({ item }) => item === 'indicators');
  expect(indicators?.value).toBeNull();
  expect(indicators && becauseOf(indicators.source).at(-1)).toMatch(/角色扮演：客户只问了 0 \/ 2，不计分$/);
  const term = { name: '实训', firstDay: '2026-11-16', lastDay: '2026-11-27' };
  const { id } = await value<{ id: string }>(`classes/${stored.classId}/terms`, teacher, term);
  const members = [{ person: a.person, leader: false, shift: null }];
  const teams = { version: 0, awards: [], teams: [{ name: '一队', members }] };
  await value(`classes/${stored.classId}/terms/${id}/teams`, teacher, teams);
  const ofTeams = await value<TermTeams>(`classes/${stored.classId}/terms/${id}/teams`, teacher);
  expect(ofTeams.teams).toMatchObject([{ score: null, rank: null }]);
  expect(ofTeams.askedLittle).toMatchObject([{ name: '王小明', run: '角色扮演', put: 0, of: 2 }]);
  // A total that staff set counts.
  const ruling = { finding: null, verdict: 'score', score: 70, reason: '听过录音' };
  expect(codeOf(await call(`drills/${desk.drill}/rulings`, teacher, ruling))).toBe('ok');
  expect((await value<RunResults>(`runs/${run}/results`, teacher)).seats[0]?.result?.score).toBe(70);
});

test('[J116] whoever plays is there on the wall, over a reload, until their line or the talk is gone', async () => {
  const { at, run, trainees, seats, seatOf, card, value, teacher } = await lesson(['甲一', '乙二', '丙三']);
  const [a, b] = trainees as [Trainee, Trainee];
  const wall = await connected(at, teacher);
  const tileOf = async (who: Trainee): Promise<Pick<WallTile, 'link' | 'plays' | 'lostMs'> | undefined> => {
    const watched = await emit(wall, 'run:watch', { runId: run });
    if (!watched.ok) throw new Error(watched.error.code);
    const found = (watched.value.tiles as WallTiles).tiles.find(({ seat }) => seat === seats.get(who));
    return found && { link: found.link, lostMs: found.lostMs, ...(found.plays && { plays: found.plays }) };
  };
  const becomes = (tile: object) => vi.waitFor(async () => expect(await tileOf(b)).toEqual(tile));
  const [PLAYS, LOST] = [
    { link: 'online', lostMs: null, plays: { name: '甲一' } },
    { link: 'lost', lostMs: 0 },
  ];
  const { code } = valueIn(await card(b)) as SeatCard;
  const page = async () => {
    const line = await connected(at, b.cookie);
    return { line, joined: await emit(line, 'role:join', { code }) };
  };
  // The card's page alone: the seat's own is closed.
  b.line?.disconnect();
  const first = await page();
  await becomes(PLAYS);
  expect(await tileOf(a)).toEqual({ link: 'online', lostMs: null });
  // A second tab comes and goes; the page is loaded anew; the line breaks.
  const second = await page();
  second.line.disconnect();
  await at.clock.advance(SECOND);
  await becomes(PLAYS);
  first.line.disconnect();
  await becomes(LOST);
  await at.clock.advance(4 * SECOND);
  expect(await tileOf(b)).toEqual({ ...LOST, lostMs: 4000 });
  const third = await page();
  await becomes(PLAYS);

  // The page that waits for a player knows its seat without the page before it.
  const { drill } = await seatOf(b);
  expect(await value(`drills/${drill}/role-play`, b.cookie)).toMatchObject({ seat: seats.get(b) });

  // The seat moves to another device: the one before it plays no more, as it hears when it asks next.
  const before = third.line;
  b.cookie = (await at.call(`join/${(await at.storage.runs.run(run))?.code}`, null, { seat: seats.get(b) })).cookie;
  await value(`seats/${seats.get(b)}/approve`, teacher, {});
  valueIn(await card(b));
  expect(await emit(before, 'role:join', { code })).toMatchObject({ ok: false });
  await becomes(LOST);
  await page();
  await becomes(PLAYS);

  const sent: WallTile[] = [];
  wall.on('wall:tiles', ({ tiles }: WallTiles) => void sent.push(...tiles));
  await at.application.runner.end((await seatOf(a)).drill ?? '', 'teacher');
  await at.clock.advance(SECOND);
  await vi.waitFor(() => expect(sent.findLast(({ seat }) => seat === seats.get(b))).toMatchObject({ link: 'online' }));
  expect(await tileOf(b)).toEqual({ link: 'online', lostMs: null });
});
