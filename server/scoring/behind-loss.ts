/** The fault behind a loss that no finding is: where the table of dimensions leads a reader who asks why. */
import type { ReportFinding } from '#contract/report.ts';
import type { Draft } from './findings/draft.ts';
import { questionKey, turnKey } from './opportunities/opportunity.ts';
import type { Priced } from './report-findings.ts';
import type { Loss } from './scorecard.ts';

/**
 * Most such losses have no fault behind them (a bonus nobody asked for); then there is none to name.
 * Faults on the same words come before those on the same question or window; lateness explains no words.
 */
export function behindLoss({ near }: Pick<Loss, 'near'>, priced: readonly Priced[]): ReportFinding | undefined {
  const counting = priced.filter(
    ({ finding }) => finding.severity !== 'merit' && !finding.unsure && finding.ruling?.verdict !== 'dismissed',
  );
  const sameWords = counting.find(
    ({ draft, finding }) =>
      finding.family !== 'late' && near.some((key) => key.startsWith('turn:') && restsOnKey(draft, key)),
  );
  const sameMatter = counting.find(
    ({ draft }) =>
      draft.about.some((question) => near.includes(questionKey(draft.conversation, question))) ||
      draft.covers.some((key) => key.startsWith('window:') && near.includes(key)),
  );
  return (sameWords ?? sameMatter)?.finding;
}

const restsOnKey = (draft: Draft, key: string): boolean =>
  [draft, ...draft.again].some(({ turn }) => turn !== null && turnKey(draft.conversation, turn) === key);
