/**
 * Where somebody stands on the learning path: a function of the rules and of what counts, and of nothing else. The order
 * in which results came in doesn't matter, and but for the two means a further result lowers nothing (RULES U1, U2).
 */
import type {
  ConditionPosition,
  ConditionRule,
  PathMeasure,
  PathPosition,
  PathSource,
  StageRule,
} from '#contract/practice/learning-path.ts';
import { mean, toTenth } from '#scoring/log/arithmetic.ts';

/** One result that counts for one measure. */
export type Evidence = PathSource & { measure: PathMeasure };

/** Sources shown of a condition. */
const MOST_SOURCES = 5;
const BEST: readonly PathMeasure[] = ['awareness-best', 'paper-best', 'exam-best', 'typing-best', 'evaluation'];
const COUNTED: readonly PathMeasure[] = ['drills-done', 'certificates'];

export const positionOf = (rules: readonly StageRule[], evidence: readonly Evidence[]): PathPosition => {
  const inOrder = evidence.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const stages = rules.map(({ conditions, ...stage }) => {
    const positions = conditions.map((rule) => conditionPosition(rule, inOrder));
    return { ...stage, conditions: positions, met: positions.every(({ met }) => met) };
  });
  const firstOpen = stages.findIndex(({ met }) => !met);
  const done = firstOpen === -1 ? stages : stages.slice(0, firstOpen);
  const times = done.flatMap(({ conditions }) => conditions.flatMap(({ metAt }) => metAt ?? []));
  return {
    stages,
    current: firstOpen === -1 ? null : firstOpen,
    since: times.length > 0 ? Math.max(...times) : (inOrder[0]?.at ?? null),
  };
};

const conditionPosition = (rule: ConditionRule, evidence: readonly Evidence[]): ConditionPosition => {
  const own = evidence.filter(({ measure }) => measure === rule.measure);
  const figure = figureOf(rule.measure, own);
  const met = isMet(rule, figure);
  return {
    ...rule,
    figure: figure === null ? null : toTenth(figure),
    met,
    metAt: met ? metSince(rule, own) : null,
    sources: own
      .slice(-MOST_SOURCES)
      .toReversed()
      .map(({ measure: _, ...source }) => source),
    of: own.length,
  };
};

/** Since when it has been met without a break. A mean may have been met before and lost again. */
const metSince = (rule: ConditionRule, own: readonly Evidence[]): number | null => {
  let since: number | null = null;
  for (const [index, { at }] of own.entries()) {
    const isMetHere = isMet(rule, figureOf(rule.measure, own.slice(0, index + 1)));
    since = isMetHere ? (since ?? at) : null;
  }
  return since;
};

/** Null: nothing counts. A count of nothing is nought. */
const figureOf = (measure: PathMeasure, own: readonly Evidence[]): number | null => {
  if (COUNTED.includes(measure)) return own.length;
  if (own.length === 0) return null;
  const values = own.map(({ value }) => value);
  if (BEST.includes(measure)) return Math.max(...values);
  // Summed in the order of size: the sum of fractions depends on their order.
  return mean(values.toSorted((a, b) => a - b));
};

const isMet = ({ measure, needs }: ConditionRule, figure: number | null): boolean =>
  figure !== null && (measure === 'response-mean' ? figure <= needs : figure >= needs);
