/** While a turn is being judged: what happens to the drill, what its trainee notices, and what everybody else does. */
import { describe, expect, test } from 'vitest';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { type Room, say, type Tab, tab } from '#tests/drills/support/desk-room.ts';
import { heldJudge } from '#tests/drills/support/held-judge.ts';
import { clockOf, lessonRoom, logOf, OTHER, ofKind, SHOES, seated } from '#tests/drills/support/lesson-room.ts';
import { SAID } from '#tests/engine/support/shoes.ts';

/**
 * In ms: the customer comes at 5,000 and has spoken by 8,000; the trainee speaks at 10,000 and the turn closes at
 * 14,000.
 */
const SAID_AT = 10_000;
const CLOSES_AT = SAID_AT + 4000;

type At = { room: Room; drillId: string; desk: Tab };
const seatedAt = async (room: Room, name = '1'): Promise<At> => {
  const desk = tab(`t${name}`);
  const drillId = await seated(room, { seat: `seat${name}`, guest: `g${name}` });
  await room.runner.join(drillId, desk, 0, true);
  return { room, drillId, desk };
};
const pressed = (name: 'drill:pause' | 'drill:end', { room, drillId, desk }: At) =>
  room.runner.submit(drillId, desk.id, name, deskRequest(name, { drillId, commandId: name }));
const text = async ({ room, drillId }: At): Promise<string> => JSON.stringify(await logOf(room, drillId));

/** A drill whose first turn closed just now and is at the judge's. */
const judgingRoom = async () => {
  const judge = heldJudge();
  const room = await lessonRoom(judge);
  const at = await seatedAt(room);
  await room.clock.advance(SAID_AT);
  await say(room, at.drillId, at.desk, 'm1', SAID.size);
  await room.clock.advance(CLOSES_AT - SAID_AT);
  expect(judge.held.map(({ request }) => request.words.text)).toEqual([SAID.size]);
  return { ...at, judge };
};
/** Answers requests until none is left. */
const answerAll = async ({ judge, room }: Pick<Awaited<ReturnType<typeof judgingRoom>>, 'judge' | 'room'>) => {
  while (judge.held.length > 0) {
    judge.held[0]?.answer();
    await room.clock.settle();
  }
};

/** The same words at the same times, judged at once. */
const atOnce = async (play: (at: At) => Promise<unknown>): Promise<string> => {
  const at = await seatedAt(await lessonRoom());
  await at.room.clock.advance(SAID_AT);
  await say(at.room, at.drillId, at.desk, 'm1', SAID.size);
  await at.room.clock.advance(CLOSES_AT - SAID_AT);
  await play(at);
  return await text(at);
};

