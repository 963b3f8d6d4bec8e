/** Whether this drill reached the goal that the last drill's "change this first" set (RULES M5). */
import type { SetGoal } from '#contract/portfolio.ts';
import type { FamilyCount, GoalMet } from '#contract/report-goal.ts';
import { say } from '#i18n/say.ts';
import { countedFor, countsAlone, WINDOW_OF } from '#scoring/marks/family-counts.ts';

/** The one fault a goal speaks of; null where it speaks of its whole family. */
export function goalCode({ codes: [code, ...others] }: Pick<SetGoal, 'codes'>): string | null {
  return code !== undefined && others.length === 0 && countsAlone(code) ? code : null;
}

/** The goal of an earlier drill, with how it stood there. `endedAt`: epoch milliseconds. */
export type GoalBefore = SetGoal & {
  from: { drill: string; endedAt: number };
  before: { count: number; chances: number };
};

/** A share of faults at or below this part of the earlier one is better; a smaller change is chance. */
const BETTER = 0.75;

/**
 * `families`: of this drill. Met: chances and not one fault. Better: a quarter fewer faults a chance, at least. Not
 * tried: the drill gave no chance. Null where there was no goal.
 */
export function goalMet(goal: GoalBefore | null, families: readonly FamilyCount[]): GoalMet | null {
  if (goal === null) return null;
  const { family, title, advice, from, before } = goal;
  const code = goalCode(goal);
  const now = countedFor(families, family, code) ?? countedFor(families, family, null) ?? { count: 0, chances: 0 };
  const met = outcome(before, now);
  return {
    title,
    advice,
    family,
    from,
    met,
    before,
    now,
    text: sentence(met, (n) => chancesText(family, code, n), before, now),
  };
}

type Counted = { count: number; chances: number };
type Met = GoalMet['met'];

function outcome(before: Counted, now: Counted): Met {
  if (now.chances === 0) return 'not-tried';
  if (now.count === 0) return 'met';
  const share = ({ count, chances }: Counted): number => (chances === 0 ? 1 : count / chances);
  return share(now) <= share(before) * BETTER ? 'better' : 'not-met';
}

/** The unit of a family's chances; replies where no other is named. */
const COUNTED_IN: Readonly<Record<string, 'due' | 'questions' | 'operations'>> = {
  'not-valuing': 'due',
  evading: 'questions',
  operation: 'operations',
};

/** A number of chances in words: 3 句, 2 次该催付. `code`: the one fault that the goal is about, else null. */
function chancesText(family: string, code: string | null, n: number): string {
  const window = code === null ? undefined : WINDOW_OF[code];
  return say(`next:chances.${window ?? COUNTED_IN[family] ?? 'replies'}`, { n });
}

function sentence(met: Met, inWords: (n: number) => string, then: Counted, now: Counted): string {
  if (met === 'not-tried') return say('next:goal.notTried');
  const values = { before: inWords(then.chances), faultsBefore: then.count, now: inWords(now.chances) };
  if (met === 'met') return say('next:goal.met', values);
  const faults = now.count;
  return met === 'better'
    ? say('next:goal.better', { ...values, faults })
    : say('next:goal.notMet', { ...values, faults });
}
