/** Markings of one transcript side by side (RULES I2): made only once the reader has handed in their own. */
import type { Comparison, InspectionScorecard, Marking, PartyMarks } from '#contract/practice/inspections.ts';
import type { Report } from '#contract/report.ts';
import { agreementOf } from './agreement.ts';
import { figuresOf, marksOfPerson, marksOfProgram } from './party-marks.ts';

export function compare(
  scorecard: InspectionScorecard,
  report: Report,
  own: Marking,
  others: readonly PartyMarks[],
): Omit<Comparison, 'complaint'> {
  const parties = [
    marksOfPerson(scorecard, own, { by: 'own', name: null }),
    marksOfProgram(scorecard, report),
    ...others,
  ];
  const { ruled } = report;
  return {
    ...{ marking: own, parties },
    agreements: parties.flatMap((first, a) =>
      parties.slice(a + 1).map((second, b) => ({
        pair: [a, a + 1 + b] as [number, number],
        agreement: agreementOf(figuresOf(first), figuresOf(second)),
      })),
    ),
    ruled: ruled === null ? null : { score: ruled.score, by: ruled.by, reason: ruled.reason },
  };
}
