/** The fault behind a loss that isn't a finding itself: the table of dimensions leads a reader there. */
import type { ReportFinding } from '#contract/report.ts';
import type { LostMark } from '#scoring/marks/lost-marks.ts';
import type { PricedFinding } from '#scoring/marks/report-findings.ts';
import { questionKey } from '#scoring/opportunities/opportunity.ts';

/** The first counting fault on the same question or window. Most such losses have none; then there is nothing to name. */
export const lossCause = (
  { nearKeys }: Pick<LostMark, 'nearKeys'>,
  priced: readonly PricedFinding[],
): ReportFinding | undefined => {
  const counting = priced.filter(
    ({ finding }) => finding.severity !== 'merit' && !finding.unsure && finding.ruling?.verdict !== 'dismissed',
  );
  return counting.find(
    ({ draft }) =>
      draft.spoiledQuestions.some((question) => nearKeys.includes(questionKey(draft.conversation, question))) ||
      draft.explainedKeys.some((key) => key.startsWith('window:') && nearKeys.includes(key)),
  )?.finding;
};
