import { describe, expect, test } from 'vitest';
import { createSeals } from '#classroom/exams/seals.ts';
import { createRetries } from '#classroom/retries/retries.ts';
import type { Principal } from '#common/access.ts';
import type { TurnPlace } from '#contract/retries.ts';
import type { Run } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import { eventsOf, type SeatPlan } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';
import { say, start, tab } from '#tests/drills/support/desk-room.ts';

const DAY_MS = 24 * 3600_000;
const PLACE: TurnPlace = { conversation: 'c1', turn: 1, since: null };
const g1: Principal = { guest: 'g1', person: null };

const room = async (over: Partial<Run> = {}, seats: SeatPlan[] = [{ name: '甲', drills: [eventsOf('poor')] }]) => {
  const made = await resultsRoom(seats, { endedAt: 1, publishedAt: 1, ...over });
  const retries = createRetries({ ...made, seals: createSeals(made) });
  const desks = { ...made, restart: async () => {} };
  const row = async (id = 'd1-1'): Promise<DrillRow> => {
    const found = await made.storage.drill(id);
    if (found === null) throw new Error(`no ${id}`);
    return found;
  };
  const code = async (place = PLACE, id = 'd1-1', principal = g1): Promise<string> => {
    const reply = await retries.open(principal, principal.guest ?? 'g9', await row(id), place);
    return reply.ok ? 'ok' : reply.error.code;
  };
  const open = async (place = PLACE): Promise<string> => {
    const reply = await retries.open(g1, 'g1', await row(), place);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value.id;
  };
  const tries = async (principal = g1) => {
    const reply = await retries.attempts(principal, await row());
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value;
  };
  const play = async (id: string, text: string): Promise<void> => {
    const desk = tab(`t-${id}`);
    await made.runner.join(id, desk, 0, true);
    await start(desks, id, desk);
    await made.clock.advance(6000);
    await say(desks, id, desk, 'm1', text);
    await made.clock.advance(60_000);
  };
  return { ...made, retries, row, code, open, tries, play };
};

