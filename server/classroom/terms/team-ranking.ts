/** What teams' drills came to, and how the teams rank: a function of the members' facts (RULES L2–L4). */
import { INDICATORS, type IndicatorRule } from '#contract/terms/sheet.ts';
import type { RankedTeam, TeamFigure } from '#contract/terms/teams.ts';
import { type DrillFacts, figureOf, indicatorFacts, indicatorMark } from './indicators.ts';

/** 冠军, 亚军, 季军, 殿军 of a two-week 实训, in yuan. */
export const DEFAULT_AWARDS: readonly number[] = [2000, 1500, 1000, 500];

const MOST_SCORE = 100;

type TeamResult = Pick<RankedTeam, 'figures' | 'score' | 'measured'>;

/** To a tenth, of those who have one; each person counts once, however many drills they had. */
const meanOf = (values: readonly (number | null)[]): { value: number | null; measured: number } => {
  const there = values.flatMap((value) => value ?? []);
  if (there.length === 0) return { value: null, measured: 0 };
  const tenths = there.reduce((sum, value) => sum + Math.round(value * 10), 0);
  return { value: Math.round(tenths / there.length) / 10, measured: there.length };
};

/** `members`: the facts of each. A score goes by the indicators of the term's sheet (RULES J5), out of 100. */
export const teamResult = (indicators: readonly IndicatorRule[], members: readonly DrillFacts[]): TeamResult => {
  const figures = INDICATORS.map(
    (id): TeamFigure => ({ id, ...meanOf(members.map(({ drills }) => figureOf(id, drills))) }),
  );
  const { value, measured } = meanOf(members.map((facts) => personScore(indicators, facts)));
  return { figures, score: value, measured };
};

/** A member's own mark out of 100; null: nothing to measure. */
export const personScore = (indicators: readonly IndicatorRule[], facts: DrillFacts): number | null =>
  indicatorMark(MOST_SCORE, indicatorFacts(indicators, facts));

/**
 * One higher than the number of better scores, so that equal ones share a rank and the next ranks are left out. Those
 * who share a rank share what its places are awarded, in whole yuan; what can't be divided is kept.
 */
export const rankTeams = <T extends { score: number | null }>(
  teams: readonly T[],
  awards: readonly number[],
): (T & Pick<RankedTeam, 'rank' | 'shared' | 'award'>)[] => {
  const scores = teams.flatMap(({ score }) => score ?? []);
  return teams.map((team) => {
    const { score } = team;
    if (score === null) return { ...team, rank: null, shared: false, award: null };
    const better = scores.filter((other) => other > score).length;
    const equal = scores.filter((other) => other === score).length;
    const sum = awards.slice(better, better + equal).reduce((all, award) => all + award, 0);
    return { ...team, rank: better + 1, shared: equal > 1, award: Math.floor(sum / equal) };
  });
};
