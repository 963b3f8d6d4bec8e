import '#client/features/analysis/strings.ts';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { DrillSpots, SpotsWaiting } from '#client/features/analysis/drill-spots.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { isStaff } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { CheckTable, type ReadFile } from './check-table.tsx';
import { TableList } from './table-list.tsx';
import { UploadTable } from './upload-table.tsx';

/** 本店数据: the tables of the shop, and for staff a way to bring one and what the school's drills were about. */
export const TablesPage = () => {
  const { t } = useTranslation('analysis');
  useTitle(t('tables.title'));
  return <OnlyFor who="signed-in">{({ role }) => <Tables mayWrite={isStaff(role)} />}</OnlyFor>;
};

const Tables = ({ mayWrite }: { mayWrite: boolean }) => {
  const { t } = useTranslation('analysis');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/service-tables'));
  const [read, setRead] = useState<ReadFile | null>(null);
  return (
    <>
      <Link
        to="/analysis"
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t('tables.back')}
      </Link>
      <h1 className="font-semibold text-18">{t('tables.title')}</h1>
      <p className="mb-12 text-ink-2">{t('tables.lead')}</p>
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('tables.failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <SpotsWaiting />
      ) : read === null ? (
        <>
          <TableList tables={loaded.value.tables} mayWrite={mayWrite} onChanged={refresh} />
          {mayWrite ? <UploadTable body={loaded.value} onRead={setRead} /> : null}
        </>
      ) : (
        <CheckTable
          read={read}
          onDone={() => {
            setRead(null);
            refresh();
          }}
        />
      )}
      {mayWrite && read === null ? <DrillSpots /> : null}
    </>
  );
};
