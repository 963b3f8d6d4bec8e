import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  StoredDraft,
  StoredRankingStep,
  StoredRecommendation,
  StoredSideEntry,
  StoredStep,
} from '#storage/evaluation.ts';
import type { Storage } from '#storage/storage.ts';
import { person } from '#tests/storage/people-contract.ts';
import { aTerm } from './terms-contract.ts';

const AT = 5_000_000_000_000;
const aDraft = (over: Partial<StoredDraft> = {}): StoredDraft => ({
  ...{
    term: 'm1',
    person: 'p9',
    side: 'self',
    by: 'p9',
    version: 0,
    marks: { answers: 4 },
    note: '亲，"还行"',
    at: AT,
  },
  ...over,
});
const aSide = (id: string, over: Partial<StoredDraft> = {}): StoredSideEntry => ({ id, ...aDraft(over) });
const aStep = (id: string, over: Partial<StoredStep> = {}): StoredStep => ({
  ...{ id, term: 'm1', kind: 'sides', step: 'closed', by: 'p1', at: AT },
  ...over,
});
const aRecommendation = (id: string, over: Partial<StoredRecommendation> = {}): StoredRecommendation => ({
  ...{ id, term: 'm1', person: 'p9', step: 'asked', by: 'p1', at: AT },
  ...over,
});

const aRanking = (id: string, over: Partial<StoredRankingStep> = {}): StoredRankingStep => ({
  ...{ id, term: 'm1', person: 'p9', step: 'joined', at: AT },
  ...over,
});

/** A row of every table. */
export const fillEvaluation = async ({ evaluation }: Pick<Storage, 'evaluation'>): Promise<void> => {
  await evaluation.putRules('m1', 'sides', 1, { indicators: [] });
  await evaluation.addStep(aStep('z1'));
  await evaluation.addEntry(aSide('v1'));
  await evaluation.putDraft(aDraft());
  await evaluation.addRecommendation(aRecommendation('u1'));
  await evaluation.addRankingStep(aRanking('q1'));
};

