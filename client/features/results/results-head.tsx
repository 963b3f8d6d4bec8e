import { Download, History } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { downloadResults } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { ShareControl } from '#client/ui/dialogs/share-control.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RunResults } from '#contract/results.ts';
import { PublishControl } from './publish-control.tsx';
import { RulingsDialog } from './rulings-dialog.tsx';

/** Which run, how many came, and what can be done with the whole. */
export const ResultsHead = ({ results, refresh }: { results: RunResults; refresh: () => void }) => {
  const { t } = useTranslation('results');
  const { run, seats } = results;
  const isVisiting = results.visiting === true;
  const [isListing, setIsListing] = useState(false);
  const way = run.parts !== undefined ? 'exam' : run.homework !== undefined ? 'homework' : 'wall';
  const joinedCount = seats.filter((seat) => seat.joined).length;
  const unsureCount = seats.reduce((sum, seat) => sum + (seat.result?.unsure ?? 0), 0);
  const rulingCount = seats.reduce((sum, seat) => sum + seat.rulings, 0);
  return (
    <div className="mb-12 flex flex-wrap items-center gap-x-8 gap-y-8">
      <div className="mr-8 min-w-0">
        <h1 className="font-semibold text-18 wrap-anywhere">{run.name}</h1>
        <p className="text-12 text-ink-3">
          {clauses([
            run.className ?? t('table.noClass'),
            longDate(run.at),
            t('table.minutes', { n: run.minutes }),
            t(run.homework === undefined ? `mode.${run.mode}` : `table.${way}`),
            run.dealt === undefined ? null : t(`ui:dealt.${run.dealt}`),
          ])}
        </p>
      </div>
      <Tag>{t('table.joined', { n: joinedCount, of: seats.length })}</Tag>
      {unsureCount === 0 ? null : <Tag tone="warn">{t('table.unsureCount', { n: unsureCount })}</Tag>}
      {rulingCount === 0 ? null : <Tag tone="accent">{t('table.ruled', { n: rulingCount })}</Tag>}
      <div className="ml-auto flex flex-wrap items-center gap-8 max-pane:ml-0">
        {isVisiting ? (
          <ButtonLink kind="bare" to="/mentor">
            {t('table.toMentor')}
          </ButtonLink>
        ) : (
          <ButtonLink kind="bare" to={way === 'exam' ? `/exams/runs/${run.id}` : `/runs/${run.id}/${way}`}>
            {t(`table.${way}`)}
          </ButtonLink>
        )}
        <ButtonLink kind="bare" to={`/runs/${run.id}/class-report`}>
          {t('table.classReport')}
        </ButtonLink>
        <ButtonLink kind="bare" to={`/runs/${run.id}/analysis`}>
          {t('table.analysis')}
        </ButtonLink>
        {isVisiting ? null : (
          <ButtonLink kind="bare" to={`/inspection/runs/${run.id}`}>
            {t('table.inspection')}
          </ButtonLink>
        )}
        {run.mode === 'exam' && !isVisiting ? (
          <ButtonLink kind="bare" to={`/runs/${run.id}/certificates`}>
            {t('table.certificates')}
          </ButtonLink>
        ) : null}
        <Button onClick={() => setIsListing(true)}>
          <History size={16} aria-hidden="true" />
          {t('rulings.title')}
        </Button>
        {isVisiting ? null : (
          <>
            <ShareControl
              what="run"
              path={pathTo('GET /api/runs/:id/share', { id: run.id })}
              send={(shared) => call('POST /api/runs/:id/share', { id: run.id }, { shared })}
            />
            <PublishControl run={run} refresh={refresh} />
            <ExportButton run={run.id} />
          </>
        )}
      </div>
      {isListing ? <RulingsDialog run={run.id} onClose={() => setIsListing(false)} /> : null}
    </div>
  );
};

const ExportButton = ({ run }: { run: string }) => {
  const { t } = useTranslation('results');
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const refusal = await downloadResults(run);
    setIsBusy(false);
    if (refusal !== null) showToast(t('table.exportFailed', { why: refusal }), 'bad');
  };
  return (
    <Button kind="primary" disabled={isBusy} onClick={() => void save()}>
      <Download size={16} aria-hidden="true" />
      {t(isBusy ? 'table.exporting' : 'table.export')}
    </Button>
  );
};
