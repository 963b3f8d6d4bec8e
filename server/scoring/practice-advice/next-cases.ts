/** What to practise next: the same type a level up for a trainee who did well, else the same weakness in other cases. */

import type { Report } from '#contract/report.ts';
import type { Scenario } from '#engine/model/content.ts';
import { joined, joinWithCommas, say } from '#i18n/say.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';
import { hardestOf, practiceValue, practiceValueText, practiseAgainst } from './practice-value.ts';

const MAX_CASES = 3;
/** What each level away from the wanted one takes off a case, in the unit of `practiceValue`. */
const LEVEL_COST = 1.5;

/** The family that cost most, as the report names it. */
export type Weakness = { family: string; name: string; count: number };
/**
 * `score` null: of nobody in particular (a class). `pass`, `excellent`: the rubric's thresholds. `weak` null: nothing
 * cost a mark. `faulted`: the case in which what to change first was done.
 */
export type JustPlayed = {
  scenarios: readonly string[];
  score: number | null;
  pass: number;
  excellent: number;
  weakness: Weakness | null;
  faulted?: string | null;
};
type Next = Report['next'][number];

/**
 * At most three cases, the best first, and the same ones for the same drill. The case just played comes again only when
 * its score is below the pass mark, and then first. Above the excellent mark one case is the same type a level up. The
 * others give most to practise against the weakness, near the level just played, each of another type while there are
 * any. No sentence stands in two reasons.
 */
export const nextCases = (available: readonly Scenario[], played: JustPlayed): Report['next'] => {
  const cases = available.filter((scenario) => scenario.incident === null).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const playedCases = cases.filter((scenario) => played.scenarios.includes(scenario.id));
  const otherScenarios = cases.filter((scenario) => !played.scenarios.includes(scenario.id));
  const replayCase = caseAgain(playedCases, played);
  const levelUpCase = replayCase === null ? levelUp(playedCases, otherScenarios, played) : null;
  const firstChoices = [replayCase, levelUpCase].filter((scenario) => scenario !== null);
  const furtherCases = otherCases(otherScenarios, playedCases, firstChoices, played);
  return withReasons(
    [...firstChoices, ...furtherCases].slice(0, MAX_CASES),
    { replayCase, levelUpCase, level: levelOf(playedCases) },
    played,
  );
};

const levelOf = (scenarios: readonly Scenario[]): number => Math.max(1, ...scenarios.map((scenario) => scenario.level));

/**
 * The case to play again; of several played at once the one in which what to change first was done, which practises that very
 * fault, else the one that gives most to practise the weakness.
 */
const caseAgain = (
  playedCases: readonly Scenario[],
  { score, pass, weakness, faulted }: JustPlayed,
): Scenario | null => {
  if (score === null || score >= pass) return null;
  const faultedCase = playedCases.find(({ id }) => id === faulted);
  if (faultedCase !== undefined) return faultedCase;
  const weightOf = (scenario: Scenario): number =>
    weakness === null ? scenario.level : practiceValue(weakness.family, scenario);
  return playedCases.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? null;
};

/** The next level there is of a type just played; of several the nearest, and of those what gives most against the weakness. */
const levelUp = (
  playedCases: readonly Scenario[],
  otherScenarios: readonly Scenario[],
  played: JustPlayed,
): Scenario | null => {
  if (played.score === null || played.score < played.excellent) return null;
  const steps = otherScenarios.flatMap((scenario) => {
    const sameType = playedCases.filter((other) => other.type === scenario.type);
    const levelsUp = scenario.level - levelOf(sameType);
    return sameType.length > 0 && levelsUp > 0 ? [{ scenario, by: levelsUp }] : [];
  });
  const worth = (scenario: Scenario): number =>
    played.weakness === null ? 0 : practiceValue(played.weakness.family, scenario);
  return steps.toSorted((a, b) => a.by - b.by || worth(b.scenario) - worth(a.scenario))[0]?.scenario ?? null;
};

/** Other cases, one of each type first; types just played and further cases of a type come last. */
const otherCases = (
  otherScenarios: readonly Scenario[],
  playedCases: readonly Scenario[],
  firstChoices: readonly Scenario[],
  { score, excellent, weakness }: JustPlayed,
): Scenario[] => {
  const level = levelOf(playedCases);
  const higherLevels = otherScenarios.map((scenario) => scenario.level).filter((other) => other > level);
  const isReady = weakness === null || (score !== null && score >= excellent);
  const wantedLevel = isReady && higherLevels.length > 0 ? Math.min(...higherLevels) : level;
  const worth = (scenario: Scenario): number =>
    (weakness === null ? 0 : practiceValue(weakness.family, scenario)) -
    Math.abs(scenario.level - wantedLevel) * LEVEL_COST;
  const ranked = otherScenarios
    .filter((scenario) => !firstChoices.includes(scenario))
    .toSorted((a, b) => worth(b) - worth(a));
  const typesTaken = new Set([...playedCases, ...firstChoices].map((scenario) => scenario.type));
  const ofNewTypes: Scenario[] = [];
  const ofSameTypes: Scenario[] = [];
  for (const scenario of ranked) {
    (typesTaken.has(scenario.type) ? ofSameTypes : ofNewTypes).push(scenario);
    typesTaken.add(scenario.type);
  }
  return [...ofNewTypes, ...ofSameTypes];
};

