/** The fault behind a loss that no finding is: where the table of dimensions leads a reader who asks why. */
import type { ReportFinding } from '#contract/report.ts';
import type { LostMark } from '#scoring/marks/lost-marks.ts';
import type { Priced } from '#scoring/marks/report-findings.ts';
import { questionKey } from '#scoring/opportunities/opportunity.ts';

/** Most such losses have no fault behind them; then there is none to name. Else it is the first on the same question or window. */
export function lossCause({ near }: Pick<LostMark, 'near'>, priced: readonly Priced[]): ReportFinding | undefined {
  const counting = priced.filter(
    ({ finding }) => finding.severity !== 'merit' && !finding.unsure && finding.ruling?.verdict !== 'dismissed',
  );
  return counting.find(
    ({ draft }) =>
      draft.about.some((question) => near.includes(questionKey(draft.conversation, question))) ||
      draft.covers.some((key) => key.startsWith('window:') && near.includes(key)),
  )?.finding;
}
