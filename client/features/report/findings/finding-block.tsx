import { FindingLink } from '#client/features/report/links/finding-link.tsx';
import { ReplayLink } from '#client/features/report/links/replay-link.tsx';
import { isMerit } from '#client/features/report/model/numbering.ts';
import { minusMarks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Retryable } from '#client/lib/reports/report-retries.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import { wholeDates } from '#client/ui/layout/whole-dates.tsx';
import type { ReportFinding } from '#contract/report.ts';
import { FindingMark } from './finding-mark.tsx';
import { FindingRuling } from './finding-ruling.tsx';
import { RetryButton } from './retry-button.tsx';
import { Suggestion } from './suggestion.tsx';

type Props = {
  finding: ReportFinding;
  number: number | undefined;
  /** What the customer had said last before it, where the exchange beside doesn't show it. */
  customerText: string | null;
  /** Number of the finding that shows the better wording of this one too; undefined where this one shows it itself. */
  suggestionNumber: number | undefined;
  /** The turn or silence to do again; null where there is none. What went well isn’t offered again. */
  place: Retryable | null;
};

/** The fault and its cost, its reason, what it rests on, and what could be said to this customer instead. */
export const FindingBlock = ({ finding, number, customerText, suggestionNumber, place }: Props) => {
  const { t } = useTranslation('report');
  const { basis } = finding;
  const suggestionId = finding.betterIn ?? null;
  const isUndecided = finding.unsure && finding.ruling === null;
  return (
    <article
      id={finding.id}
      data-finding
      tabIndex={-1}
      aria-labelledby={`${finding.id}-title`}
      className="scroll-mt-60 border-line border-t py-10 first:border-t-0 first:pt-0 last:pb-0 focus:outline-2 focus:outline-accent focus:outline-offset-4 print:break-inside-avoid"
    >
      <div className="flex items-center gap-8 font-semibold">
        <FindingMark severity={finding.severity} number={number} />
        <h3 id={`${finding.id}-title`} className="min-w-0 flex-1">
          {finding.title}
        </h3>
        {isUndecided ? (
          <Tag tone="warn">{t('findings.unsure')}</Tag>
        ) : finding.marks > 0 ? (
          <span className="text-bad">{minusMarks(finding.marks)}</span>
        ) : null}
        <ReplayLink finding={finding} />
      </div>
      {customerText === null ? null : <p className="mt-4 text-ink-2">{t('findings.said', { words: customerText })}</p>}
      <p className="mt-4 text-pretty">{finding.why}</p>
      {isUndecided ? <p className="mt-2 text-12 text-ink-2">{t('findings.unsureText')}</p> : null}
      <p className="mt-2 text-12 text-ink-3">
        {basis === null
          ? null
          : wholeDates(
              t(basis.kind === 'rule' ? 'findings.rule' : 'findings.basis', {
                title: basis.title,
                text: basis.text,
                source: basis.source,
              }),
            )}
      </p>
      {finding.better === null || suggestionNumber !== undefined ? null : (
        <Suggestion
          title={t(finding.family === 'operation' ? 'findings.instead' : 'findings.better')}
          wordings={[finding.better]}
          className="mt-8"
        />
      )}
      {suggestionId === null || suggestionNumber === undefined ? null : (
        <p className="mt-8 text-12 text-good">
          {t('findings.betterIn')} <FindingLink id={suggestionId} number={suggestionNumber} />
        </p>
      )}
      {isMerit(finding) ? null : <RetryButton place={place} subject={finding.title} />}
      <FindingRuling finding={finding} withDiscussion />
    </article>
  );
};
