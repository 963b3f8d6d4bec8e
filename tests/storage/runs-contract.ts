import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '#contract/runs.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

export const plan: Plan = {
  scenarios: ['promotion/a'],
  mode: 'lesson',
  arrivals: 'spaced',
  pace: 20,
  minutes: 12,
  seed: 'same',
  attempts: 1,
  results: 'at-once',
  incidents: [],
  stages: [{ kind: 'drill', minutes: 12 }],
};

export const run = (id: string, over: Partial<Run> = {}): Run => ({
  id,
  school: 's1',
  classId: null,
  name: '第一节',
  code: '123456',
  plan,
  seed: 7,
  stage: 'join',
  createdBy: 'p1',
  createdAt: 1000,
  startedAt: null,
  endedAt: null,
  publishedAt: null,
  locked: false,
  frozen: false,
  totalMs: 720_000,
  clockMs: 0,
  clockAt: 1000,
  clockRunning: false,
  ...over,
});

export const seat = (id: string, over: Partial<Seat> = {}): Seat => ({
  id,
  run: 'r1',
  school: 's1',
  person: null,
  no: '',
  name: id,
  place: 1,
  guest: null,
  joinedAt: null,
  askingGuest: null,
  refusedGuest: null,
  ...over,
});

/** Runs, seats, their log, templates and redos on any backend. `open` gives an empty storage. */
export const runsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`storage contract of runs on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('a run comes back as it was stored, its seats in order of place', async () => {
      const { runs } = storage;
      expect(await runs.createRun(run('r1'), [seat('t2', { place: 2 }), seat('t1', { person: 'p7' })])).toBe(true);
      expect(await runs.run('r1')).toEqual(run('r1'));
      expect((await runs.seats('r1')).map(({ id }) => id)).toEqual(['t1', 't2']);
      expect(await runs.seat('t1')).toEqual(seat('t1', { person: 'p7' }));
      expect(await runs.run('r9')).toBeNull();
      expect(await runs.seat('t9')).toBeNull();
    });

    test('a code belongs to one run until that run is over', async () => {
      const { runs } = storage;
      await runs.createRun(run('r1'), []);
      expect(await runs.createRun(run('r2'), [seat('t1', { run: 'r2' })])).toBe(false);
      expect(await runs.run('r2')).toBeNull();
      expect(await runs.seat('t1')).toBeNull();
      expect(await runs.createRun(run('r2', { code: '222333' }), [])).toBe(true);
      expect(await runs.changeRun(run('r2', { code: '123456' }))).toBe(false);
      expect((await runs.runByCode('123456'))?.id).toBe('r1');
      await runs.changeRun(run('r1', { endedAt: 9000 }));
      expect(await runs.runByCode('123456')).toBeNull();
      expect(await runs.changeRun(run('r2', { code: '123456' }))).toBe(true);
      expect((await runs.runByCode('123456'))?.id).toBe('r2');
    });

    test('a change writes stage, clock and flags, and leaves the run’s owner alone', async () => {
      const { runs } = storage;
      await runs.createRun(run('r1'), []);
      const changed = run('r1', {
        stage: 'drill',
        startedAt: 2000,
        locked: true,
        frozen: true,
        totalMs: 900_000,
        clockMs: 50,
        clockAt: 2050,
        clockRunning: true,
        publishedAt: 3000,
      });
      await runs.changeRun({ ...changed, school: 's2', createdBy: 'p9' });
      expect(await runs.run('r1')).toEqual(changed);
    });

    test('lists a school’s runs newest first with their seats, and the open ones of all schools', async () => {
      const { runs } = storage;
      await runs.createRun(run('r1'), [seat('t1', { joinedAt: 1500 }), seat('t2', { place: 2 })]);
      await runs.createRun(run('r2', { code: '222333', createdAt: 5000, endedAt: 6000 }), []);
      await runs.createRun(run('r3', { code: '333444', school: 's2' }), []);
      expect(await runs.runsOf('s1')).toEqual([
        { ...run('r2', { code: '222333', createdAt: 5000, endedAt: 6000 }), seats: 0, joined: 0, className: null },
        { ...run('r1'), seats: 2, joined: 1, className: null },
      ]);
      expect((await runs.openRuns()).map(({ id }) => id)).toEqual(['r1', 'r3']);
    });

    test('exams are listed until their drill stage is left or they are over, those of all schools, oldest first', async () => {
      const { runs } = storage;
      const exam: Plan = { ...plan, mode: 'exam' };
      const stages = { e1: 'join', e2: 'card', e3: 'drill', e4: 'debrief', e5: 'close' } as const;
      for (const [i, [id, stage]] of Object.entries(stages).entries())
        await runs.createRun(run(id, { code: `90000${i}`, plan: exam, stage, school: i === 1 ? 's2' : 's1' }), []);
      await runs.createRun(run('lesson', { code: '222333' }), []);
      await runs.createRun(run('over', { code: '333444', plan: exam, endedAt: 6000 }), []);
      expect((await runs.openExams()).map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
      expect((await runs.openExams())[0]).toEqual(run('e1', { code: '900000', plan: exam }));
    });

    test('a device holds one seat in a run', async () => {
      const { runs } = storage;
      await runs.createRun(run('r1'), [seat('t1'), seat('t2', { place: 2 })]);
      expect(await runs.changeSeat(seat('t1', { guest: 'g1', joinedAt: 2000 }))).toBe(true);
      expect(await runs.changeSeat(seat('t2', { place: 2, guest: 'g1' }))).toBe(false);
      await runs.changeSeat(seat('t1', { joinedAt: 2000, askingGuest: 'g2', refusedGuest: 'g3' }));
      expect(await runs.seat('t1')).toEqual(seat('t1', { joinedAt: 2000, askingGuest: 'g2', refusedGuest: 'g3' }));
      expect(await runs.changeSeat(seat('t2', { place: 2, guest: 'g1' }))).toBe(true);
      await runs.addSeat(seat('t3', { place: 3, name: '访客' }));
      expect((await runs.seats('r1')).at(-1)).toEqual(seat('t3', { place: 3, name: '访客' }));
      expect(await storage.ownerOf('seat', 't2')).toEqual({ school: 's1', guest: 'g1', person: null, asking: null });
      expect(await storage.ownerOf('seat', 't1')).toMatchObject({ guest: null, asking: 'g2' });
    });

    test('[H8] finds the seats of a device or a person in runs that aren’t over, and nobody else’s', async () => {
      const { runs } = storage;
      const homework = { opensAt: 1, dueAt: 2, attempts: null, counts: 'mean' as const, late: null };
      await runs.createRun(run('r1', { plan: { ...plan, stages: [], homework } }), [
        seat('t1', { guest: 'g1' }),
        seat('t2', { place: 2, person: 'm1', guest: 'g2' }),
        seat('t3', { place: 3, guest: 'g3' }),
      ]);
      await runs.createRun(run('r2', { code: '222222', endedAt: 9 }), [seat('t4', { run: 'r2', guest: 'g1' })]);
      const held = async (guest: string | null, person: string | null) =>
        (await runs.seatsHeld(guest, person)).map(({ id }) => id);
      expect([await held('g1', null), await held(null, 'm1'), await held('g1', 'm1'), await held(null, null)]).toEqual([
        ['t1'],
        ['t2'],
        ['t1', 't2'],
        [],
      ]);
      expect((await runs.run('r1'))?.plan.homework).toEqual(homework);
    });

    test('the log keeps its order', async () => {
      const { runs } = storage;
      const entry = { run: 'r1', by: 'p1', seat: null, kind: 'say' as const };
      await runs.addLog({ ...entry, id: 'e2', at: 20, body: { text: '看大屏' } });
      await runs.addLog({ ...entry, id: 'e1', at: 10, by: null, body: {} });
      await runs.addLog({ ...entry, id: 'e3', at: 20, seat: 't1', body: { text: '慢一点' } });
      expect(await runs.log('r1')).toEqual([
        { ...entry, id: 'e1', at: 10, by: null, body: {} },
        { ...entry, id: 'e2', at: 20, body: { text: '看大屏' } },
        { ...entry, id: 'e3', at: 20, seat: 't1', body: { text: '慢一点' } },
      ]);
      expect(await runs.log('r2')).toEqual([]);
    });

    test('templates belong to a school', async () => {
      const { runs } = storage;
      const template = { id: 'm1', school: 's1', name: '摸底', plan, createdAt: 1 };
      await runs.createTemplate(template);
      expect(await runs.templates('s1')).toEqual([template]);
      expect(await runs.templates('s2')).toEqual([]);
      await runs.removeTemplate('m1');
      expect(await runs.templates('s1')).toEqual([]);
    });

    test('a replay task is closed once', async () => {
      const { runs } = storage;
      const redo = { id: 'o1', run: 'r1', drill: 'd1', conversation: 'c1', turn: 3, at: 10, closedAt: null };
      await runs.addReplayTask(redo);
      await runs.addReplayTask({ ...redo, id: 'o2', at: 20 });
      await runs.closeReplayTask('o1', 15);
      await runs.closeReplayTask('o1', 99);
      expect(await runs.replayTasks('r1')).toEqual([
        { ...redo, closedAt: 15 },
        { ...redo, id: 'o2', at: 20 },
      ]);
    });
  });
};
