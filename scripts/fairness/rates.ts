/** Plays the trainees of `effortless.ts` on every case. */
import { contentFor, type Library } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { EFFORTLESS, type Effortless, ONE_OF_TWO, toThatCustomer } from './effortless.ts';
import { playedOnce } from './played-once.ts';

/** `scores`: by case, or by pair of cases, in the library's order. */
export type Rate = {
  who: string;
  most: { mean: number; passes: number };
  scores: { id: string; score: number; passed: boolean; range: readonly [number, number] }[];
  mean: number;
  passes: number;
};

const played = (
  library: Library,
  scenarios: readonly string[],
  replies: readonly Reply[],
  bell?: number,
): Rate['scores'][number] => {
  const { score, grade, range } = playedOnce(library, scenarios, replies, { bell }).report;
  return { id: scenarios.join(' + '), score, passed: grade !== 'fail', range };
};

const summed = (who: string, most: Rate['most'], scores: Rate['scores']): Rate => ({
  who,
  most,
  scores,
  mean: scores.reduce((sum, score) => sum + score.score, 0) / Math.max(1, scores.length),
  passes: scores.filter((score) => score.passed).length,
});

/** One trainee on all cases they say something about, or on those of `cases`. */
export const rateOf = (
  library: Library,
  { who, mean, passes, replies, bell }: Effortless,
  cases: Iterable<string> = library.scenarios.keys(),
): Rate => {
  const scores = [...cases].flatMap((id) => {
    const { data } = contentFor(library, [id]);
    const [scenario] = data.scenarios;
    const said = scenario ? replies(scenario, data, library.testplans.get(id) ?? {}) : null;
    return said === null ? [] : [played(library, [id], said, bell)];
  });
  return summed(who, { mean, passes }, scores);
};

/**
 * Two customers at once, pair by pair of the library's cases: the first served as the model would, the second never.
 * `isWanted`: by the place of the pair.
 */
export const oneOfTwoRate = (library: Library, isWanted: (pair: number) => boolean = () => true): Rate => {
  const cases = [...library.scenarios.keys()];
  const pairs = cases.flatMap((id, i) => {
    const other = cases[i + 1];
    return i % 2 === 0 && other !== undefined ? [[id, other] as const] : [];
  });
  const { who, ...most } = ONE_OF_TWO;
  const scores = pairs
    .filter((_, pair) => isWanted(pair))
    .map(([id, other]) =>
      played(library, [id, other], toThatCustomer(id, library.testplans.get(id)?.model?.replies ?? [])),
    );
  return summed(who, most, scores);
};

/** The whole table. */
export const effortlessRates = (library: Library): Rate[] => [
  ...EFFORTLESS.map((trainee) => rateOf(library, trainee)),
  oneOfTwoRate(library),
];
