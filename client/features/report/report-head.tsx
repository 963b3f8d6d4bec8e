import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DrillSummary } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { longDate } from '../../lib/format.ts';
import { useLoad } from '../../lib/use-load.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';

/** When and whom. The date comes from the drill; without it the report is complete all the same. */
export const ReportHead = ({ drillId, report }: { drillId: string; report: Report }) => {
  const { t } = useTranslation('report');
  const { loaded } = useLoad<DrillSummary>(endpoints.drill(drillId));
  const drill = loaded.state === 'ready' ? loaded.value : null;
  const cases = [...new Set(report.conversations.map((one) => one.scenario))];
  return (
    <header className="mb-14 flex flex-wrap items-center gap-x-16 gap-y-8 text-12 text-ink-2">
      <h1 className="font-semibold text-13 text-ink">{t('title')}</h1>
      {drill === null ? null : <span>{longDate(drill.openedAt)}</span>}
      <span>{report.conversations.map((one) => one.name).join('、')}</span>
      {drill === null ? null : <span>{t(`mode.${drill.mode}`)}</span>}
      <span className="ml-auto flex gap-8 max-pane:ml-0 max-pane:w-full print:hidden">
        <ButtonLink size="s" to={`/start?scenarios=${cases.join(',')}`}>
          {t('sameAgain')}
        </ButtonLink>
        <Button size="s" onClick={() => window.print()}>
          <Printer size={14} aria-hidden="true" />
          {t('print')}
        </Button>
      </span>
    </header>
  );
};
