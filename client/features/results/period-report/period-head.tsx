import { ArrowLeft, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { HideNames } from '#client/features/results/hide-names.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { DAY_MS } from '#client/lib/spans.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PeriodReport } from '#contract/terms/period.ts';
import { silentDays } from './silent-days.ts';

type Props = { report: PeriodReport; showsNames: boolean; onShowsNames: (showsNames: boolean) => void };
const MOST_DAYS = 366;
const isPeriod = (from: string, to: string): boolean => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days >= 1 && days <= MOST_DAYS;
};

/** Which class and days, and what can be done with the report. */
export const PeriodHead = ({ report, showsNames, onShowsNames }: Props) => {
  const { t } = useTranslation('period');
  const { id, name } = report.class;
  return (
    <>
      <Link
        to={`/classes/${encodeURIComponent(id)}`}
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44 print:hidden"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {name}
      </Link>
      <div className="mb-12 flex flex-wrap items-center gap-x-16 gap-y-8 print:mb-6">
        <div className="mr-auto min-w-0">
          <h1 className="font-semibold text-18 wrap-anywhere">{t('heading', { name })}</h1>
          <p className="text-12 text-ink-3">{t('days', { from: report.from, to: report.to })}</p>
        </div>
        <div className="flex flex-wrap items-center gap-8 print:hidden">
          <HideNames showsNames={showsNames} onShowsNames={onShowsNames} />
          <SaveButton report={report} />
          <Button onClick={() => window.print()}>
            <Printer size={16} aria-hidden="true" />
            {t('ui:print')}
          </Button>
        </div>
      </div>
      <Days report={report} />
      <p className="mb-12 text-12 text-ink-2">{t('about')}</p>
    </>
  );
};

const Days = ({ report }: { report: PeriodReport }) => {
  const { t } = useTranslation('period');
  const [, setQuery] = useSearchParams();
  const [days, setDays] = useState({ from: report.from, to: report.to });
  const isWrong = !isPeriod(days.from, days.to);
  const change = (next: typeof days) => {
    setDays(next);
    if (isPeriod(next.from, next.to)) setQuery(next, { replace: true });
  };
  return (
    <div className="mb-8 flex flex-wrap items-start gap-12 print:hidden">
      <TextField
        label={t('from')}
        type="date"
        value={days.from}
        onChange={(event) => change({ ...days, from: event.target.value })}
      />
      <TextField
        label={t('to')}
        type="date"
        value={days.to}
        error={isWrong ? t('wrongDays') : null}
        onChange={(event) => change({ ...days, to: event.target.value })}
      />
    </div>
  );
};

const SaveButton = ({ report: { class: ofClass, from, to } }: { report: PeriodReport }) => {
  const { t } = useTranslation('period');
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const address = { id: ofClass.id, from, to, silent: String(silentDays()) };
    const refused = await download(pathTo('GET /api/classes/:id/report.xlsx', address), 'class-report.xlsx');
    setIsBusy(false);
    if (refused !== null) showToast(t('fileFailed', { why: refused }), 'bad');
  };
  return (
    <Button disabled={isBusy} onClick={() => void save()}>
      <Download size={16} aria-hidden="true" />
      {t('file')}
    </Button>
  );
};
