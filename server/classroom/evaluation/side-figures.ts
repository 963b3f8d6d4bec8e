/** What the data of a term says of a trainee beside each indicator of the three sides, with its formula (RULES R2). */
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { playedRuns } from '#classroom/terms/faults.ts';
import { termTeams } from '#classroom/terms/teams.ts';
import { runsIn } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import type { Clock } from '#common/clock.ts';
import type { DrillResult } from '#contract/results.ts';
import type { SideRules, SideSource } from '#contract/terms/sides.ts';
import type { TermTeams } from '#contract/terms/teams.ts';
import { say } from '#i18n/say.ts';
import { codeList, TOLD_WRONG_CODES, TONE_CODES } from '#scoring/facts/codes.ts';
import { meanToTenth, toTenth } from '#scoring/log/arithmetic.ts';

export type FigureNeeds = ResultsNeeds & { clock: Pick<Clock, 'now'> };

const WRONG = [...TOLD_WRONG_CODES, ...codeList('false-promise', 'wrong-amount')];
const MISSED = codeList('missing-action', 'no-follow-up', 'claimed-undone', 'no-payment-reminder');

/** Of whom no drill counts, it is nothing, and never nought. */
const countOf = (codes: readonly string[], results: readonly DrillResult[]): number =>
  results
    .flatMap(({ faults }) => faults)
    .filter(({ code }) => codes.includes(code))
    .reduce((sum, { count }) => sum + count, 0);

const countLine = (
  key: 'wrong' | 'impatience' | 'missed',
  codes: readonly string[],
  results: readonly DrillResult[],
) => {
  const n = countOf(codes, results);
  return say(`sides-said:figure.${key}`, { n, drills: results.length, each: toTenth(n / results.length) });
};

const responseLine = (results: readonly DrillResult[]): string | null => {
  const first = meanToTenth(results.flatMap(({ figures }) => figures.firstResponseS ?? []));
  const all = meanToTenth(results.flatMap(({ figures }) => figures.meanResponseS ?? []));
  if (first === null || all === null) return null;
  return say('sides-said:figure.responses', { first, mean: all, drills: results.length });
};

/** The first half of the drills against the last; of an odd number the one in the middle is in neither. */
const progressLine = (results: readonly DrillResult[]): string | null => {
  const half = Math.floor(results.length / 2);
  if (half === 0) return null;
  const before = meanToTenth(results.slice(0, half).map(({ score }) => score));
  const after = meanToTenth(results.slice(-half).map(({ score }) => score));
  return before === null || after === null ? null : say('sides-said:figure.progress', { n: half, before, after });
};

const teamLine = ({ teams }: Pick<TermTeams, 'teams'>, person: string): string | null => {
  const own = teams.find(({ members }) => members.some((member) => member.person === person));
  if (own === undefined || own.score === null || own.rank === null) return null;
  return say('sides-said:figure.team', { team: own.name, score: own.score, rank: own.rank, of: teams.length });
};

/** `results`: of the drills that count, oldest first. */
export const figureLine = (
  source: SideSource,
  results: readonly DrillResult[],
  teams: Pick<TermTeams, 'teams'>,
  person: string,
): string | null => {
  if (source === 'none') return null;
  if (source === 'team') return teamLine(teams, person);
  if (results.length === 0) return null;
  switch (source) {
    case 'responses':
      return responseLine(results);
    case 'wrong':
      return countLine('wrong', WRONG, results);
    case 'impatience':
      return countLine('impatience', TONE_CODES, results);
    case 'missed':
      return countLine('missed', MISSED, results);
    case 'progress':
      return progressLine(results);
  }
};

/** By trainee the lines of the indicators in their order. Only published lessons and homework count. */
export const figuresOf = async (
  needs: FigureNeeds,
  found: ClassTerm,
  { indicators }: SideRules,
): Promise<(person: string) => (string | null)[]> => {
  const played = await playedRuns(needs, runsIn(found.term, found.runs), needs.clock.now());
  const hasTeam = indicators.some(({ source }) => source === 'team');
  const teams = hasTeam ? await termTeams(needs, found) : { teams: [] };
  return (person) => {
    const results = played.flatMap(({ drills }) => drills.flatMap(({ by, result }) => (by === person ? [result] : [])));
    return indicators.map(({ source }) => figureLine(source, results, teams, person));
  };
};
