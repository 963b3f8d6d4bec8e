import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PrivateWork } from '#storage/exams.ts';
import type { Storage } from '#storage/storage.ts';
import { append, row } from '#tests/storage/contract.ts';
import { person, school } from '#tests/storage/people-contract.ts';

export const aPrivateExam = (id: string, over: object = {}) => ({
  ...{ id, guest: 'g1', person: null, at: 1000, body: '{"n":"亲，\\"您好\\"\\n"}' },
  ...over,
});
const WORK: PrivateWork = {
  paper: {
    begunAt: 1100,
    handedInAt: null,
    answers: [{ question: 'a', answer: { figure: -0.5 }, flagged: true, at: 5 }],
  },
  typing: { begunAt: 1200, endedAt: 1300, typed: ['您好，"亲"'], left: 1, pasted: 0 },
};

/** What every backend must do with mock exams sat alone. `open` gives an empty storage. */
export const privateExamsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`private exams contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('keeps what was done, ends once, and lists a device’s and a person’s, the newest first [O20]', async () => {
      const { privateExams } = storage;
      await privateExams.create(aPrivateExam('x1'));
      await privateExams.create(aPrivateExam('x2', { guest: 'g2', person: 'p1' }));
      await privateExams.create(aPrivateExam('x3', { guest: 'g3' }));
      await privateExams.putWork('x1', WORK);
      await privateExams.putDrill('x1', 'd1');
      await privateExams.end('x1', 50);
      await privateExams.end('x1', 60);
      const nothing = { endedAt: null, drill: null, work: { paper: null, typing: null } };
      expect(await privateExams.exam('x1')).toEqual({ ...aPrivateExam('x1'), endedAt: 50, drill: 'd1', work: WORK });
      expect(await privateExams.exam('x2')).toEqual({
        ...aPrivateExam('x2', { guest: 'g2', person: 'p1' }),
        ...nothing,
      });
      expect(await privateExams.exam('x9')).toBeNull();
      const ids = async (guest: string | null, person: string | null, limit = 9) =>
        (await privateExams.held(guest, person, limit)).map(({ id }) => id);
      expect(await ids('g1', 'p1')).toEqual(['x2', 'x1']);
      expect(await ids('g1', 'p1', 1)).toEqual(['x2']);
      expect(await ids(null, null)).toEqual([]);
    });

    test('one of nobody whose customers were never begun is due with practice, a person’s isn’t [P5]', async () => {
      const { people, privateExams, personalData } = storage;
      await people.createSchool(school('s1'), person('root', { role: 'admin' }));
      await privateExams.create(aPrivateExam('old', { at: 10 }));
      await privateExams.create(aPrivateExam('new', { at: 90 }));
      await privateExams.create(aPrivateExam('named', { at: 10, person: 'root' }));
      const due = await personalData.duePractice({ school: 's1', before: 50, limit: 9 });
      expect(due.privateExams).toEqual(['old']);
      await personalData.erase(due, {
        at: 1,
        school: 's1',
        actor: null,
        subject: null,
        kind: 'practice-erased',
        details: {},
      } as never);
      expect(await privateExams.exam('old')).toBeNull();
      expect(await privateExams.exam('named')).not.toBeNull();
    });

    test('one goes with its drill: to who claims it, and when it is deleted [P2]', async () => {
      const { privateExams, portfolio, personalData } = storage;
      for (const id of ['d1', 'd2']) {
        await storage.createDrill(row(id));
        await storage.appendAll([append(id, 0, { state: 'ended', running: false, endedAt: 9 })]);
        await privateExams.create(aPrivateExam(`x${id}`));
        await privateExams.putDrill(`x${id}`, id);
      }
      await privateExams.create(aPrivateExam('none'));
      await portfolio.claim('g1', 'p1', ['d1']);
      expect((await privateExams.exam('xd1'))?.person).toBe('p1');
      expect((await privateExams.exam('xd2'))?.person).toBeNull();
      const scope = async (target: Parameters<typeof personalData.erasureScope>[0]) =>
        (await personalData.erasureScope(target))?.privateExams.toSorted();
      expect(await scope({ kind: 'drill', id: 'd2' })).toEqual(['xd2']);
      expect(await scope({ kind: 'practice', guest: 'g1', person: null })).toEqual(['none', 'xd2']);
      expect(await scope({ kind: 'practice', guest: null, person: 'p1' })).toEqual(['xd1']);
    });
  });
};
