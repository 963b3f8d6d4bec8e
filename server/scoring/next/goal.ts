/** Whether the last drill's "change this first" was changed in this one (RULES M5). */
import type { SetGoal } from '#contract/portfolio.ts';
import type { FamilyCount, ReachedGoal } from '#contract/report-goal.ts';
import { chancePhrasing, countedFor, countsAlone } from '#scoring/marks/family-counts.ts';

/** The one fault a goal speaks of; null where it speaks of its whole family. */
export function goalCode({ codes: [code, ...others] }: Pick<SetGoal, 'codes'>): string | null {
  return code !== undefined && others.length === 0 && countsAlone(code) ? code : null;
}

/** The goal of an earlier drill, with how it stood there. `endedAt`: epoch milliseconds. */
export type GoalBefore = SetGoal & {
  from: { drill: string; endedAt: number };
  before: { count: number; chances: number };
};

/** A share of faults down to this part of what it was has got better; less than that is chance. */
const BETTER = 0.75;

/**
 * `families`: of this drill. Met: chances and not one fault. Better: a quarter fewer faults a chance, at least. Not
 * tried: the drill gave no chance. Null where there was no goal.
 */
export function goalMet(goal: GoalBefore | null, families: readonly FamilyCount[]): ReachedGoal | null {
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
    text: sentence(met, chancePhrasing(family, code), before, now),
  };
}

type Counted = { count: number; chances: number };
type Met = ReachedGoal['met'];

function outcome(before: Counted, now: Counted): Met {
  if (now.chances === 0) return 'not-tried';
  if (now.count === 0) return 'met';
  const share = ({ count, chances }: Counted): number => (chances === 0 ? 1 : count / chances);
  return share(now) <= share(before) * BETTER ? 'better' : 'not-met';
}

function sentence(met: Met, unit: string, before: Counted, now: Counted): string {
  const of = ({ count, chances }: Counted): string => `${chances} ${unit}里 ${count} 次`;
  switch (met) {
    case 'not-tried':
      return '这场没有碰到这样的时候，下场再看。';
    case 'met':
      return `上次 ${of(before)}，这次 ${now.chances} ${unit}里一次也没有。`;
    case 'better':
      return `上次 ${of(before)}，这次 ${of(now)}，少了。`;
    default:
      return `上次 ${of(before)}，这次 ${of(now)}，还有 ${now.count} 次。`;
  }
}
