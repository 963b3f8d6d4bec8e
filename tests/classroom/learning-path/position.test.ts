import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evidence, positionOf } from '#classroom/learning-path/position.ts';
import { PATH_MEASURES, type PathMeasure, type StageRule } from '#contract/practice/learning-path.ts';

const NEEDS: Readonly<Record<PathMeasure, number>> = {
  ...{
    'awareness-best': 60,
    'paper-best': 60,
    'exam-best': 85,
    'drills-done': 3,
    'conversion-mean': 80,
    'response-mean': 40,
  },
  ...{ 'typing-best': 55, certificates: 1, evaluation: 60 },
};
/** One condition a stage, by every measure. */
const RULES: readonly StageRule[] = PATH_MEASURES.map((measure) => ({
  ...{ id: `s-${measure}`, name: measure, about: '', weeks: 1 },
  conditions: [{ id: measure, name: measure, measure, needs: NEEDS[measure], share: null }],
}));
const MEANS: readonly PathMeasure[] = ['conversion-mean', 'response-mean'];
const result = (measure: PathMeasure, value: number, at: number, id = `d${at}`): Evidence => ({
  ...{ measure, kind: 'drill', id, title: id, at, value },
});
const conditions = (evidence: readonly Evidence[], rules = RULES) =>
  positionOf(rules, evidence).stages.flatMap((stage) => stage.conditions);
const rulesOf = (...measures: PathMeasure[]) =>
  measures.flatMap((measure) => RULES.filter(({ id }) => id === `s-${measure}`));

const anyEvidence = fc
  .array(fc.tuple(fc.constantFrom(...PATH_MEASURES), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 9 })))
  .map((rows) => rows.map(([measure, tenths, at], index) => result(measure, tenths / 10, at, `d${index}`)));

describe('where somebody stands on the learning path', () => {
  test('the order in which results came in changes nothing, times that are equal included [U1]', () => {
    fc.assert(
      fc.property(
        anyEvidence.chain((evidence) =>
          fc.tuple(fc.constant(evidence), fc.shuffledSubarray(evidence, { minLength: evidence.length })),
        ),
        ([evidence, shuffled]) => {
          expect(positionOf(RULES, shuffled)).toEqual(positionOf(RULES, evidence));
        },
      ),
    );
  });

  test('but for the two means a further result takes nothing back, however poor it is [U2]', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.constantFrom(...PATH_MEASURES),
        fc.integer({ min: 0, max: 100 }),
        (evidence, measure, value) => {
          const before = conditions(evidence);
          const after = conditions([...evidence, result(measure, value, 10, 'new')]);
          for (const [place, { id, met, figure, metAt }] of before.entries()) {
            const now = after[place];
            if (MEANS.some((mean) => mean === id && mean === measure)) continue;
            expect(now?.figure ?? 0).toBeGreaterThanOrEqual(id === measure ? (figure ?? 0) : 0);
            if (met) expect(now).toMatchObject({ met, metAt });
            if (id !== measure) expect(now).toEqual(before[place]);
          }
        },
      ),
    );
  });

  test('a better result than the mean improves a mean, of waiting a shorter one [U2]', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1 }), (values) => {
        for (const [measure, best] of [
          ['conversion-mean', 100],
          ['response-mean', 0],
        ] as const) {
          const own = values.map((value, at) => result(measure, value, at));
          const [before] = conditions(own, rulesOf(measure));
          const [after] = conditions([...own, result(measure, best, 200)], rulesOf(measure));
          const gain = (after?.figure ?? 0) - (before?.figure ?? 0);
          expect(measure === 'response-mean' ? -gain : gain).toBeGreaterThanOrEqual(0);
          if (before?.met) expect(after?.met).toBe(true);
        }
      }),
    );
  });

  test('the stage is the first with an open condition, since the one before it was met [U1]', () => {
    const rules = rulesOf('paper-best', 'drills-done', 'conversion-mean');
    expect(positionOf(rules, [])).toMatchObject({ current: 0, since: null });
    const drills = [5, 6, 7].map((at) => result('drills-done', 1, at));
    // A later stage's conditions may be met first; they wait for the ones before.
    expect(positionOf(rules, drills)).toMatchObject({ current: 0, since: 5 });
    const paper = [result('paper-best', 59.9, 2), result('paper-best', 60, 9), result('paper-best', 30, 12)];
    expect(positionOf(rules, [...drills, ...paper])).toMatchObject({ current: 2, since: 9 });
    const all = [...drills, ...paper, result('conversion-mean', 80, 20)];
    expect(positionOf(rules, all)).toMatchObject({ current: null, since: 20 });
  });

  test('a mean that was lost and won again is met since it was won again, and sources are the newest five [U1]', () => {
    const own = [90, 60, 95, 85, 80, 80].map((value, at) => result('conversion-mean', value, at));
    const [mean] = conditions(own, rulesOf('conversion-mean'));
    expect(mean).toMatchObject({ figure: 81.7, met: true, metAt: 2, of: 6 });
    expect(mean?.sources.map(({ id }) => id)).toEqual(['d5', 'd4', 'd3', 'd2', 'd1']);
  });
});
