/** Rulings over all findings of poor and middling trainees: a dismissed finding gives back what it was said to cost. */
import { describe, expect, it } from 'vitest';
import type { GivenRuling } from '#scoring/marks/rulings.ts';
import { makeReport } from '#scoring/report.ts';
import { inTurn, isTurnOf } from '#tests/learning/support/in-turn.ts';
import { CASES, dataOf, play, repliesOf } from '#tests/learning/support/play.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';

type Report = ReturnType<typeof makeReport>;

/** Every so many cases, in a sweep all: a case has up to fifty reports made, one after each dismissal. */
const EVERY = 6;

/** Room for rounding, in points: the score is whole, and marks have one decimal. */
const ROUNDED = 0.55;

const dismissal = (finding: string, at: number): GivenRuling => givenRuling({ id: `r${at}`, finding, at });

const costly = (report: Report): Report['findings'] =>
  report.findings.filter((f) => f.severity !== 'merit' && !f.unsure && f.marks > 0 && f.ruling === null);

describe.each(CASES.filter((id) => isTurnOf(id, 0, EVERY)))('[M14] %s', (id) => {
  const data = dataOf([id]);
  it.each(inTurn(['poor', 'middling'], id, 0, 1, EVERY))(
    '%s: each dismissal gives back what the row said, in either order',
    (who) => {
      const { events, report: unruled } = play([id], repliesOf(id, who));
      const report = (rulings: readonly GivenRuling[]): Report => makeReport(data, events, data.scenarios, rulings);
      const keys = costly(unruled).map((f) => f.key);
      const allAfter = (order: readonly string[]): number => {
        let given: GivenRuling[] = [];
        let before = unruled;
        for (const [i, key] of order.entries()) {
          const said = before.findings.find((f) => f.key === key)?.marks ?? 0;
          given = [...given, dismissal(key, i)];
          const after = report(given);
          // A ceiling that still holds keeps the total down, and the report says so.
          if (after.cappedBy === null)
            expect(after.score + ROUNDED, `${key} said −${said}`).toBeGreaterThanOrEqual(
              Math.min(100, before.score + (before.cappedBy === null ? said : 0)) - ROUNDED,
            );
          expect(after.score, key).toBeGreaterThanOrEqual(before.score);
          before = after;
        }
        return before.score;
      };
      expect(allAfter(keys)).toBe(allAfter(keys.toReversed()));
    },
  );
});
