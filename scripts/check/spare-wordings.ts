/** Which wordings of a case add nothing: the judge recognises them by the other wordings alone. */

import { say } from '#i18n/say.ts';
import { judgedPoints } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { CompiledPoint, JudgeQuestion, PointWordings } from '#language/terms/verdicts.ts';
import { type Cases, type Context, contextsOf } from '#scripts/accuracy/invariants/contexts.ts';

export type SpareWording = { point: string; field: 'also' | 'contradicts' | 'wrongs'; text: string };

/** How many wordings of a point an author types: right, wrong and ruled ones. */
const typedIn = (wordings: PointWordings): number =>
  [
    wordings.also,
    wordings.contradicts,
    wordings.about,
    wordings.yes,
    wordings.no,
    wordings.unless,
    wordings.examples?.yes,
    wordings.examples?.no,
    ...(wordings.wrongs ?? []).map(({ says }) => says),
  ].reduce((sum, list) => sum + (list?.length ?? 0), 1);

/** The same point without one of its wordings. */
const without = ({ compiled: _, ...keys }: CompiledPoint, { field, text }: SpareWording): CompiledPoint => {
  const rest = (list: readonly string[] | undefined): string[] => (list ?? []).filter((wording) => wording !== text);
  if (field === 'wrongs')
    return compilePoint({
      ...keys,
      wrongs: (keys.wrongs ?? []).map((wrong) => ({ ...wrong, says: rest(wrong.says) })),
    });
  return compilePoint({ ...keys, [field]: rest(keys[field]) });
};

const isHeard = (
  { customer, questions, points }: Pick<Context, 'customer' | 'points'> & { questions: readonly JudgeQuestion[] },
  { point, field, text }: SpareWording,
): boolean => {
  const state = field === 'also' ? 'covered' : 'wrong';
  const verdict = judgedPoints({ reply: text, customer, questions, points }).find(({ id }) => id === point);
  return verdict?.state === state && verdict.confidence >= VERDICT_THRESHOLDS[state].told;
};

/**
 * How many wordings a case has, and those that could go one by one: after each that goes, it and all that went before
 * are still told surely. At least two right ones stay beside `says`.
 */
export const spareWordings = (
  { scenarios, testplans }: Cases,
  id: string,
): { typed: number; spare: SpareWording[] } => {
  const scenario = scenarios.get(id);
  const contexts = scenario === undefined ? [] : contextsOf({ scenarios: new Map([[id, scenario]]), testplans });
  const spare: SpareWording[] = [];
  for (const context of contexts) {
    const points = [...context.points];
    for (const [at, { id: point, also = [], contradicts = [], wrongs = [] }] of points.entries()) {
      const candidates: SpareWording[] = [
        ...also.map((text) => ({ point, field: 'also' as const, text })),
        ...contradicts.map((text) => ({ point, field: 'contradicts' as const, text })),
        ...wrongs.flatMap(({ says }) => says.slice(1).map((text) => ({ point, field: 'wrongs' as const, text }))),
      ];
      const gone: SpareWording[] = [];
      for (const spare of candidates.toReversed()) {
        const kept = points[at] as CompiledPoint;
        if (spare.field === 'also' && (kept.also?.length ?? 0) <= 2) continue;
        points[at] = without(kept, spare);
        if ([...gone, spare].every((each) => isHeard({ ...context, points: [...points] }, each))) gone.push(spare);
        else points[at] = kept;
      }
      spare.push(...gone);
    }
  }
  const volunteered = scenario?.beats.flatMap(({ points }) => points ?? []) ?? [];
  const typed = [...contexts.flatMap(({ points }) => points), ...volunteered].reduce(
    (sum, point) => sum + typedIn(point),
    0,
  );
  return { typed, spare };
};

/** As lines for an author. */
export const spareShown = (id: string, { typed, spare }: ReturnType<typeof spareWordings>): string[] => [
  spare.length === 0
    ? say('commands:spare.none', { case: id, n: typed })
    : say('commands:spare.some', { case: id, n: typed, spare: spare.length }),
  ...spare.map(
    ({ point, field, text }) =>
      `  ${say('commands:spare.one', { point, field: say(`commands:spare.field.${field}`), text })}`,
  ),
];
