import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createErasures } from '#classroom/personal-data/erasures.ts';
import { nextQuietHour, type Retention, startRetention } from '#classroom/personal-data/retention.ts';
import type { Storage } from '#storage/storage.ts';
import { type ClassRoom, classRoom, MINUTE } from '#tests/classroom/support/class-room.ts';
import { append, row } from '#tests/storage/contract.ts';
import { run, seat } from '#tests/storage/runs-contract.ts';
import { aSignIn } from '#tests/storage/sign-ins-contract.ts';

const DAY = 24 * 60 * MINUTE;
const NO_RULES = { practice: null, runs: null, signIns: null, sessions: null };

const retentionOf = (room: ClassRoom): Retention => {
  const { storage, runner, classroom, clock } = room;
  const sessionEnds = { notify: () => {} };
  const logger = pino({ level: 'silent' });
  const catalogs = { forgetSchool: () => {} };
  const erasures = createErasures({ storage, runner, classroom, catalogs, sessionEnds, clock, logger });
  const retention = startRetention({ storage, erasures, clock, wallClock: clock, logger });
  onTestFinished(() => retention.close());
  return retention;
};
/** Lets what the timers began be done: deletions wait for each other more often than a turn of the loop. */
const settled = async (room: ClassRoom): Promise<void> => {
  for (let n = 0; n < 60; n++) await room.clock.settle();
};
/**
 * Lets time go by: the first minutes and those around each quiet hour timer by timer, the rest at once. The classroom's
 * heartbeats of a day are 115,000 timers, and there is nothing here whose clock they could keep.
 */
const letPass = async ({ clock }: ClassRoom, ms: number): Promise<void> => {
  const end = clock.now() + ms;
  await clock.advance(Math.min(ms, 10 * MINUTE));
  while (clock.now() < end) {
    const minuteBefore = Math.min(end, nextQuietHour(clock.now())) - MINUTE;
    clock.sleep(Math.max(0, minuteBefore - clock.now()));
    await clock.advance(Math.min(2 * MINUTE, end - clock.now()));
  }
};
/** A device's practice last touched at `at`. */
const practised = async ({ storage }: ClassRoom, id: string, at: number): Promise<void> => {
  await storage.createDrill(row(id, { guest: 'g7', openedAt: at }));
  await storage.appendAll([append(id, 0, { at, state: 'ended', running: false, endedAt: at })]);
};
const kindsIn = async ({ audit }: Storage): Promise<unknown[]> =>
  (await audit.after(0, 100)).map(({ kind, actor, details }) => [kind, actor, details]);

test('what a school has set is carried out at the next quiet hour, told before, and noted [P5]', async () => {
  const room = await classRoom();
  const { storage, clock } = room;
  const now = clock.now();
  await practised(room, 'old', now - 40 * DAY);
  await practised(room, 'new', now - 20 * DAY);
  await storage.createDrill(
    row('retry', { guest: 'g7', retry: { drill: 'old', conversation: 'c1', turn: 1, since: null } }),
  );
  await storage.appendAll([append('retry', 0, { at: now })]);
  await storage.signIns.add(aSignIn('a', { school: 's1', lastAt: now - 300 * DAY }));
  const retention = retentionOf(room);
  expect(await retention.body('s1')).toMatchObject({ settings: { days: NO_RULES }, due: [], doneAt: null });
  await storage.personalData.changeSettings('s1', { days: { ...NO_RULES, practice: 30, signIns: 200 }, officer: null });
  const { due, nextAt } = await retention.body('s1');
  expect(due).toEqual([
    { kind: 'practice', n: 2 },
    { kind: 'signIns', n: 1 },
  ]);
  expect(new Date(nextAt).getHours()).toBe(4);
  expect(nextAt - now).toBeLessThanOrEqual(DAY);

  await letPass(room, nextAt - now);
  await settled(room);
  expect([await storage.drill('old'), await storage.drill('retry'), (await storage.drill('new'))?.id]).toEqual([
    null,
    null,
    'new',
  ]);
  expect(await kindsIn(storage)).toEqual([
    ['retention-done', null, expect.objectContaining({ rule: 'practice', drills: 2 })],
    ['retention-done', null, { 'sign-ins': 1, sessions: 0 }],
  ]);
  expect(await retention.body('s1')).toMatchObject({ doneAt: expect.any(Number), due: [{ n: 0 }, { n: 0 }] });
});

