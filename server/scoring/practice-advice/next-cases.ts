/** What to practise next: the same type a level up for a trainee who did well, else the same weakness in other cases. */

import type { Report } from '#contract/report.ts';
import type { Scenario } from '#engine/model/content.ts';
import { joined, joinWithCommas, say } from '#i18n/say.ts';
import { toTenth } from '#scoring/facts/arithmetic.ts';
import { hardestOf, practiceValue, practiceValueText, practiseAgainst } from './practice-value.ts';

const MAX_CASES = 3;
/** What each level away from the wanted one takes off a case, in the unit of `practiceValue`. */
const OFF_LEVEL = 1.5;

/** The family that cost most, as the report names it. */
export type Weakness = { family: string; name: string; count: number };
/**
 * `score` null: of nobody in particular (a class). `pass`, `excellent`: the rubric's thresholds. `weak` null: nothing
 * cost a mark.
 */
export type JustPlayed = {
  scenarios: readonly string[];
  score: number | null;
  pass: number;
  excellent: number;
  weak: Weakness | null;
};
type Next = Report['next'][number];

/**
 * At most three cases, the best first, and the same ones for the same drill. The case just played comes again only when
 * its score is below the pass mark, and then first. Above the excellent mark one case is the same type a level up. The
 * others give most to practise against the weakness, near the level just played, each of another type while there are
 * any. No sentence stands in two reasons.
 */
export function nextCases(available: readonly Scenario[], played: JustPlayed): Report['next'] {
  const cases = available.filter((scenario) => scenario.incident === null).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const own = cases.filter((scenario) => played.scenarios.includes(scenario.id));
  const others = cases.filter((scenario) => !played.scenarios.includes(scenario.id));
  const again = caseAgain(own, played);
  const up = again === null ? levelUp(own, others, played) : null;
  const chosen = [again, up].filter((scenario) => scenario !== null);
  const rest = otherCases(others, own, chosen, played);
  return withReasons([...chosen, ...rest].slice(0, MAX_CASES), { again, up, level: levelOf(own) }, played);
}

const levelOf = (own: readonly Scenario[]): number => Math.max(1, ...own.map((scenario) => scenario.level));

/** The case to play again; of several played at once the one that gives most to practise the weakness. */
function caseAgain(own: readonly Scenario[], { score, pass, weak }: JustPlayed): Scenario | null {
  if (score === null || score >= pass) return null;
  const weightOf = (scenario: Scenario): number =>
    weak === null ? scenario.level : practiceValue(weak.family, scenario);
  return own.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? null;
}

/** The next level there is of a type just played; of several the nearest. */
function levelUp(own: readonly Scenario[], others: readonly Scenario[], played: JustPlayed): Scenario | null {
  if (played.score === null || played.score < played.excellent) return null;
  const steps = others.flatMap((scenario) => {
    const same = own.filter((other) => other.type === scenario.type);
    const by = scenario.level - levelOf(same);
    return same.length > 0 && by > 0 ? [{ scenario, by }] : [];
  });
  return steps.toSorted((a, b) => a.by - b.by)[0]?.scenario ?? null;
}

/** Other cases, one of each type first; types just played and further cases of a type come last. */
function otherCases(
  others: readonly Scenario[],
  own: readonly Scenario[],
  chosen: readonly Scenario[],
  { score, excellent, weak }: JustPlayed,
): Scenario[] {
  const level = levelOf(own);
  const higher = others.map((scenario) => scenario.level).filter((other) => other > level);
  const isReady = weak === null || (score !== null && score >= excellent);
  const wanted = isReady && higher.length > 0 ? Math.min(...higher) : level;
  const worth = (scenario: Scenario): number =>
    (weak === null ? 0 : practiceValue(weak.family, scenario)) - Math.abs(scenario.level - wanted) * OFF_LEVEL;
  const ranked = others.filter((scenario) => !chosen.includes(scenario)).toSorted((a, b) => worth(b) - worth(a));
  const seen = new Set([...own, ...chosen].map((scenario) => scenario.type));
  const fresh: Scenario[] = [];
  const more: Scenario[] = [];
  for (const scenario of ranked) {
    (seen.has(scenario.type) ? more : fresh).push(scenario);
    seen.add(scenario.type);
  }
  return [...fresh, ...more];
}

type Picked = { again: Scenario | null; up: Scenario | null; level: number };

function withReasons(cases: readonly Scenario[], { again, up, level }: Picked, played: JustPlayed): Next[] {
  const { weak } = played;
  const told = new Set<string>();
  const taught = new Set<string>();
  let mended = 0;
  return cases.map((scenario) => {
    const figureSaid = saidOf(scenario, weak, told);
    const why =
      scenario === again
        ? againWhy(played, figureSaid)
        : scenario === up
          ? say('next:case.levelUp', { score: shownScore(played.score), level: scenario.level, said: figureSaid })
          : say('next:case.why', { lead: leadOf(mended++, weak, levelWord(scenario.level, level)), said: figureSaid });
    // Two cases may teach the same thing in the same words: those are told once.
    const teaches = taught.has(scenario.teaches) ? '' : say('next:case.teaches', { teaches: scenario.teaches });
    taught.add(scenario.teaches);
    return { scenario: scenario.id, why: joined([teaches, why]) };
  });
}

function againWhy({ score, pass, weak }: JustPlayed, figureSaid: string): string {
  const values = { score: shownScore(score), pass, said: figureSaid };
  return weak === null ? say('next:case.again', values) : say('next:case.againFirst', { ...values, weak: weak.name });
}

/**
 * The case's figure against the weakness and how to practise it. Once that was told, another family's figure stands in
 * its place.
 */
function saidOf(scenario: Scenario, weak: Weakness | null, told: Set<string>): string {
  const family = weak?.family ?? hardestOf(scenario, told);
  const practise = told.has(family) ? '' : practiseAgainst(family);
  told.add(family);
  if (practise !== '') return joinWithCommas([practiceValueText(family, scenario), practise]);
  const other = hardestOf(scenario, told);
  told.add(other);
  return joinWithCommas((other === family ? [family] : [family, other]).map((of) => practiceValueText(of, scenario)));
}

const shownScore = (score: number | null): number => toTenth(score ?? 0);

/** Why a case is among those to practise: first the fault, then what is different here. */
function leadOf(nth: number, weak: Weakness | null, level: string): string {
  const place = (['first', 'second', 'third'] as const)[nth];
  if (place === undefined) return level;
  if (weak === null) return say(`next:case.clean.${place}`, { level });
  const values = { weak: weak.name, level };
  if (place !== 'first') return say(`next:case.weak.${place}`, values);
  return weak.count === 0
    ? say('next:case.weak.only', values)
    : say('next:case.weak.first', { ...values, n: weak.count });
}

function levelWord(level: number, played: number): string {
  if (level === played) return say('next:case.level.same', { level });
  return say(`next:case.level.${level > played ? 'up' : 'down'}`, { level });
}