describe('[N7] a turn done again alone', () => {
  test('is a drill of the trainee’s own that hangs from the turn and from nothing else', async () => {
    const { storage, open, row } = await room();
    const id = await open();
    expect(await row(id)).toMatchObject({
      guest: 'g1',
      state: 'opened',
      place: null,
      retry: { drill: 'd1-1', ...PLACE },
      contentHash: (await row()).contentHash,
    });
    expect((await storage.retriesOf('d1-1')).map((one) => one.id)).toEqual([id]);
    expect((await storage.drillsOf('g1', null)).map((one) => one.id)).toEqual(['d1-1']);
    expect((await storage.drillsOfRun('r1')).map((one) => one.id)).toEqual(['d1-1']);
  });

  test('played to its end stands as a try beside the first answer and changes nothing of it', async () => {
    const { runner, storage, open, play, tries, row } = await room();
    const before = await runner.report('d1-1');
    const id = await open();
    await play(id, '459加99是558，满减扣40，店铺券再扣15，到手503');
    expect(await row(id)).toMatchObject({ state: 'ended', score: null });
    expect(await storage.results.result(id)).toBeNull();
    const { tried, places } = await tries();
    expect(tried).toMatchObject([{ ...PLACE, tries: [{ drill: id, than: 'better', seconds: 6 }] }]);
    expect(places.every((one) => one.open === null)).toBe(true);
    expect(await runner.report('d1-1')).toEqual(before);
    expect(await open()).not.toBe(id);
  });

  test('is counted apart for a silence and for the turn behind it', async () => {
    const { open, play, tries, row } = await room({}, [{ name: '甲', drills: [eventsOf('silent')] }]);
    const places = (await tries()).places.filter(({ turn }) => turn === 1);
    const silence = places.find(({ since }) => since !== null);
    expect(silence).toMatchObject({ conversation: 'c1', since: expect.any(Number), messages: [] });
    expect(silence?.findings.some((key) => key.startsWith('customer-left@'))).toBe(true);
    const place = { ...PLACE, since: silence?.since ?? null };
    const id = await open(place);
    expect((await row(id)).retry).toEqual({ drill: 'd1-1', ...place });
    expect((await tries()).places.map((one) => [one.since, one.open])).toEqual(
      (await tries()).places.map((one) => [one.since, one.since === place.since ? id : null]),
    );
    expect(await open(place)).toBe(id);
    await play(id, '459加99是558，满减扣40，店铺券再扣15，到手503');
    expect((await tries()).tried).toMatchObject([
      {
        ...place,
        original: { said: [], silence: { how: 'left' } },
        tries: [{ drill: id, than: 'better', seconds: 6 }],
      },
    ]);
  });

  test('is refused for a moment that no finding is about', async () => {
    const { code } = await room();
    expect(await code({ ...PLACE, since: 6000 })).toBe('unknown-turn');
    expect(await code({ ...PLACE, since: 10_000_000 })).toBe('unknown-turn');
  });

  test('is opened once, however often it is asked for while it is open', async () => {
    const { open, tries } = await room();
    const [one, two] = await Promise.all([open(), open()]);
    expect(two).toBe(one);
    expect(await open()).toBe(one);
    expect(await open({ ...PLACE, turn: 2 })).not.toBe(one);
    expect((await tries()).places.find((turn) => turn.turn === 1)?.open).toBe(one);
    // Somebody else who may read the report has none open.
    expect((await tries({ guest: 'g2', person: null })).places.find((turn) => turn.turn === 1)?.open).toBeNull();
  });

  test('moves to another device only when its seat does', async () => {
    const { runner, open, tries } = await room();
    const id = await open();
    const desk = tab('t');
    await runner.join(id, desk, 0, true);
    await runner.handOver('seat2', 'g2');
    await runner.handOver('seat1', 'g1');
    expect(desk.lost).toEqual([]);
    await runner.handOver('seat1', 'g2');
    expect(desk.lost).toEqual([id]);
    expect(await runner.ownerOf(id)).toMatchObject({ guest: 'g2' });
    const openFor = async (guest: string) =>
      (await tries({ guest, person: null })).places.find((one) => one.turn === 1)?.open;
    expect([await openFor('g1'), await openFor('g2')]).toEqual([null, id]);
  });

  test('is void after a day when it was never started', async () => {
    const { clock, open, tries } = await room();
    const one = await open();
    await clock.advance(DAY_MS);
    expect((await tries()).places.find((turn) => turn.turn === 1)?.open).toBeNull();
    expect((await tries()).tried).toEqual([]);
    expect(await open()).not.toBe(one);
  });

  test('counts as no try when it ended before 开始', async () => {
    const { runner, open, tries } = await room();
    await runner.end(await open(), 'teacher');
    expect((await tries()).tried).toEqual([]);
  });

  test('is refused for a missing turn and for the turn of a retry', async () => {
    const { code, open } = await room();
    expect(await code({ ...PLACE, turn: 99 })).toBe('unknown-turn');
    expect(await code({ ...PLACE, conversation: 'c9' })).toBe('unknown-turn');
    expect(await code({ ...PLACE, conversation: 'constructor' })).toBe('unknown-turn');
    expect(await code(PLACE, await open())).toBe('retry-no-report');
  });

  test('is refused until the drill has ended, the report is published and the lesson allows it', async () => {
    const running = await room({}, [{ name: '甲', drills: [eventsOf('poor').slice(0, -1)] }]);
    expect(await running.code()).toBe('report-not-ready');
    const hidden = await room({ publishedAt: null });
    expect(await hidden.code()).toBe('report-not-published');
    for (const [over, why] of [
      [{ endedAt: null, stage: 'redo' }, 'retry-not-now'],
      [{ endedAt: null, stage: 'debrief', frozen: true }, 'retry-not-now'],
      [{ endedAt: null, stage: 'debrief' }, 'ok'],
    ] as const) {
      const { code, tries } = await room(over);
      expect([over, await code()]).toEqual([over, why]);
      expect((await tries()).refused?.code ?? 'ok').toBe(why);
    }
    const seats = [{ name: '甲', drills: [eventsOf('poor'), eventsOf('poor').slice(0, -1)] }];
    expect(await (await room({ endedAt: null, stage: 'drill' }, seats)).code()).toBe('retry-not-now');
  });

  test('of an exam waits for publishing, whatever its plan says', async () => {
    const { storage, retries, row, run } = await room({ publishedAt: null });
    const exam = { ...(await row()), mode: 'exam' };
    const atOnce = {
      ...storage,
      runs: { ...storage.runs, run: async () => ({ ...run, plan: { ...run.plan, results: 'at-once' as const } }) },
    };
    const asked = createRetries({
      seals: { sealsFor: async () => new Map() },
      storage: atOnce,
      runner: { fork: () => Promise.reject(), record: async () => null },
      clock: { now: () => 0 },
    });
    expect(await asked.open(g1, 'g1', exam, PLACE)).toMatchObject({ error: { code: 'report-not-published' } });
    expect(await retries.attempts(g1, await row())).toMatchObject({ error: { code: 'report-not-published' } });
  });
});
