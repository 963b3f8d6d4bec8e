/** Whether the last drill's "change this first" was changed in this one (RULES M5). */
import type { SetGoal } from '#contract/portfolio.ts';
import type { FamilyCount, ReachedGoal } from '#contract/report-goal.ts';
import { CHANCE_WORDS } from './family-counts.ts';

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
export function goalReached(goal: GoalBefore | null, families: readonly FamilyCount[]): ReachedGoal | null {
  if (goal === null) return null;
  const { family, title, advice, from, before } = goal;
  const own = families.find((f) => f.family === family);
  const now = { count: own?.count ?? 0, chances: own?.chances ?? 0 };
  const met = outcome(before, now);
  return { title, advice, family, from, met, before, now, text: sentence(met, family, before, now) };
}

type Counted = { count: number; chances: number };
type Met = ReachedGoal['met'];

function outcome(before: Counted, now: Counted): Met {
  if (now.chances === 0) return 'not-tried';
  if (now.count === 0) return 'met';
  const share = ({ count, chances }: Counted): number => (chances === 0 ? 1 : count / chances);
  return share(now) <= share(before) * BETTER ? 'better' : 'not-met';
}

function sentence(met: Met, family: string, before: Counted, now: Counted): string {
  const unit = CHANCE_WORDS[family] ?? '处';
  const of = ({ count, chances }: Counted): string => `${chances} ${unit}里 ${count} 次`;
  switch (met) {
    case 'not-tried':
      return '这一场没有碰上这样的机会，留到下一场。';
    case 'met':
      return `上次 ${of(before)}，这次 ${now.chances} ${unit}里一次也没有。`;
    case 'better':
      return `上次 ${of(before)}，这次 ${of(now)}，少了。`;
    default:
      return `上次 ${of(before)}，这次 ${of(now)}，还没改过来。`;
  }
}
