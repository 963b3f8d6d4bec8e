/** What to practise next: the same type a level up for who has it, the same weakness elsewhere for who hasn't. */
import type { Report } from '#contract/report.ts';
import type { Scenario } from '#engine/model/content.ts';
import { joined, say } from '#i18n/say.ts';
import { hardestOf, offerAgainst, offerSaid, practiseAgainst } from './case-offers.ts';
import { clauses } from './clauses.ts';

const MOST = 3;
/** A level off the wanted one, in the measure of what a case offers. */
const OFF_LEVEL = 1.5;

/** The family that cost most, as the report names it. */
export type Weakness = { family: string; name: string; count: number };
/** `score` null: of nobody in particular (a class). `pass`, `excellent`: the rubric's lines. `weak` null: nothing cost a mark. */
export type JustPlayed = {
  scenarios: readonly string[];
  score: number | null;
  pass: number;
  excellent: number;
  weak: Weakness | null;
};
type Next = Report['next'][number];

/**
 * At most three, the best first; the same for the same drill. The case just played only again below the pass, and then
 * first. Above the excellent line one is the same type a level up. The rest give most to practise against the weakness,
 * near the level just played, of types not named yet while there are any. No sentence stands in two of the reasons.
 */
export function nextCases(available: readonly Scenario[], played: JustPlayed): Report['next'] {
  const cases = available.filter((s) => s.incident === null).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const own = cases.filter((s) => played.scenarios.includes(s.id));
  const others = cases.filter((s) => !played.scenarios.includes(s.id));
  const again = repeated(own, played);
  const up = again === null ? levelUp(own, others, played) : null;
  const chosen = [again, up].filter((s) => s !== null);
  const rest = elsewhere(others, own, chosen, played);
  return withReasons([...chosen, ...rest].slice(0, MOST), { again, up, level: levelOf(own) }, played);
}

const levelOf = (own: readonly Scenario[]): number => Math.max(1, ...own.map((s) => s.level));

/** Of several at once the one that gives most to practise what went wrong. */
function repeated(own: readonly Scenario[], { score, pass, weak }: JustPlayed): Scenario | null {
  if (score === null || score >= pass) return null;
  const much = (s: Scenario): number => (weak === null ? s.level : offerAgainst(weak.family, s));
  return own.toSorted((a, b) => much(b) - much(a))[0] ?? null;
}

/** The next level there is of a type just played; of several the nearest. */
function levelUp(own: readonly Scenario[], others: readonly Scenario[], played: JustPlayed): Scenario | null {
  if (played.score === null || played.score < played.excellent) return null;
  const steps = others.flatMap((s) => {
    const same = own.filter((one) => one.type === s.type);
    const by = s.level - levelOf(same);
    return same.length > 0 && by > 0 ? [{ s, by }] : [];
  });
  return steps.toSorted((a, b) => a.by - b.by)[0]?.s ?? null;
}

/** One of a type as long as there are types left, those just played last. */
function elsewhere(
  others: readonly Scenario[],
  own: readonly Scenario[],
  chosen: readonly Scenario[],
  { score, excellent, weak }: JustPlayed,
): Scenario[] {
  const level = levelOf(own);
  const higher = others.map((s) => s.level).filter((one) => one > level);
  const ready = weak === null || (score !== null && score >= excellent);
  const wanted = ready && higher.length > 0 ? Math.min(...higher) : level;
  const worth = (s: Scenario): number =>
    (weak === null ? 0 : offerAgainst(weak.family, s)) - Math.abs(s.level - wanted) * OFF_LEVEL;
  const ranked = others.filter((s) => !chosen.includes(s)).toSorted((a, b) => worth(b) - worth(a));
  const seen = new Set([...own, ...chosen].map((s) => s.type));
  const fresh: Scenario[] = [];
  const more: Scenario[] = [];
  for (const s of ranked) {
    (seen.has(s.type) ? more : fresh).push(s);
    seen.add(s.type);
  }
  return [...fresh, ...more];
}

type Picked = { again: Scenario | null; up: Scenario | null; level: number };

function withReasons(cases: readonly Scenario[], { again, up, level }: Picked, played: JustPlayed): Next[] {
  const { weak } = played;
  const told = new Set<string>();
  const taught = new Set<string>();
  let mended = 0;
  return cases.map((s) => {
    const said = saidOf(s, weak, told);
    const why =
      s === again
        ? againWhy(played, said)
        : s === up
          ? say('next:case.levelUp', { score: shown(played.score), level: s.level, said })
          : say('next:case.why', { lead: leadOf(mended++, weak, levelWord(s.level, level)), said });
    // Two authors may have written the same line.
    const teaches = taught.has(s.teaches) ? '' : say('next:case.teaches', { teaches: s.teaches });
    taught.add(s.teaches);
    return { scenario: s.id, why: joined([teaches, why]) };
  });
}

function againWhy({ score, pass, weak }: JustPlayed, said: string): string {
  const values = { score: shown(score), pass, said };
  return weak === null ? say('next:case.again', values) : say('next:case.againFirst', { ...values, weak: weak.name });
}

/** The fault's own figure and how it is mended; once that is said, what else the case asks for stands in its place. */
function saidOf(s: Scenario, weak: Weakness | null, told: Set<string>): string {
  const family = weak?.family ?? hardestOf(s, told);
  const practise = told.has(family) ? '' : practiseAgainst(family);
  told.add(family);
  if (practise !== '') return clauses([offerSaid(family, s), practise]);
  const other = hardestOf(s, told);
  told.add(other);
  return clauses((other === family ? [family] : [family, other]).map((one) => offerSaid(one, s)));
}

const shown = (score: number | null): number => Math.round((score ?? 0) * 10) / 10;

/** Why a case stands among those to mend by: the fault first, then what is different here. */
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

const levelWord = (level: number, played: number): string =>
  say(`next:case.level.${level === played ? 'same' : level > played ? 'up' : 'down'}`, { level });