describe('while a turn is being judged', () => {
  test('nothing of it is stored, and nothing else in the drill is decided', async () => {
    const it = await judgingRoom();
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toEqual([]);
    const { length } = await logOf(it.room, it.drillId);
    await it.room.clock.advance(60_000);
    expect(it.judge.asked).toBe(1);
    expect(await logOf(it.room, it.drillId)).toHaveLength(length);
    it.judge.held[0]?.answer();
    await it.room.clock.settle();
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toMatchObject([{ at: CLOSES_AT }]);
  });

  test('[N3] words sent meanwhile wait, keep the time they came at, and are acknowledged afterwards', async () => {
    const it = await judgingRoom();
    await it.room.clock.advance(6000);
    let acked: unknown = null;
    const sent = say(it.room, it.drillId, it.desk, 'm2', SAID.ship).then((reply) => {
      acked = reply;
      return reply;
    });
    await it.room.clock.advance(3000);
    expect(acked).toBeNull();
    await answerAll(it);
    expect(await sent).toMatchObject({ ok: true, value: { now: CLOSES_AT + 6000 } });
    expect((await ofKind(it.room, it.drillId, 'trainee-said')).map(({ at }) => at)).toEqual([
      SAID_AT,
      CLOSES_AT + 6000,
    ]);
  });

  test('[N2] words sent twice meanwhile are stored once', async () => {
    const it = await judgingRoom();
    const both = [1, 2].map(() => say(it.room, it.drillId, it.desk, 'm2', SAID.ship));
    await it.room.clock.settle();
    await answerAll(it);
    const [first, second] = await Promise.all(both);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await ofKind(it.room, it.drillId, 'trainee-said')).toHaveLength(2);
  });

  test('other drills go on', async () => {
    const it = await judgingRoom();
    const other = await seatedAt(it.room, '2');
    await it.room.clock.advance(SAID_AT);
    expect(await say(it.room, other.drillId, other.desk, 'm1', SAID.here)).toMatchObject({ ok: true });
    expect(await say(it.room, other.drillId, other.desk, 'm2', SAID.size)).toMatchObject({ ok: true });
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toEqual([]);
    await answerAll(it);
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toHaveLength(1);
  });

  test('[C1] a late judgement changes no time in the log', async () => {
    const it = await judgingRoom();
    await it.room.clock.advance(2000);
    const sent = say(it.room, it.drillId, it.desk, 'm2', SAID.here);
    await it.room.clock.advance(30_000);
    await answerAll(it);
    await sent;
    for (let i = 0; i < 20; i++) {
      await it.room.clock.advance(1000);
      await answerAll(it);
    }
    const punctual = await atOnce(async (at) => {
      await at.room.clock.advance(2000);
      await say(at.room, at.drillId, at.desk, 'm2', SAID.here);
      await at.room.clock.advance(50_000);
    });
    expect(await text(it)).toBe(punctual);
    expect((await ofKind(it.room, it.drillId, 'turn-judged')).length).toBeGreaterThan(1);
  });

  test('[C4] a freeze is stored at the moment it was set', async () => {
    const it = await judgingRoom();
    await it.room.clock.advance(3000);
    const frozen = it.room.runner.setFrozen(it.drillId, true);
    await it.room.clock.advance(60_000);
    expect(await clockOf(it.room, it.drillId)).toHaveLength(1);
    await answerAll(it);
    await frozen;
    expect((await clockOf(it.room, it.drillId)).at(-1)).toEqual(['stop', 'freeze', CLOSES_AT + 3000]);
    expect(await text(it)).toBe(
      await atOnce(async (at) => {
        await at.room.clock.advance(3000);
        await at.room.runner.setFrozen(at.drillId, true);
      }),
    );
  });

  test('[C4] a pause is allowed or refused as usual, after the judgement', async () => {
    const it = await judgingRoom();
    const paused = pressed('drill:pause', it);
    await it.room.clock.settle();
    await answerAll(it);
    expect(await paused).toMatchObject({ ok: false, error: { code: 'pause-not-allowed' } });
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toHaveLength(1);
  });

  test('[C5] the drill’s end is stored after the turn, at the moment it was asked for', async () => {
    const it = await judgingRoom();
    await it.room.clock.advance(500);
    const ended = it.room.runner.end(it.drillId, 'time');
    await it.room.clock.advance(5000);
    await answerAll(it);
    expect(await ended).toMatchObject({ ok: true });
    expect((await logOf(it.room, it.drillId)).at(-1)).toEqual({
      kind: 'drill-ended',
      at: CLOSES_AT + 500,
      why: 'time',
    });
    expect((await it.room.runner.report(it.drillId)).ok).toBe(true);
  });

  test('[C5] the drill’s end closes the open turns of two customers and asks for a judgement of each', async () => {
    const judge = heldJudge();
    const room = await lessonRoom(judge);
    const desk = tab('t1');
    const drillId = await seated(room, { scenarios: [SHOES, OTHER] });
    await room.runner.join(drillId, desk, 0, true);
    await room.clock.advance(40_000);
    await say(room, drillId, desk, 'm1', SAID.size, 'c1');
    await say(room, drillId, desk, 'm2', SAID.ship, 'c2');
    const ended = room.runner.end(drillId, 'teacher');
    await room.clock.settle();
    expect(judge.held.map(({ request }) => request.conversation)).toEqual(['c1']);
    judge.held[0]?.answer();
    await room.clock.settle();
    expect(judge.held.map(({ request }) => request.conversation)).toEqual(['c2']);
    await answerAll({ judge, room });
    expect(await ended).toMatchObject({ ok: true });
    expect(await ofKind(room, drillId, 'turn-judged')).toHaveLength(2);
  });

  test('[C4] a lost connection stops the clock at the moment it would have otherwise', async () => {
    const it = await judgingRoom();
    it.room.runner.leave(it.desk.id, it.room.clock.now());
    await it.room.clock.advance(GRACE_MS + 20_000);
    await answerAll(it);
    expect((await clockOf(it.room, it.drillId)).at(-1)).toEqual(['stop', 'connection', CLOSES_AT + GRACE_MS]);
  });

  test('the server waits with closing until the turn is stored', async () => {
    const it = await judgingRoom();
    await it.room.clock.advance(1000);
    let closed = false;
    const closing = it.room.runner.close().then(() => {
      closed = true;
    });
    await it.room.clock.advance(2000);
    expect(closed).toBe(false);
    await answerAll(it);
    await closing;
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toMatchObject([{ at: CLOSES_AT }]);
    expect((await clockOf(it.room, it.drillId)).at(-1)).toEqual(['stop', 'server', CLOSES_AT + 1000]);
  });

  test('[N4] a killed server judges the turn anew from the log alone', async () => {
    const it = await judgingRoom();
    await it.room.restart();
    // Nobody answers the requests of the killed process.
    it.judge.held.splice(0);
    const back = tab('t2');
    await it.room.runner.join(it.drillId, back, 0, true);
    for (let i = 0; i < 20; i++) {
      await it.room.clock.advance(1000);
      await answerAll(it);
    }
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toMatchObject([{ at: CLOSES_AT }]);
  });
});

describe('a judgement that fails', () => {
  test('is asked for again a second later, and leaves no trace in the log', async () => {
    const it = await judgingRoom();
    it.judge.held[0]?.fail();
    await it.room.clock.settle();
    await it.room.clock.advance(999);
    expect(it.judge.asked).toBe(1);
    await it.room.clock.advance(1);
    expect(it.judge.asked).toBe(2);
    await answerAll(it);
    for (let i = 0; i < 10; i++) {
      await it.room.clock.advance(1000);
      await answerAll(it);
    }
    expect(await text(it)).toBe(await atOnce((at) => at.room.clock.advance(11_000)));
  });

  test('refuses the words that waited for it, and takes them when they are sent again', async () => {
    const it = await judgingRoom();
    it.judge.held[0]?.fail();
    await it.room.clock.settle();
    const sent = say(it.room, it.drillId, it.desk, 'm2', SAID.here);
    await it.room.clock.settle();
    it.judge.held[0]?.fail();
    expect(await sent).toMatchObject({ ok: false, error: { code: 'internal' } });
    const again = say(it.room, it.drillId, it.desk, 'm2', SAID.here);
    await it.room.clock.settle();
    await answerAll(it);
    expect(await again).toMatchObject({ ok: true });
  });

  test('doesn’t keep the server from closing', async () => {
    const it = await judgingRoom();
    const closing = it.room.runner.close();
    it.judge.held[0]?.fail();
    await it.room.clock.settle();
    for (const one of [...it.judge.held]) one.fail();
    await closing;
    expect(await ofKind(it.room, it.drillId, 'turn-judged')).toEqual([]);
  });
});