test('nothing goes by age that nobody has set, and another school’s rules are its own [P5]', async () => {
  const room = await classRoom();
  const { storage, clock } = room;
  await practised(room, 'old', clock.now() - 4000 * DAY);
  await storage.personalData.changeSettings('s2', { days: { ...NO_RULES, practice: 7, runs: 30 }, officer: null });
  await storage.runs.createRun(run('r9', { school: 's1', endedAt: 1000 }), [seat('t9', { run: 'r9' })]);
  retentionOf(room);
  await letPass(room, 2 * DAY);
  await settled(room);
  expect((await storage.drill('old'))?.id).toBe('old');
  expect(await kindsIn(storage)).toEqual([]);
});

test('a run’s words go when they are due; its marks stay with the names of the roster [P5]', async () => {
  const room = await classRoom();
  const { storage, clock } = room;
  const now = clock.now();
  await storage.runs.createRun(run('r9', { school: 's1', endedAt: now - 100 * DAY }), [
    seat('t9', { run: 'r9', name: '王小明', person: 'm1' }),
  ]);
  for (let n = 0; n < 60; n++) {
    const place = { school: 's1', run: 'r9', seat: 't9', person: 'm1', redo: null };
    await storage.createDrill(row(`d${n}`, { place }));
    await storage.appendAll([append(`d${n}`, 0, { state: 'ended', running: false, endedAt: 5 })]);
  }
  await storage.personalData.changeSettings('s1', { days: { ...NO_RULES, runs: 90 }, officer: null });
  const retention = retentionOf(room);
  expect((await retention.body('s1')).due).toEqual([{ kind: 'runs', n: 60 }]);
  await letPass(room, DAY);
  await settled(room);
  expect(await storage.read('d0', 0)).toEqual([]);
  expect((await retention.body('s1')).due).toEqual([{ kind: 'runs', n: 0 }]);
  expect((await storage.runs.seat('t9'))?.name).toBe('王小明');
  expect(await storage.drillsOfRun('r9')).toHaveLength(60);
  // Sixty drills are two transactions: nobody waits for all of them.
  expect((await kindsIn(storage)).length).toBe(2);
});

test('a machine that is off at night does it after its start, once [P5]', async () => {
  const room = await classRoom();
  const { storage, clock } = room;
  await practised(room, 'old', clock.now() - 400 * DAY);
  await storage.personalData.changeSettings('s1', { days: { ...NO_RULES, practice: 30 }, officer: null });
  const first = retentionOf(room);
  await clock.advance(10 * MINUTE);
  await settled(room);
  expect(await storage.drill('old')).toBeNull();
  first.close();
  const { doneAt } = await storage.personalData.settings('s1');
  await practised(room, 'older', clock.now() - 400 * DAY);
  retentionOf(room);
  await clock.advance(10 * MINUTE);
  await settled(room);
  expect((await storage.drill('older'))?.id).toBe('older');
  expect((await storage.personalData.settings('s1')).doneAt).toBe(doneAt);
});

test('the quiet hour is the next ten past four of the machine’s own time', () => {
  const at = (hours: number, minutes: number, day = 3) => new Date(2026, 2, day, hours, minutes).getTime();
  expect(nextQuietHour(at(3, 0))).toBe(at(4, 10));
  expect(nextQuietHour(at(4, 10))).toBe(at(4, 10, 4));
  expect(nextQuietHour(at(23, 0))).toBe(at(4, 10, 4));
});
