import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import { run, seat } from './runs-contract.ts';

/** What every backend must do with exams of parts. `open` gives an empty storage. */
export const examsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`exams contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('keeps an exam as it was set, and its re-sits with who sits what', async () => {
      const { exams } = storage;
      await exams.create({ run: 'r1', of: null, body: '{"a":"「引号」"}' }, []);
      const resit = { seat: 's3', run: 'r2', first: 's1', parts: ['paper', 'typing'] } as const;
      await exams.create({ run: 'r2', of: 'r1', body: '{}' }, [resit]);
      expect(await exams.exam('r1')).toEqual({ run: 'r1', of: null, body: '{"a":"「引号」"}' });
      expect(await exams.exam('r9')).toBeNull();
      expect([await exams.resitRuns('r1'), await exams.resitRuns('r2')]).toEqual([['r2'], []]);
      expect([await exams.resit('s3'), await exams.resit('s1')]).toEqual([resit, null]);
      expect([await exams.resitsOfRun('r2'), await exams.resitsOfSeat('s1')]).toEqual([[resit], [resit]]);
    });

    test('a seat begins to type once, and what it typed stays once it has ended', async () => {
      const { exams } = storage;
      expect(await exams.beginTyping({ seat: 's1', run: 'r1', begunAt: 10 })).toBe(true);
      expect(await exams.beginTyping({ seat: 's1', run: 'r1', begunAt: 20 })).toBe(false);
      await exams.putTyped('s1', { typed: ['您好'], left: 1, pasted: 0, endedAt: null });
      await exams.putTyped('s1', { typed: ['您好', '再见'], left: 2, pasted: 3, endedAt: 90 });
      await exams.putTyped('s1', { typed: [], left: 9, pasted: 9, endedAt: 99 });
      const sitting = { seat: 's1', run: 'r1', begunAt: 10, endedAt: 90, typed: ['您好', '再见'], left: 2, pasted: 3 };
      expect(await exams.typing('s1')).toEqual(sitting);
      expect(await exams.typingOfRun('r1')).toEqual([sitting]);
      expect(await exams.typing('s2')).toBeNull();
    });

    test('counts how often the page of each part was left', async () => {
      const { exams } = storage;
      for (const part of ['paper', 'customers', 'paper'] as const) await exams.noteLeft('s1', part);
      expect(await exams.left('s1')).toEqual(
        new Map([
          ['paper', 2],
          ['customers', 1],
        ]),
      );
      expect((await exams.left('s2')).size).toBe(0);
    });

    test('knows the seats of a device or a person at exams, the newest first', async () => {
      const { exams, runs } = storage;
      await runs.createRun(run('r1'), [seat('s1', { guest: 'g1' }), seat('s2', { guest: 'g2', person: 'p1' })]);
      await runs.createRun(run('r2', { code: '654321' }), [seat('s3', { run: 'r2', guest: 'g1' })]);
      await runs.createRun(run('r3', { code: '654322' }), [seat('s4', { run: 'r3', guest: 'g1' })]);
      for (const id of ['r1', 'r2']) await exams.create({ run: id, of: null, body: '{}' }, []);
      expect(await exams.seatsHeld('g1', null)).toEqual(['s3', 's1']);
      expect(await exams.seatsHeld('g1', 'p1')).toEqual(['s3', 's2', 's1']);
      expect(await exams.seatsHeld(null, null)).toEqual([]);
    });
  });
};