/** What every backend must do with a term's evaluation. `open` gives an empty storage. */
export const evaluationContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`evaluation contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('rules of each kind are saved by the version that was read, and once [R1]', async () => {
      const { evaluation } = storage;
      expect(await evaluation.rules('m1', 'sides')).toEqual({ version: 0, body: null });
      expect(await evaluation.putRules('m1', 'sides', 2, { indicators: [] })).toBe(false);
      expect(await evaluation.putRules('m1', 'sides', 1, { indicators: [] })).toBe(true);
      expect(await evaluation.putRules('m1', 'sides', 1, null)).toBe(false);
      expect(await evaluation.putRules('m1', 'pay', 1, { base: 3000 })).toBe(true);
      expect(await evaluation.rules('m1', 'sides')).toEqual({ version: 1, body: { indicators: [] } });
      expect(await evaluation.putRules('m1', 'sides', 2, null)).toBe(true);
      expect(await evaluation.rules('m1', 'sides')).toEqual({ version: 2, body: null });
      expect(await evaluation.rules('m1', 'pay')).toEqual({ version: 1, body: { base: 3000 } });
    });

    test('every step stays, in the order in which they were made [R5]', async () => {
      const { evaluation } = storage;
      const steps = [aStep('z1'), aStep('z2', { step: 'published' })];
      for (const step of steps) await evaluation.addStep(step);
      await evaluation.addStep(aStep('z3', { kind: 'pay' }));
      await evaluation.addStep(aStep('z4', { term: 'm2' }));
      expect(await evaluation.steps('m1', 'sides')).toEqual(steps);
    });

    test('a draft is written over by its own writer alone, and is gone once it is handed in [R3]', async () => {
      const { evaluation } = storage;
      await evaluation.putDraft(aDraft());
      await evaluation.putDraft(aDraft({ marks: { answers: 2, manner: 5 }, at: AT + 1 }));
      const ofTeacher = aDraft({ side: 'teacher', by: 'p1' });
      await evaluation.putDraft(ofTeacher);
      expect(await evaluation.draft(aDraft())).toEqual(aDraft({ marks: { answers: 2, manner: 5 }, at: AT + 1 }));
      expect(await evaluation.draftsOf('p9')).toHaveLength(1);
      await evaluation.addEntry(aSide('v1', { marks: { answers: 2, manner: 5 } }));
      expect(await evaluation.draft(aDraft())).toBeNull();
      expect(await evaluation.draft(ofTeacher)).toEqual(ofTeacher);
    });

    test('everything that was handed in stays, in its order [R3]', async () => {
      const { evaluation } = storage;
      const entries = [aSide('v1'), aSide('v2', { marks: { answers: 1 } }), aSide('v3', { person: 'p8', by: 'p8' })];
      for (const entry of entries) await evaluation.addEntry(entry);
      await evaluation.addEntry(aSide('v4', { term: 'm2' }));
      expect(await evaluation.entries('m1')).toEqual(entries);
      expect((await evaluation.entriesOf('p9')).map(({ id }) => id)).toEqual(['v1', 'v2', 'v4']);
    });

    test('of a recommendation every step stays [R9]', async () => {
      const { evaluation } = storage;
      const steps = [aRecommendation('u1'), aRecommendation('u2', { step: 'agreed', by: 'p9' })];
      for (const step of steps) await evaluation.addRecommendation(step);
      await evaluation.addRecommendation(aRecommendation('u3', { person: 'p8', term: 'm2' }));
      expect(await evaluation.recommendations('m1')).toEqual(steps);
      expect(await evaluation.recommendationsOf('p8')).toEqual([aRecommendation('u3', { person: 'p8', term: 'm2' })]);
    });

    test('of who joined the individual ranks every step stays [J86]', async () => {
      const { evaluation } = storage;
      const steps = [aRanking('q1'), aRanking('q2', { step: 'left' })];
      for (const step of steps) await evaluation.addRankingStep(step);
      await evaluation.addRankingStep(aRanking('q3', { person: 'p8', term: 'm2' }));
      expect(await evaluation.rankingSteps('m1')).toEqual(steps);
      expect(await evaluation.rankingStepsOf('p8')).toEqual([aRanking('q3', { person: 'p8', term: 'm2' })]);
    });

    test('of somebody erased nothing is left, nor of a class [P3]', async () => {
      const { people, personalData, evaluation } = storage;
      await people.createSchool({ id: 's1', name: '一中', createdAt: 1 }, person('p1'));
      await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
      const trainees = ['p8', 'p9'].map((id) => ({ person: person(id, { role: 'trainee', login: null }), no: id }));
      await people.addMembers('k1', trainees);
      await storage.terms.create(aTerm('m1'));
      await evaluation.putRules('m1', 'sides', 1, null);
      await evaluation.addStep(aStep('z1'));
      for (const of of ['p8', 'p9']) {
        await evaluation.addEntry(aSide(`v-${of}`, { person: of, side: 'teacher', by: 'p1' }));
        await evaluation.putDraft(aDraft({ person: of, by: of }));
        await evaluation.addRecommendation(aRecommendation(`u-${of}`, { person: of }));
        await evaluation.addRankingStep(aRanking(`q-${of}`, { person: of }));
      }
      const erase = async (target: Parameters<typeof personalData.erasureScope>[0]) => {
        const scope = await personalData.erasureScope(target);
        if (scope === null) throw new Error('nothing there');
        const { gone } = await personalData.preview(scope);
        const note = { at: 1000, school: 's1', actor: 'p1', subject: 's1' };
        await personalData.erase(scope, { ...note, kind: 'data-erased', details: {} });
        return gone.map(({ what, n }) => [what, n]);
      };
      const left = async () => [
        (await evaluation.entries('m1')).map(({ id }) => id),
        await evaluation.draftsOf('p9'),
        (await evaluation.recommendations('m1')).map(({ id }) => id),
        (await evaluation.rankingSteps('m1')).map(({ id }) => id),
      ];
      expect(await erase({ kind: 'person', id: 'p9' })).toEqual(
        expect.arrayContaining([
          ['side-marks', 2],
          ['recommendations', 1],
          ['rankings', 1],
        ]),
      );
      expect(await left()).toEqual([['v-p8'], [], ['u-p8'], ['q-p8']]);
      await erase({ kind: 'class', id: 'k1' });
      expect(await left()).toEqual([[], [], [], []]);
      expect(await evaluation.rules('m1', 'sides')).toEqual({ version: 0, body: null });
      expect(await evaluation.steps('m1', 'sides')).toEqual([]);
    });
  });
};