type Picked = { replayCase: Scenario | null; levelUpCase: Scenario | null; level: number };

const withReasons = (
  cases: readonly Scenario[],
  { replayCase, levelUpCase, level }: Picked,
  played: JustPlayed,
): Next[] => {
  const { weakness } = played;
  const toldFamilies = new Set<string>();
  let placeInList = 0;
  return cases.map((scenario) => {
    const practice = practiceText(scenario, weakness, toldFamilies);
    const reason =
      scenario === replayCase
        ? whyAgain(played, practice)
        : scenario === levelUpCase
          ? say(`next:case.${played.scenarios.length > 1 ? 'levelUpOfSeveral' : 'levelUp'}`, {
              score: shownScore(played.score),
              level: scenario.level,
              said: practice,
            })
          : say('next:case.why', {
              lead: leadText(placeInList++, weakness, levelText(scenario.level, level)),
              said: practice,
            });
    // Only of the case just played: what another teaches is its answer, and is told after it.
    const teaches = scenario === replayCase ? say('next:case.teaches', { teaches: scenario.teaches }) : '';
    return { scenario: scenario.id, why: joined([teaches, reason]) };
  });
};

const whyAgain = ({ score, pass, weakness }: JustPlayed, practice: string): string => {
  const values = { score: shownScore(score), pass, said: practice };
  return weakness === null
    ? say('next:case.again', values)
    : say('next:case.againFirst', { ...values, weak: weakness.name });
};

/**
 * The case's figure against the weakness and how to practise it. Once that was told, another family's figure stands in
 * its place.
 */
const practiceText = (scenario: Scenario, weak: Weakness | null, toldFamilies: Set<string>): string => {
  const family = weak?.family ?? hardestOf(scenario, toldFamilies);
  const practise = toldFamilies.has(family) ? '' : practiseAgainst(family);
  toldFamilies.add(family);
  if (practise !== '') return joinWithCommas([practiceValueText(family, scenario), practise]);
  const otherFamily = hardestOf(scenario, toldFamilies);
  toldFamilies.add(otherFamily);
  return joinWithCommas(
    (otherFamily === family ? [family] : [family, otherFamily]).map((ofFamily) =>
      practiceValueText(ofFamily, scenario),
    ),
  );
};

const shownScore = (score: number | null): number => toTenth(score ?? 0);

/** Why a case is among those to practise: first the fault, then what is different here. */
const leadText = (indexInList: number, weak: Weakness | null, level: string): string => {
  const ordinal = (['first', 'second', 'third'] as const)[indexInList];
  if (ordinal === undefined) return level;
  if (weak === null) return say(`next:case.clean.${ordinal}`, { level });
  const values = { weak: weak.name, level };
  if (ordinal !== 'first') return say(`next:case.weak.${ordinal}`, values);
  return weak.count === 0
    ? say('next:case.weak.only', values)
    : say('next:case.weak.first', { ...values, n: weak.count });
};

const levelText = (level: number, playedLevel: number): string => {
  if (level === playedLevel) return say('next:case.level.same', { level });
  return say(`next:case.level.${level > playedLevel ? 'up' : 'down'}`, { level });
};

/**
 * The family to practise against (RULES M113): that of what to change first, else that of which doubts hold back most.
 * Null where nothing was charged, not even in doubt.
 */
export const familyToPractise = (
  { first, findings }: Pick<Report, 'first' | 'findings'>,
  heldBack: (finding: Report['findings'][number]) => number,
): string | null => {
  if (first !== null) return first.family;
  const doubts = findings.filter(({ unsure, ruling, severity }) => unsure && ruling === null && severity !== 'merit');
  const ofFamily = (family: string): number =>
    sum(doubts.filter((doubt) => doubt.family === family).map((doubt) => heldBack(doubt)));
  const families = [...new Set(doubts.map(({ family }) => family))];
  return families.toSorted((a, b) => ofFamily(b) - ofFamily(a))[0] ?? null;
};

/** The case in which what to change first was done; null: there is nothing to change. */
export const caseOfFirst = (
  { first, findings }: Pick<Report, 'first' | 'findings'>,
  allFacts: readonly { conversation: { key: string; scenarioId: string } }[],
): string | null => {
  const faultedKey = findings.find(({ id }) => first?.findings.includes(id))?.conversation;
  return allFacts.find(({ conversation }) => conversation.key === faultedKey)?.conversation.scenarioId ?? null;
};

/** The family as the next cases are chosen against it, with how often it was met here. */
export const weaknessIn = (families: Report['families'], family: string): Weakness => {
  const { name, count } = families.find((other) => other.family === family) ?? { name: family, count: 0 };
  return { family, name, count };
};
