import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OwnQuestion } from '#contract/practice/own-questions.ts';
import type { StoredQuestionChange } from '#storage/own-questions.ts';
import type { Storage } from '#storage/storage.ts';

export const ownQuestion = (id: string, over: Partial<OwnQuestion> = {}): OwnQuestion => ({
  id,
  kind: 'single',
  level: 3,
  topic: 'returns',
  shop: null,
  stem: `题干「${id}」："引号"？`,
  options: ['甲', '乙', '丙'],
  right: [1],
  ...{ figure: null, unit: null, tolerance: null },
  why: '因为\n这样。',
  basis: '实训手册第3页',
  ...over,
});
export const questionChange = (revision: number, over: Partial<StoredQuestionChange> = {}): StoredQuestionChange => ({
  ...{ school: 's1', revision, kind: 'imported', file: '题目.xlsx', undoes: null },
  ...{ added: 2, changed: 0, removed: 0, by: 'p1', at: 1000 + revision },
  ...over,
});

/** What every backend must do with a school's own questions. `open` gives an empty storage. */
export const ownQuestionsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`own questions contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());
    const at = async (revision: number, school = 's1') => {
      const rows = await storage.ownQuestions.at(school, revision);
      return rows.map(({ question, since, until }) => [question.id, question.stem, since, until]);
    };

    test('[B11] has the questions of every revision, also after they were changed or removed', async () => {
      const { ownQuestions } = storage;
      expect(await ownQuestions.revision('s1')).toBe(0);
      const [a, b] = [ownQuestion('a'), ownQuestion('b')];
      expect(await ownQuestions.add(questionChange(1), [a, b], [])).toBe(true);
      expect(await ownQuestions.add(questionChange(2), [{ ...a, stem: '改过' }], [])).toBe(true);
      expect(await ownQuestions.add(questionChange(3, { kind: 'removed', file: null }), [], ['b'])).toBe(true);
      expect(await at(0)).toEqual([]);
      expect(await at(1)).toEqual([
        ['a', a.stem, 1, 2],
        ['b', b.stem, 1, 3],
      ]);
      expect(await at(2)).toEqual([
        ['b', b.stem, 1, 3],
        ['a', '改过', 2, null],
      ]);
      expect(await at(3)).toEqual([['a', '改过', 2, null]]);
      expect((await ownQuestions.at('s1', 1))[0]?.question).toEqual(a);
      expect(await ownQuestions.revision('s1')).toBe(3);
      expect(await ownQuestions.changes('s1')).toEqual([
        questionChange(3, { kind: 'removed', file: null }),
        questionChange(2),
        questionChange(1),
      ]);
    });

    test('of two changes at once refuses the second, and stores nothing of it', async () => {
      const { ownQuestions } = storage;
      expect(await ownQuestions.add(questionChange(1), [ownQuestion('a')], [])).toBe(true);
      expect(await ownQuestions.add(questionChange(1, { by: 'p2' }), [ownQuestion('b')], ['a'])).toBe(false);
      expect(await ownQuestions.changes('s1')).toEqual([questionChange(1)]);
      expect((await at(9)).map(([id]) => id)).toEqual(['a']);
    });

    test('takes a thousand questions at once, and gives nothing of another school', async () => {
      const { ownQuestions } = storage;
      const many = Array.from({ length: 1001 }, (_, n) => ownQuestion(`q${n}`));
      expect(await ownQuestions.add(questionChange(1), many, [])).toBe(true);
      expect((await ownQuestions.at('s1', 1)).map(({ question }) => question)).toEqual(many);
      expect(await ownQuestions.add(questionChange(1, { school: 's2' }), [ownQuestion('q1')], ['q2'])).toBe(true);
      expect((await at(1)).length).toBe(1001);
      expect((await at(1, 's2')).map(([id]) => id)).toEqual(['q1']);
      expect(await at(1, 's3')).toEqual([]);
    });
  });
};
