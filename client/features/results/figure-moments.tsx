import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { clock, minusMarks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { Report, ReportFinding } from '#contract/report.ts';

type LinkProps = { drill: string; conversation: string; at: number; children: ReactNode };

/** Into the report, to the very line. */
export const MomentLink = ({ drill, conversation, at, children }: LinkProps) => (
  <Link className="link max-pane:inline-block max-pane:py-10" to={`/drills/${drill}/report?at=${conversation}:${at}`}>
    {children}
  </Link>
);

export const NoSources = () => {
  const { t } = useTranslation('results');
  return <p className="py-8 text-ink-2">{t('sheet.nothing')}</p>;
};

type Props = { drill: string; report: Report; finding: ReportFinding };

/** A finding in short: what, at which customer, when, in which words, for how many marks. */
export const FindingItem = ({ drill, report, finding }: Props) => {
  const { t } = useTranslation('results');
  const customerName =
    report.conversations.find((conversation) => conversation.conversation === finding.conversation)?.name ?? '';
  const isDismissed = finding.ruling?.verdict === 'dismissed';
  return (
    <li className="border-line border-b py-8">
      <div className="flex items-baseline gap-12">
        <span className={isDismissed ? 'min-w-0 flex-1 line-through' : 'min-w-0 flex-1'}>
          <MomentLink drill={drill} conversation={finding.conversation} at={finding.at}>
            {finding.title}
          </MomentLink>
        </span>
        {finding.marks > 0 ? <span className="whitespace-nowrap">{minusMarks(finding.marks)}</span> : null}
      </div>
      <p className="mt-2 text-ink-2 wrap-anywhere">{finding.quote}</p>
      <p className="mt-2 flex flex-wrap items-center gap-x-8 gap-y-2 text-12 text-ink-3">
        {clauses([customerName, clock(finding.at)])}
        {finding.unsure ? <Tag tone="warn">{t('table.unsureShort')}</Tag> : null}
        {finding.ruling === null ? null : (
          <Tag tone="accent">{t(`verdict.${finding.ruling.verdict}`, { name: finding.ruling.by })}</Tag>
        )}
      </p>
    </li>
  );
};
