import type { InspectionBody, Marking } from '#contract/practice/inspections.ts';
import type { QuoteTarget, Row } from './marking.ts';

/** What a clicked line is quoted for: the chosen fault of the row, or its last one without a line. Null: nothing was ticked. */
export const quoteTarget = (
  { scorecard }: InspectionBody,
  marking: Marking,
  row: Row,
  fault: string | null,
): QuoteTarget | null => {
  if (row === 'red-line') {
    if (marking.redLine?.crossed !== true) return null;
    const { code, line } = marking.redLine;
    const title = scorecard.redLines.find((one) => one.code === code)?.title;
    return title === undefined ? null : { code, title, line };
  }
  const { faults } = marking.dimensions[row];
  const chosen =
    faults.find(({ code }) => code === fault) ?? faults.findLast(({ line }) => line === null) ?? faults.at(-1);
  const rules = scorecard.dimensions.find(({ id }) => id === row)?.faults ?? [];
  const title = rules.find(({ code }) => code === chosen?.code)?.title;
  return chosen === undefined || title === undefined ? null : { code: chosen.code, title, line: chosen.line };
};
