/** Today's ten minutes: one case, chosen from what went wrong most in the latest drills. */
import type { PortfolioEntry, Suggestion } from '#contract/portfolio.ts';
import type { Scenario } from '#engine/content.ts';
import { offerAgainst } from './case-offers.ts';

/** What was longer ago says little of today. */
export const LATEST = 5;
const WANTED_MINUTES = 10;
/** A minute over ten, a level off, and having done the case already, in the measure of what a case offers. */
const OVER = 0.5;
const OFF_LEVEL = 1.5;
const DONE = 1;

type Chosen = Pick<Suggestion, 'reason'> & { scenario: Scenario };

/**
 * `entries`: newest first; `cases`: today's, incidents among them left out. Never the case done last while there is
 * another. Null where there is no case at all.
 */
export function tenMinutes(entries: readonly PortfolioEntry[], cases: readonly Scenario[]): Chosen | null {
  const open = cases.filter(({ incident }) => incident === null);
  const [newest] = entries;
  const others = open.filter(({ id }) => !newest?.cases.some((one) => one.id === id));
  const latest = entries.slice(0, LATEST);
  const level = Math.max(1, ...latest.flatMap((e) => e.cases.map((one) => one.level)));
  const weak = weakestFamily(latest);
  const done = new Set(entries.flatMap((e) => e.cases.map(({ id }) => id)));
  const worth = (s: Scenario): number => {
    const over = Math.max(0, s.minutes - WANTED_MINUTES) * OVER;
    const again = done.has(s.id) ? DONE : 0;
    if (newest === undefined) return -s.level * 10 - over;
    const offered = weak === null ? 0 : offerAgainst(weak.family, s);
    // With nothing left to mend the next case is a harder one.
    return offered - Math.abs(s.level - (weak === null ? level + 1 : level)) * OFF_LEVEL - over - again;
  };
  const [scenario] = (others.length > 0 ? others : open)
    .map((one) => ({ one, worth: worth(one) }))
    .toSorted((a, b) => b.worth - a.worth || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one);
  if (scenario === undefined) return null;
  if (newest === undefined) return { scenario, reason: { kind: 'new' } };
  if (weak === null) return { scenario, reason: { kind: 'clean', of: latest.length } };
  return { scenario, reason: { kind: 'weak', ...weak, of: latest.length } };
}

type Weak = { family: string; name: string; count: number; lastAt: number };

/** The family that cost most over these drills; of equal ones the commoner. Null where none cost a mark. */
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
