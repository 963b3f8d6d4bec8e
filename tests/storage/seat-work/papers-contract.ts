import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredAnswer } from '#storage/papers.ts';
import type { ErasureTarget } from '#storage/personal-data.ts';
import type { Storage } from '#storage/storage.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { run, seat } from '#tests/storage/runs-contract.ts';

const given = (seat: string, question: string, over: Partial<StoredAnswer> = {}): StoredAnswer => ({
  ...{ seat, question, answer: { chosen: [2, 0] }, flagged: false, at: 1000 },
  ...over,
});

/** What every backend must do with written papers. `open` gives an empty storage. */
export const papersContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`papers contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('keeps what a paper is drawn from as it is, and says which questions several papers have', async () => {
      const { papers } = storage;
      const paper = { run: 'r1', questions: ['a', 'b'], body: '{"stem":"「引号」\\n😀"}' };
      await papers.create(paper);
      await papers.create({ run: 'r2', questions: ['b', 'c'], body: '{}' });
      expect(await papers.paper('r1')).toEqual(paper);
      expect(await papers.paper('r3')).toBeNull();
      expect(await papers.questionsOf(['r1', 'r2', 'r3'])).toEqual(['a', 'b', 'c']);
      expect(await papers.questionsOf(['r2'])).toEqual(['b', 'c']);
      expect(await papers.questionsOf([])).toEqual([]);
    });

    test('a seat begins once and hands in once: the first times stay', async () => {
      const { papers } = storage;
      expect(await papers.sitting('s1')).toBeNull();
      expect(await papers.begin({ seat: 's1', run: 'r1', begunAt: 20 })).toBe(true);
      expect(await papers.begin({ seat: 's1', run: 'r1', begunAt: 30 })).toBe(false);
      expect(await papers.begin({ seat: 's2', run: 'r1', begunAt: 10 })).toBe(true);
      expect(await papers.begin({ seat: 's3', run: 'r2', begunAt: 10 })).toBe(true);
      expect(await papers.sitting('s1')).toEqual({ seat: 's1', run: 'r1', begunAt: 20, handedInAt: null });
      await papers.handIn('s1', 50);
      await papers.handIn('s1', 60);
      expect(await papers.sittings('r1')).toEqual([
        { seat: 's2', run: 'r1', begunAt: 10, handedInAt: null },
        { seat: 's1', run: 'r1', begunAt: 20, handedInAt: 50 },
      ]);
    });

    test('knows the seats that a device or a person has and has begun, the newest first', async () => {
      const { papers, runs } = storage;
      await runs.createRun(run('r1'), [seat('s1', { guest: 'g1' }), seat('s2', { guest: 'g2', person: 'p1' })]);
      await runs.createRun(run('r2', { code: '654321' }), [seat('s3', { run: 'r2', guest: 'g1' })]);
      await papers.begin({ seat: 's1', run: 'r1', begunAt: 1 });
      await papers.begin({ seat: 's2', run: 'r1', begunAt: 2 });
      expect(await papers.seatsSat('g1', null)).toEqual(['s1']);
      expect(await papers.seatsSat('g1', 'p1')).toEqual(['s2', 's1']);
      expect(await papers.seatsSat(null, 'p1')).toEqual(['s2']);
      expect(await papers.seatsSat('g3', 'p3')).toEqual([]);
      expect(await papers.seatsSat(null, null)).toEqual([]);
    });

    test('is deleted with its run, and a seat’s answers with the seat’s person [P2]', async () => {
      const { papers, runs, people, personalData } = storage;
      await people.createSchool(school('s1'), person('p1', { role: 'trainee' }));
      await runs.createRun(run('r1', { endedAt: 9 }), [seat('s1', { person: 'p1' }), seat('s2')]);
      await papers.create({ run: 'r1', questions: ['a'], body: '{}' });
      for (const id of ['s1', 's2']) {
        await papers.begin({ seat: id, run: 'r1', begunAt: 1 });
        await papers.putAnswer(given(id, 'a'));
      }
      const erase = async (target: ErasureTarget) => {
        const scope = await personalData.erasureScope(target);
        if (scope === null) throw new Error('nothing to delete');
        const note = { at: 1, school: 's1', actor: 'root', kind: 'erased', subject: null, details: {} } as const;
        return await personalData.erase(scope, note as never);
      };
      const { gone } = await erase({ kind: 'person', id: 'p1' });
      expect(gone).toContainEqual({ what: 'sittings', n: 1 });
      expect([await papers.sitting('s1'), await papers.answers('s1')]).toEqual([null, []]);
      expect((await papers.answersOfRun('r1')).map(({ seat: id }) => id)).toEqual(['s2']);
      await erase({ kind: 'run', id: 'r1' });
      expect([await papers.paper('r1'), await papers.sittings('r1'), await papers.answers('s2')]).toEqual([
        null,
        [],
        [],
      ]);
    });

    test('keeps the last answer to each question, and none of another seat or run', async () => {
      const { papers } = storage;
      await papers.begin({ seat: 's1', run: 'r1', begunAt: 1 });
      await papers.begin({ seat: 's2', run: 'r1', begunAt: 2 });
      await papers.begin({ seat: 's3', run: 'r2', begunAt: 3 });
      await papers.putAnswer(given('s1', 'a'));
      await papers.putAnswer(given('s1', 'b', { answer: { figure: 92.83 }, flagged: true }));
      const last = given('s1', 'a', { answer: null, flagged: true, at: 2000 });
      await papers.putAnswer(last);
      await papers.putAnswer(given('s2', 'a', { answer: { figure: -0.5 } }));
      await papers.putAnswer(given('s3', 'a'));
      const ofFirst = [last, given('s1', 'b', { answer: { figure: 92.83 }, flagged: true })];
      expect(await papers.answers('s1')).toEqual(ofFirst);
      expect(await papers.answersOfRun('r1')).toEqual([...ofFirst, given('s2', 'a', { answer: { figure: -0.5 } })]);
      expect(await papers.answers('s9')).toEqual([]);
    });

    test('one appeal of a question waits at a seat; the last ruling counts, and open ones are counted by run', async () => {
      const { paperAppeals } = storage;
      const place = { seat: 's1', run: 'r1', question: 'a' };
      expect(await paperAppeals.add({ ...place, text: '没说哪天', at: 5 })).toBe(true);
      expect(await paperAppeals.add({ ...place, text: '再看看', at: 6 })).toBe(false);
      expect(await paperAppeals.add({ ...place, seat: 's2', text: '一样', at: 7 })).toBe(true);
      expect(await paperAppeals.add({ ...place, run: 'r2', seat: 's3', text: '别的卷', at: 8 })).toBe(true);
      expect(await paperAppeals.open(['r1', 'r2', 'r3'])).toEqual(
        new Map([
          ['r1', 2],
          ['r2', 1],
        ]),
      );
      expect(await paperAppeals.open([])).toEqual(new Map());
      await paperAppeals.rule({ ...place, credit: null, reason: '说了', by: 'p1', at: 9 });
      await paperAppeals.rule({ ...place, credit: 0.5, reason: '说了一半', by: 'p1', at: 10 });
      await paperAppeals.rule({ ...place, question: 'b', credit: 1, reason: '出错了', by: 'p1', at: 11 });
      const ruling = { credit: 0.5, reason: '说了一半', by: 'p1', at: 10 };
      expect(await paperAppeals.ofSeat('s1')).toEqual([
        { ...place, text: '没说哪天', at: 5, ruling, waits: false, earlier: [] },
        {
          ...{ ...place, question: 'b', text: null, at: null, waits: false, earlier: [] },
          ruling: { ...ruling, credit: 1, reason: '出错了', at: 11 },
        },
      ]);
      expect((await paperAppeals.ofRun('r1')).map(({ seat: of, question }) => `${of} ${question}`)).toEqual([
        's1 a',
        's2 a',
        's1 b',
      ]);
      expect(await paperAppeals.open(['r1'])).toEqual(new Map([['r1', 1]]));
    });

    test('an appeal is withdrawn and made anew, and a ruling stays in force while the next appeal waits', async () => {
      const { paperAppeals } = storage;
      const place = { seat: 'w1', run: 'r8', question: 'a' };
      expect(await paperAppeals.withdraw(place, 1)).toBe(false);
      await paperAppeals.add({ ...place, text: '没说哪天', at: 5 });
      expect(await paperAppeals.withdraw(place, 6)).toBe(true);
      expect(await paperAppeals.withdraw(place, 7)).toBe(false);
      expect(await paperAppeals.open(['r8'])).toEqual(new Map());
      const withdrawn = { text: '没说哪天', at: 5, ruling: null };
      expect(await paperAppeals.ofSeat('w1')).toEqual([
        { ...place, text: null, at: null, ruling: null, waits: false, earlier: [withdrawn] },
      ]);
      expect(await paperAppeals.add({ ...place, text: '有歧义', at: 8 })).toBe(true);
      const ruling = { credit: 0.5 as const, reason: '一半', by: 'p1', at: 9 };
      await paperAppeals.rule({ ...place, ...ruling });
      expect(await paperAppeals.withdraw(place, 10)).toBe(false);
      expect(await paperAppeals.add({ ...place, text: '全对', at: 11 })).toBe(true);
      const again = { ...place, text: '全对', at: 11, earlier: [withdrawn, { text: '有歧义', at: 8, ruling }] };
      expect(await paperAppeals.ofSeat('w1')).toEqual([{ ...again, ruling, waits: true }]);
      expect(await paperAppeals.open(['r8'])).toEqual(new Map([['r8', 1]]));
      await paperAppeals.rule({ ...place, ...ruling, credit: null, at: 12 });
      await paperAppeals.rule({ ...place, ...ruling, credit: 1, at: 13 });
      expect(await paperAppeals.ofSeat('w1')).toEqual([
        { ...again, ruling: { ...ruling, credit: 1, at: 13 }, waits: false },
      ]);
    });

    test('one appeal of typing waits at a seat, apart from questions; open ones are counted with theirs', async () => {
      const { paperAppeals, typingAppeals } = storage;
      const place = { seat: 't1', run: 'r7' };
      expect(await typingAppeals.add({ ...place, text: '输入法卡了', at: 5 })).toBe(true);
      expect(await typingAppeals.add({ ...place, text: '再说一次', at: 6 })).toBe(false);
      expect(await paperAppeals.ofSeat('t1')).toEqual([]);
      expect(await paperAppeals.ofRun('r7')).toEqual([]);
      expect(await paperAppeals.open(['r7'])).toEqual(new Map([['r7', 1]]));
      await typingAppeals.rule({ ...place, aside: false, reason: '看过', by: 'p1', at: 7 });
      await typingAppeals.rule({ ...place, aside: true, reason: '机房断电', by: 'p1', at: 8 });
      const ruling = { aside: true, reason: '机房断电', by: 'p1', at: 8 };
      expect(await typingAppeals.withdraw(place, 8)).toBe(false);
      expect(await typingAppeals.ofSeat('t1')).toEqual({
        ...{ ...place, text: '输入法卡了', at: 5, ruling, waits: false, earlier: [] },
      });
      expect(await typingAppeals.ofSeat('t2')).toBeNull();
      await typingAppeals.rule({ seat: 't2', run: 'r7', aside: false, reason: '看过', by: 'p1', at: 9 });
      expect((await typingAppeals.ofRun('r7')).map(({ seat, text, ruling: of }) => [seat, text, of?.aside])).toEqual([
        ['t1', '输入法卡了', true],
        ['t2', null, false],
      ]);
      expect(await paperAppeals.open(['r7'])).toEqual(new Map());
      await typingAppeals.add({ ...place, text: '再说一次', at: 10 });
      expect(await typingAppeals.withdraw(place, 11)).toBe(true);
      const earlier = [{ text: '再说一次', at: 10, ruling: null }];
      expect(await typingAppeals.ofSeat('t1')).toMatchObject({ text: '输入法卡了', ruling, waits: false, earlier });
    });
  });
};
