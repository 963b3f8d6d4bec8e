/** Today's ten minutes: one case, chosen from what went wrong most in the latest drills. */
import type { PortfolioEntry, Suggestion } from '#contract/portfolio.ts';
import type { Scenario } from '#engine/model/content.ts';
import { practiceValue } from './practice-value.ts';

/** Drills that count for the weakness: older ones say little of today. */
export const WEAKNESS_DRILLS = 5;
/** Drills that count as done. The home page and the portfolio must use the same number, else they name different cases. */
export const DONE_DRILLS = 20;
const WANTED_MINUTES = 10;
/** What a level away and having done the case take off it, in the unit of `practiceValue`. */
const OFF_LEVEL = 1.5;
const DONE = 1;
/** Cases this close to the best take turns day by day, so a trainee who skips one isn't asked for it again tomorrow. */
const CLOSE = 1;
const DAY_MS = 86_400_000;
/** A case done within this many days is left out while there is another. */
const RESTED_DAYS = 2;

type Chosen = Pick<Suggestion, 'reason'> & { scenario: Scenario };

/**
 * `entries`: newest first; `cases`: today's, of which incidents are left out; `now`: epoch milliseconds; `zoneMs`: how
 * far the school's clock is ahead of UTC, so that the day changes at its midnight. A case done last or within two days
 * is left out while there is another, and so is one of more than ten minutes while there is a shorter one. A newcomer
 * gets the easiest level there is. Null where there is no case.
 */
export function chooseTodaysCase(
  entries: readonly PortfolioEntry[],
  cases: readonly Scenario[],
  now: number,
  zoneMs = 0,
): Chosen | null {
  const known = entries.slice(0, DONE_DRILLS);
  const latest = entries.slice(0, WEAKNESS_DRILLS);
  const weak = weakestFamily(latest);
  const open = shortCases(restedCases(cases, known, now), entries.length === 0);
  const wanted = levelFor(latest, open, weak === null);
  const done = new Set(known.flatMap((entry) => entry.cases.map(({ id }) => id)));
  const worthOf = (scenario: Scenario): number =>
    (weak === null ? 0 : practiceValue(weak.family, scenario)) -
    Math.abs(scenario.level - wanted) * OFF_LEVEL -
    (done.has(scenario.id) ? DONE : 0);
  const ranked = open
    .map((scenario) => ({ scenario, worth: worthOf(scenario) }))
    .toSorted((a, b) => b.worth - a.worth || (a.scenario.id < b.scenario.id ? -1 : 1));
  const near = ranked.filter(({ worth }) => worth >= (ranked[0]?.worth ?? 0) - CLOSE);
  const scenario = near[Math.floor((now + zoneMs) / DAY_MS) % near.length]?.scenario;
  if (scenario === undefined) return null;
  if (entries.length === 0) return { scenario, reason: { kind: 'new' } };
  if (weak === null) return { scenario, reason: { kind: 'clean', of: latest.length } };
  return { scenario, reason: { kind: 'weak', ...weak, of: latest.length } };
}

/** Without the cases of the last drill and of the last two days; if none is left, without those of the last drill; else all. */
function restedCases(cases: readonly Scenario[], known: readonly PortfolioEntry[], now: number): Scenario[] {
  const open = cases.filter(({ incident }) => incident === null);
  const without = (entries: readonly PortfolioEntry[]): Scenario[] =>
    open.filter(({ id }) => !entries.some((entry) => entry.cases.some((caseRow) => caseRow.id === id)));
  const [newest] = known;
  const last = newest === undefined ? [] : [newest];
  const rested = without(known.filter((entry) => entry === newest || entry.endedAt > now - RESTED_DAYS * DAY_MS));
  if (rested.length > 0) return rested;
  const others = without(last);
  return others.length > 0 ? others : open;
}

/** Cases of ten minutes at most; if there are none, the shortest. For a newcomer only those of the easiest level. */
function shortCases(cases: readonly Scenario[], isNewcomer: boolean): Scenario[] {
  const easiest = Math.min(...cases.map(({ level }) => level));
  const open = isNewcomer ? cases.filter(({ level }) => level === easiest) : cases;
  const most = Math.max(WANTED_MINUTES, Math.min(...open.map(({ minutes }) => minutes)));
  return open.filter(({ minutes }) => minutes <= most);
}

/** The highest level passed lately, or the next one up where nothing cost a mark; with none passed, the lowest one tried. */
function levelFor(latest: readonly PortfolioEntry[], open: readonly Scenario[], isClean: boolean): number {
  const levels = (entries: readonly PortfolioEntry[]) =>
    entries.flatMap((entry) => entry.cases.map((caseRow) => caseRow.level));
  const passed = levels(latest.filter(({ grade }) => grade !== 'fail'));
  const tried = levels(latest);
  const level = passed.length > 0 ? Math.max(...passed) : lowestOf(tried);
  const higher = open.map((scenario) => scenario.level).filter((other) => other > level);
  return isClean && latest.length > 0 && higher.length > 0 ? Math.min(...higher) : level;
}

const lowestOf = (levels: readonly number[]): number => (levels.length > 0 ? Math.min(...levels) : 1);

type Weak = { family: string; name: string; count: number; lastAt: number };

/** The family that cost most marks over these drills; of equal ones the one with more faults. Null where none cost a mark. */
function weakestFamily(entries: readonly PortfolioEntry[]): Weak | null {
  const totals = new Map<string, Weak & { marks: number }>();
  for (const { families, endedAt } of entries) {
    for (const { family, name, count, marks } of families) {
      if (count === 0) continue;
      const known = totals.get(family) ?? { family, name, count: 0, marks: 0, lastAt: 0 };
      totals.set(family, {
        ...known,
        count: known.count + count,
        marks: known.marks + marks,
        lastAt: Math.max(known.lastAt, endedAt),
      });
    }
  }
  const [worst] = [...totals.values()]
    .filter(({ marks }) => marks > 0)
    .toSorted((a, b) => b.marks - a.marks || b.count - a.count);
  if (worst === undefined) return null;
  const { marks: _, ...weak } = worst;
  return weak;
}
