/** Whether this drill reached the goal that the last drill's "change this first" set (RULES M5). */
import type { SetGoal } from '#contract/portfolio.ts';
import type { FamilyCount, GoalMet } from '#contract/report-goal.ts';
import { say } from '#i18n/say.ts';
import { LEFT_ALONE_CODES } from '#scoring/facts/codes.ts';
import { countedFor, countsAlone, WINDOW_OF } from '#scoring/marks/family-counts.ts';

/** The one fault a goal speaks of; null where it speaks of its whole family. */
export const goalCode = ({ codes: [code, ...others] }: Pick<SetGoal, 'codes'>): string | null => {
  return code !== undefined && others.length === 0 && countsAlone(code) ? code : null;
};

/** The goal of an earlier drill, with how it stood there. `endedAt`: epoch milliseconds. */
export type GoalBefore = SetGoal & {
  from: { drill: string; endedAt: number };
  before: { count: number; chances: number };
};

/** A share of faults at or below this part of the earlier one is better; a smaller change may be a coincidence. */
const BETTER_SHARE = 0.75;

/** What caps the total of a drill that its trainee gave up, or in which customers were left. */
const GIVEN_UP: readonly string[] = [...LEFT_ALONE_CODES, 'unfinished'];

/**
 * `families`: of this drill; `cappedBy`: what caps its total. Met: chances and not one fault. Better: a quarter fewer faults
 * a chance, at least. Not tried: the drill gave no chance, or was given up: who says nothing makes no fault (RULES M146). Null
 * where there was no goal.
 */
export const goalMet = (
  goal: GoalBefore | null,
  families: readonly FamilyCount[],
  cappedBy: string | null = null,
): GoalMet | null => {
  if (goal === null) return null;
  const { family, title, advice, from, before } = goal;
  const code = goalCode(goal);
  const countsNow = countedFor(families, family, code) ??
    countedFor(families, family, null) ?? { count: 0, chances: 0 };
  const counted = outcomeOf(before, countsNow);
  const isGivenUp =
    cappedBy !== null && GIVEN_UP.includes(cappedBy) && counted !== 'not-met' && counted !== 'not-tried';
  const outcome = isGivenUp ? 'not-tried' : counted;
  return {
    title,
    advice,
    family,
    from,
    met: outcome,
    before,
    now: countsNow,
    text: isGivenUp
      ? say('next:goal.givenUp')
      : outcomeText(outcome, (n) => chancesText(family, code, n), before, countsNow),
  };
};

type Counted = { count: number; chances: number };
type GoalOutcome = GoalMet['met'];

const outcomeOf = (earlier: Counted, current: Counted): GoalOutcome => {
  if (current.chances === 0) return 'not-tried';
  if (current.count === 0) return 'met';
  const share = ({ count, chances }: Counted): number => (chances === 0 ? 1 : count / chances);
  return share(current) <= share(earlier) * BETTER_SHARE ? 'better' : 'not-met';
};

/** The unit of a family's chances; replies where no other is named. */
const CHANCE_UNITS: Readonly<Record<string, 'due' | 'questions' | 'operations'>> = {
  'not-valuing': 'due',
  evading: 'questions',
  operation: 'operations',
};

/** A number of chances in words: 3 句, 2 次该催付. `code`: the one fault that the goal is about, else null. */
const chancesText = (family: string, code: string | null, n: number): string => {
  const window = code === null ? undefined : WINDOW_OF[code];
  return say(`next:chances.${window ?? CHANCE_UNITS[family] ?? 'replies'}`, { n });
};

const outcomeText = (
  outcome: GoalOutcome,
  chancesInWords: (n: number) => string,
  earlier: Counted,
  current: Counted,
): string => {
  if (outcome === 'not-tried') return say('next:goal.notTried');
  const values = {
    before: chancesInWords(earlier.chances),
    faultsBefore: earlier.count,
    now: chancesInWords(current.chances),
  };
  if (outcome === 'met') return say('next:goal.met', values);
  const faults = current.count;
  return outcome === 'better'
    ? say('next:goal.better', { ...values, faults })
    : say('next:goal.notMet', { ...values, faults });
};
