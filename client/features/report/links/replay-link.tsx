import { Link, useParams } from 'react-router';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { replayOf } from '#client/lib/reports/replay-path.ts';
import type { ReportFinding } from '#contract/report.ts';

/** Leads to the desk as it was at a finding’s words, or just before what has none. */
export const ReplayLink = ({ finding }: { finding: ReportFinding }) => {
  const { t } = useTranslation('report');
  const { id = '' } = useParams();
  return (
    <Link
      to={replayOf(id, finding)}
      aria-label={t('replay.thenOf', { at: clock(finding.at), title: finding.title })}
      className="link whitespace-nowrap font-normal text-12 text-center pointer-coarse:-mx-2 pointer-coarse:min-w-44 pointer-coarse:px-2 pointer-coarse:py-12 max-pane:-mx-2 max-pane:min-w-44 max-pane:px-2 max-pane:py-12 print:hidden"
    >
      {t('replay.then')}
    </Link>
  );
};
