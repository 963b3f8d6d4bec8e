/** Today's ten minutes: one case, chosen from what went wrong most in the latest drills. */
import type { PortfolioEntry, Suggestion } from '#contract/portfolio.ts';
import type { Scenario } from '#engine/model/content.ts';
import { DAY_MS } from '#engine/model/spans.ts';
import { practiceValue } from './practice-value.ts';

/** Drills that count for the weakness: older ones say little of today. */
export const WEAKNESS_DRILLS = 5;
/** Drills that count as done. The home page and the portfolio must use the same number, else they name different cases. */
export const DONE_DRILLS = 20;
const MAX_MINUTES = 10;
/** What a level away and having done the case take off it, in the unit of `practiceValue`. */
const LEVEL_COST = 1.5;
const DONE_COST = 1;
/** Cases this close to the best take turns day by day, so a trainee who skips one isn't asked for it again tomorrow. */
const CLOSE_WORTH = 1;
/** A case done within this many days is left out while there is another. */
const REST_DAYS = 2;

type ChosenCase = Pick<Suggestion, 'reason'> & { scenario: Scenario };

/**
 * `entries`: newest first; `cases`: today's, of which incidents are left out; `nowMs`: epoch milliseconds; `zoneMs`: how
 * far the school's clock is ahead of UTC, so that the day changes at its midnight. A case done last or within two days
 * is left out while there is another, and so is one of more than ten minutes while there is a shorter one. A newcomer
 * gets the easiest level there is. Null where there is no case.
 */
export const chooseTodaysCase = (
  entries: readonly PortfolioEntry[],
  cases: readonly Scenario[],
  nowMs: number,
  zoneMs = 0,
): ChosenCase | null => {
  const recentEntries = entries.slice(0, DONE_DRILLS);
  const latestEntries = entries.slice(0, WEAKNESS_DRILLS);
  const weakness = weakestFamily(latestEntries);
  const eligibleCases = shortCases(restedCases(cases, recentEntries, nowMs), entries.length === 0);
  const wantedLevel = levelFor(latestEntries, eligibleCases, weakness === null);
  const doneCases = new Set(recentEntries.flatMap((entry) => entry.cases.map(({ id }) => id)));
  const worthOf = (scenario: Scenario): number =>
    (weakness === null ? 0 : practiceValue(weakness.family, scenario)) -
    Math.abs(scenario.level - wantedLevel) * LEVEL_COST -
    (doneCases.has(scenario.id) ? DONE_COST : 0);
  const ranked = eligibleCases
    .map((scenario) => ({ scenario, worth: worthOf(scenario) }))
    .toSorted((a, b) => b.worth - a.worth || (a.scenario.id < b.scenario.id ? -1 : 1));
  const nearBest = ranked.filter(({ worth }) => worth >= (ranked[0]?.worth ?? 0) - CLOSE_WORTH);
  const scenario = nearBest[Math.floor((nowMs + zoneMs) / DAY_MS) % nearBest.length]?.scenario;
  if (scenario === undefined) return null;
  if (entries.length === 0) return { scenario, reason: { kind: 'new' } };
  if (weakness === null) return { scenario, reason: { kind: 'clean', of: latestEntries.length } };
  return { scenario, reason: { kind: 'weak', ...weakness, of: latestEntries.length } };
};

/** Without the cases of the last drill and of the last two days; if none is left, without those of the last drill; else all. */
const restedCases = (
  cases: readonly Scenario[],
  recentEntries: readonly PortfolioEntry[],
  nowMs: number,
): Scenario[] => {
  const regularCases = cases.filter(({ incident }) => incident === null);
  const withoutCasesOf = (entries: readonly PortfolioEntry[]): Scenario[] =>
    regularCases.filter(({ id }) => !entries.some((entry) => entry.cases.some((caseRow) => caseRow.id === id)));
  const [newest] = recentEntries;
  const newestOnly = newest === undefined ? [] : [newest];
  const restedScenarios = withoutCasesOf(
    recentEntries.filter((entry) => entry === newest || entry.endedAt > nowMs - REST_DAYS * DAY_MS),
  );
  if (restedScenarios.length > 0) return restedScenarios;
  const notJustPlayed = withoutCasesOf(newestOnly);
  return notJustPlayed.length > 0 ? notJustPlayed : regularCases;
};

/** Cases of ten minutes at most; if there are none, the shortest. For a newcomer only those of the easiest level. */
const shortCases = (cases: readonly Scenario[], isNewcomer: boolean): Scenario[] => {
  const easiest = Math.min(...cases.map(({ level }) => level));
  const eligibleCases = isNewcomer ? cases.filter(({ level }) => level === easiest) : cases;
  const maxMinutes = Math.max(MAX_MINUTES, Math.min(...eligibleCases.map(({ minutes }) => minutes)));
  return eligibleCases.filter(({ minutes }) => minutes <= maxMinutes);
};

/** The highest level passed lately, or the next one up where nothing cost a mark; with none passed, the lowest one tried. */
const levelFor = (
  latestEntries: readonly PortfolioEntry[],
  eligibleCases: readonly Scenario[],
  isClean: boolean,
): number => {
  const levelsIn = (entries: readonly PortfolioEntry[]) =>
    entries.flatMap((entry) => entry.cases.map((caseRow) => caseRow.level));
  const passedLevels = levelsIn(latestEntries.filter(({ grade }) => grade !== 'fail'));
  const triedLevels = levelsIn(latestEntries);
  const level = passedLevels.length > 0 ? Math.max(...passedLevels) : lowestOf(triedLevels);
  const higherLevels = eligibleCases.map((scenario) => scenario.level).filter((other) => other > level);
  return isClean && latestEntries.length > 0 && higherLevels.length > 0 ? Math.min(...higherLevels) : level;
};

const lowestOf = (levels: readonly number[]): number => (levels.length > 0 ? Math.min(...levels) : 1);

type WeakFamily = { family: string; name: string; count: number; lastAt: number };

/** The family that cost most marks over these drills; of equal ones the one with more faults. Null where none cost a mark. */
const weakestFamily = (entries: readonly PortfolioEntry[]): WeakFamily | null => {
  const totals = new Map<string, WeakFamily & { marks: number }>();
  for (const { families, endedAt } of entries) {
    for (const { family, name, count, marks } of families) {
      if (count === 0) continue;
      const total = totals.get(family) ?? { family, name, count: 0, marks: 0, lastAt: 0 };
      totals.set(family, {
        ...total,
        count: total.count + count,
        marks: total.marks + marks,
        lastAt: Math.max(total.lastAt, endedAt),
      });
    }
  }
  const [worst] = [...totals.values()]
    .filter(({ marks }) => marks > 0)
    .toSorted((a, b) => b.marks - a.marks || b.count - a.count);
  if (worst === undefined) return null;
  const { marks: _, ...weakness } = worst;
  return weakness;
};
