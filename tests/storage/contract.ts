import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toldCases } from '#drills/catalog/drill-cases.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Append, DrillRow, Storage } from '#storage/storage.ts';

/** Some fields of a row, of one stage. */
export type Over<T> = T extends unknown ? Partial<T> : never;

export const row = (id: string, over: Over<DrillRow> = {}): DrillRow =>
  ({
    id,
    guest: 'g1',
    contentHash: 'h1',
    scenarios: ['promotion/a', 'promotion/b'],
    mode: 'practice',
    state: 'opened',
    openedAt: 1000,
    endedAt: null,
    score: null,
    place: null,
    retry: null,
    ...over,
  }) as DrillRow;

const started = (at: number): DrillEvent => ({ kind: 'clock-started', at, why: 'not-started', stoppedMs: 0 });

export const append = (drill: string, expectedSeq: number, over: Over<Append> = {}): Append =>
  ({
    drill,
    expectedSeq,
    commandId: null,
    at: 2000 + expectedSeq,
    events: [started(expectedSeq)],
    ack: null,
    dueAt: null,
    state: 'running',
    running: true,
    endedAt: null,
    ...over,
  }) as Append;

/** What every backend must do. `open` gives an empty storage. */
export const storageContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`storage contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      await storage.createDrill(row('d1'));
      await storage.createDrill(row('d2', { guest: 'g2', openedAt: 3000 }));
    });
    afterEach(() => storage.close());

    test('keeps what a rush was opened as beside its cases, of which nobody is told before it is over', async () => {
      const rush = { profile: 'd618', level: 2, minutes: 15, dial: false, capacity: 8 } as const;
      const { scenarios: _, ...plain } = row('d3') as Extract<DrillRow, { rush?: undefined }>;
      const rushed: DrillRow = { ...plain, state: 'opened', endedAt: null, score: null, rush, drawn: ['promotion/a'] };
      await storage.createDrill(rushed);
      await storage.appendAll([append('d3', 0, { state: 'opened', running: false })]);
      expect(await storage.drill('d3')).toEqual(rushed);
      expect(toldCases(rushed)).toEqual([]);
      expect(toldCases({ ...rushed, state: 'ended' })).toEqual(['promotion/a']);
      expect(toldCases(row('d1'))).toEqual(['promotion/a', 'promotion/b']);
    });

    test('appends and reads back in order, from any position', async () => {
      const two = [started(0), started(1)];
      expect(await storage.appendAll([append('d1', 0, { events: two, commandId: 'c1' }), append('d1', 2)])).toEqual([
        { ok: true, value: undefined },
        { ok: true, value: undefined },
      ]);
      expect(await storage.read('d1', 0)).toEqual([
        { drill: 'd1', seq: 1, at: 2000, commandId: 'c1', events: two },
        { drill: 'd1', seq: 3, at: 2002, commandId: null, events: [started(2)] },
      ]);
      expect(await storage.read('d1', 1)).toEqual([
        { drill: 'd1', seq: 2, at: 2000, commandId: 'c1', events: [started(1)] },
        { drill: 'd1', seq: 3, at: 2002, commandId: null, events: [started(2)] },
      ]);
      expect(await storage.read('d1', 3)).toEqual([]);
      expect(await storage.read('nowhere', 0)).toEqual([]);
    });

    test('knows how long a log is without reading it', async () => {
      expect([await storage.lengthOf('d1'), await storage.lengthOf('nowhere')]).toEqual([0, 0]);
      await storage.appendAll([append('d1', 0, { events: [started(0), started(1)] }), append('d1', 2)]);
      expect([await storage.lengthOf('d1'), await storage.lengthOf('d2')]).toEqual([3, 0]);
    });

    test('refuses a wrong sequence number without touching the rest of the batch', async () => {
      const results = await storage.appendAll([
        append('d1', 0),
        append('d2', 7),
        append('d1', 1),
        append('nowhere', 0),
      ]);
      expect(await results.map((result) => (result.ok ? 'ok' : result.error))).toEqual([
        'ok',
        'seq-conflict',
        'ok',
        'seq-conflict',
      ]);
      expect(await storage.read('d1', 0)).toHaveLength(2);
      expect(await storage.read('d2', 0)).toEqual([]);
    });

    test('[N2] keeps a command’s acknowledgement, and refuses what doesn’t follow on it', async () => {
      const first = append('d1', 0, { commandId: 'c1', ack: '{"seq":1}' });
      expect(await storage.appendAll([first])).toEqual([{ ok: true, value: undefined }]);
      expect(await storage.ackOf('d1', 'c1')).toBe('{"seq":1}');
      expect(await storage.ackOf('d1', 'c2')).toBeNull();
      expect(await storage.ackOf('d2', 'c1')).toBeNull();
      expect(await storage.appendAll([append('d1', 0, { commandId: 'c1' })])).toEqual([
        { ok: false, error: 'seq-conflict' },
      ]);
      expect(await storage.appendAll([append('d2', 0, { commandId: 'c1' })])).toEqual([{ ok: true, value: undefined }]);
      expect(await storage.read('d1', 0)).toHaveLength(1);
    });

    test('a drill is listed only once its first events are stored', async () => {
      expect(await storage.drill('d1')).toBeNull();
      expect(await storage.drillsOf('g1', null)).toEqual([]);
      await storage.appendAll([append('d1', 0, { state: 'opened', running: false })]);
      expect(await storage.drill('d1')).toEqual(row('d1'));
      expect(await storage.drillsOf('g1', null)).toEqual([row('d1')]);
      expect(await storage.drillsOf('g2', null)).toEqual([]);
    });

    test('lists a guest’s drills newest first, with state, end and score', async () => {
      await storage.createDrill(row('d3', { openedAt: 9000 }));
      await storage.appendAll([append('d1', 0, { state: 'ended', running: false, endedAt: 8000 }), append('d3', 0)]);
      await storage.setScore('d1', 77.5);
      expect(await storage.drillsOf('g1', null)).toEqual([
        row('d3', { openedAt: 9000, state: 'running' }),
        row('d1', { state: 'ended', endedAt: 8000, score: 77.5 }),
      ]);
    });

    test('[N7] a retry is found by its drill, and in no list of the guest’s own', async () => {
      const retry = { drill: 'd1', conversation: 'c1', turn: 2, since: null };
      await storage.createDrill(row('d3', { openedAt: 9000, retry }));
      const silence = row('d4', { openedAt: 8000, retry: { ...retry, turn: 1, since: 48_000 } });
      await storage.createDrill(silence);
      expect(await storage.retriesOf('d1')).toEqual([]);
      const fresh = { state: 'opened', running: false } as const;
      await storage.appendAll([append('d1', 0, fresh), append('d3', 0, fresh), append('d4', 0, fresh)]);
      expect((await storage.retriesOf('d1')).map(({ id }) => id)).toEqual(['d4', 'd3']);
      expect(await storage.drill('d3')).toEqual(row('d3', { openedAt: 9000, retry }));
      expect(await storage.drill('d4')).toEqual(silence);
      expect((await storage.drillsOf('g1', null)).map(({ id }) => id)).toEqual(['d1']);
      expect(await storage.retriesOf('d2')).toEqual([]);
    });

    test('[N4] knows which drills ran, their due times, and when they were last alive', async () => {
      await storage.appendAll([append('d1', 0, { dueAt: 5000 }), append('d2', 0)]);
      expect(await storage.openDrills()).toEqual([
        { id: 'd1', dueAt: 5000, heartbeatAt: 2000 },
        { id: 'd2', dueAt: null, heartbeatAt: 2000 },
      ]);
      await storage.heartbeat(['d2'], 4000);
      await storage.appendAll([append('d1', 1, { running: false })]);
      expect(await storage.openDrills()).toEqual([{ id: 'd2', dueAt: null, heartbeatAt: 4000 }]);
      expect([await storage.heartbeatOf('d2'), await storage.heartbeatOf('nowhere')]).toEqual([4000, null]);
    });

    test('stores a content once for each hash', async () => {
      await storage.putContent('h1', '{"a":1}');
      await storage.putContent('h1', '{"a":2}');
      expect(await storage.content('h1')).toBe('{"a":1}');
      expect(await storage.content('h2')).toBeNull();
    });

    test('finds a guest by the hash of its token', async () => {
      await storage.createGuest('token-hash', 'g9', 1000);
      expect(await storage.guestByToken('token-hash')).toBe('g9');
      expect(await storage.guestByToken('g9')).toBeNull();
    });
  });
};
