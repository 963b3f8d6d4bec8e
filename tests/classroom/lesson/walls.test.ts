import { describe, expect, test } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import {
  type ClassRoom,
  classRoom,
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
import { FRAME_MS } from '#wall/coalesce.ts';

const drilling = async (seats = 2) => {
  const room = await classRoom();
  const run = await newRun(room);
  const pages = [];
  for (let n = 1; n <= seats; n++) pages.push(await seatTab(room, (await sit(room, run, `g${n}`, n)).seat.id, `g${n}`));
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await room.clock.settle();
  const desks = [];
  for (const page of pages) desks.push({ seat: page.last().seat.id, ...(await toDesk(room, page)), page });
  const [first, second] = desks;
  if (first === undefined) throw new Error('no desk');
  return { room, run, first, second: second ?? first };
};

/** All tiles as a second teacher gets them now. */
const anew = async ({ classroom }: ClassRoom, runId: string) => {
  const { tiles } = value(
    await classroom.watchRun(runId, { id: 'other', language: 'zh', sendTiles: () => {}, sendRun: () => {} }),
  );
  classroom.unwatchRun(runId, 'other');
  return tiles;
};

describe('a wall', () => {
  test('has a tile for every seat of the roster', async () => {
    const { room, run, first } = await drilling(1);
    const wall = await wallTab(room, run.id);
    expect(await anew(room, run.id)).toMatchObject({ runId: run.id, all: true });
    expect((await anew(room, run.id)).tiles.map(({ no, link, state }) => [no, link, state])).toEqual([
      ['01', 'online', 'running'],
      ['02', 'absent', 'none'],
      ['03', 'absent', 'none'],
    ]);
    expect(wall.tile(first.seat)).toMatchObject({ drill: first.drill, attempt: 1, lateMs: 0 });
  });

  test('hears at most four times a second, and only of seats that changed', async () => {
    const { room, run, first, second } = await drilling();
    await room.clock.advance(8000);
    const wall = await wallTab(room, run.id);
    await room.clock.advance(1000);
    wall.messages.length = 0;
    const asks = { guest: 'g9', person: null };
    for (let n = 0; n < 20; n++) {
      if (n % 2 === 0) await room.classroom.seats.join(run.code, asks, { seat: first.seat });
      else await room.classroom.seats.refuse(first.seat, 'teacher');
      await room.clock.advance(50);
    }
    expect(wall.messages.length).toBeGreaterThan(1);
    expect(wall.messages.length).toBeLessThanOrEqual(1000 / FRAME_MS + 1);
    expect(wall.messages.every(({ all, tiles }) => !all && tiles.every(({ seat }) => seat === first.seat))).toBe(true);
    await room.clock.advance(FRAME_MS);
    wall.messages.length = 0;
    await say(room, second, '在的');
    await room.clock.advance(FRAME_MS);
    expect(wall.messages.map(({ tiles }) => tiles.map(({ seat }) => seat))).toEqual([[second.seat]]);
  });

  test('gets no message for a reply that changes nothing on a tile', async () => {
    const { room, run, first } = await drilling(1);
    await room.clock.advance(8000);
    const wall = await wallTab(room, run.id);
    await say(room, first, '在的亲');
    await room.clock.advance(FRAME_MS);
    const frames = wall.messages.length;
    expect(wall.tile(first.seat)).toMatchObject({ rounds: 1 });
    for (const words of ['我看下', '请说']) await say(room, first, words);
    await room.clock.advance(1000);
    expect(wall.messages).toHaveLength(frames);
  });

  test('shows a customer who waits too long while they still wait', async () => {
    const { room, run, first } = await drilling(1);
    const wall = await wallTab(room, run.id);
    await room.clock.advance(30_000);
    expect(wall.tile(first.seat)).toMatchObject({ faults: 0 });
    await room.clock.advance(40_000);
    expect(wall.tile(first.seat).latest).toMatchObject([{ code: 'late-first', message: null, family: 'late' }]);
    await say(room, first, '在的亲');
    await room.clock.advance(FRAME_MS);
    expect(wall.tile(first.seat).families).toMatchObject({ late: 1 });
    expect(wall.tile(first.seat).conversations[0]?.waitMs).toBeNull();
  });

  test('tells each teacher what happened in the language of their own page, whoever caused it', async () => {
    const { room, run, first } = await drilling(1);
    const [zh, en] = [await wallTab(room, run.id), await wallTab(room, run.id, 'english', 'en')];
    const quotes = () => [zh, en].map((wall) => wall.tile(first.seat).latest.map(({ quote }) => quote));
    await room.clock.advance(70_000);
    expect(quotes()).toEqual([['等了 60 秒，还没有回'], ['Has waited 60 s without a reply']]);
    await inLanguage('en', () => say(room, first, '在的亲'));
    await room.clock.advance(FRAME_MS);
    expect(quotes()).toEqual([
      [expect.stringMatching(/^\d+ 秒后才回：在的亲$/)],
      [expect.stringMatching(/^Answered only after \d+ s: 在的亲$/)],
    ]);
    const anewInEnglish = (await wallTab(room, run.id, 'again', 'en')).tile(first.seat).latest;
    expect(anewInEnglish).toEqual(en.tile(first.seat).latest);
  });

  test('[C4] shows waits that stand still while frozen', async () => {
    const { room, run, first } = await drilling(1);
    await room.clock.advance(20_000);
    await room.classroom.runs.freeze(run.id, TEACHER, true);
    const waited = (await anew(room, run.id)).tiles[0]?.conversations[0]?.waitMs;
    expect(waited).toBeGreaterThan(5000);
    await room.clock.advance(5 * MINUTE);
    const tile = (await anew(room, run.id)).tiles.find(({ seat }) => seat === first.seat);
    expect(tile).toMatchObject({ state: 'stopped', faults: 0, conversations: [{ waitMs: waited }] });
  });

  test('shows which seats are online, and since when a lost one is lost', async () => {
    const { room, run, first } = await drilling(1);
    const wall = await wallTab(room, run.id);
    await room.classroom.leave(first.page.id);
    await room.clock.advance(FRAME_MS);
    expect(wall.tile(first.seat).link).toBe('online');
    room.runner.leave(first.desk.id, room.clock.now());
    await room.clock.advance(4000);
    expect((await anew(room, run.id)).tiles[0]).toMatchObject({ link: 'lost', lostMs: 4000 });
    await seatTab(room, first.seat, 'g1', 'tab-again');
    await room.clock.advance(FRAME_MS);
    expect(wall.tile(first.seat)).toMatchObject({ link: 'online', lostMs: null });
  });

  test('is read from the logs after a restart and shows the same as before', async () => {
    const { room, run, first } = await drilling();
    const wall = await wallTab(room, run.id);
    await room.clock.advance(9000);
    await say(room, first, '看情况的');
    await room.clock.advance(30_000);
    const { latest, rounds, faults, meanMs, families } = wall.tile(first.seat);
    expect(faults).toBeGreaterThan(0);
    await room.restart();
    const tile = (await anew(room, run.id)).tiles.find(({ seat }) => seat === first.seat);
    expect(tile).toMatchObject({ rounds, faults, meanMs, families, state: 'stopped', link: 'lost', lostMs: null });
    expect(tile?.latest.map(({ id, code, quote }) => [id, code, quote])).toEqual(
      latest.map(({ id, code, quote }) => [id, code, quote]),
    );
  });

  test('shows the same whether it is followed live or read anew', async () => {
    const { room, run, first } = await drilling();
    const wall = await wallTab(room, run.id);
    for (const words of ['在的亲', '建议您穿39.5码', '加我微信聊', '自己看']) {
      await room.clock.advance(15_000);
      await say(room, first, words);
    }
    await room.clock.advance(15_000);
    const followed = wall.tile(first.seat);
    expect(followed.redLines).toBe(1);
    await room.restart();
    const tile = (await anew(room, run.id)).tiles.find(({ seat }) => seat === first.seat);
    const { rounds, faults, families, redLines, left, latest } = followed;
    expect(tile).toMatchObject({ rounds, faults, families, redLines, left });
    expect(tile?.latest).toEqual(latest);
  });

  test('sends nothing while nobody watches it, and is right when somebody looks again', async () => {
    const { room, run, first } = await drilling(1);
    const wall = await wallTab(room, run.id);
    room.classroom.unwatchRun(run.id, wall.id);
    wall.messages.length = 0;
    await room.clock.advance(9000);
    await say(room, first, '在的亲');
    await room.clock.advance(10_000);
    expect(wall.messages).toEqual([]);
    expect(wall.runs).toEqual([]);
    expect((await wallTab(room, run.id, 'wall2')).tile(first.seat)).toMatchObject({ rounds: 1 });
  });

  test('of another run gets no message about this one', async () => {
    const { room, first } = await drilling(1);
    const other = await newRun(room);
    const wall = await wallTab(room, other.id);
    await room.clock.advance(9000);
    await say(room, first, '在的亲');
    await room.clock.advance(1000);
    expect(wall.messages).toEqual([]);
  });
});
