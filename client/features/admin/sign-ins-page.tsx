import './strings.ts';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SignInRow, SignInsQuery } from '#contract/sign-ins.ts';

export const SignInsPage = () => {
  const { t } = useTranslation('admin');
  useTitle(t('signIns.title'));
  return <OnlyFor who="admin">{() => <SignInSearch />}</OnlyFor>;
};

/** The day's first moment and the next one's, as this browser's clock has them; nothing for no day. */
const dayBounds = (day: string): Pick<SignInsQuery, 'from' | 'to'> => {
  const from = new Date(`${day}T00:00`);
  if (Number.isNaN(from.getTime())) return {};
  const to = new Date(from);
  to.setDate(to.getDate() + 1);
  return { from: from.getTime(), to: to.getTime() };
};

const SignInSearch = () => {
  const { t } = useTranslation('admin');
  const [person, setPerson] = useState('');
  const [day, setDay] = useState('');
  const query: SignInsQuery = { ...(person === '' ? {} : { person }), ...dayBounds(day) };
  const { loaded, reload } = useLoad(pathTo('GET /api/sign-ins', query));
  const accounts = useLoad(pathTo('GET /api/people'));
  const people = accounts.loaded.state === 'ready' ? accounts.loaded.value : [];
  const save = async () => {
    const refusal = await download(pathTo('GET /api/sign-ins.xlsx', query), 'sign-ins.xlsx');
    if (refusal !== null) showToast(t('signIns.saveFailed', { why: refusal }), 'bad');
  };
  return (
    <>
      <div className="mb-12 flex flex-wrap items-end gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('signIns.title')}</h1>
          <p className="text-ink-2">{t('signIns.text')}</p>
        </div>
        <SelectField
          label={t('signIns.person')}
          className="w-160"
          value={person}
          onChange={(event) => setPerson(event.target.value)}
          choices={[
            { value: '', label: t('signIns.everybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          type="date"
          label={t('signIns.day')}
          className="w-160"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button onClick={() => void save()}>
          <Download size={16} aria-hidden="true" />
          {t('signIns.save')}
        </Button>
        <ButtonLink to="/people">{t('signIns.back')}</ButtonLink>
      </div>
      <Panel>
        {loaded.state === 'failed' ? (
          <LoadFailed title={t('signIns.failed')} error={loaded.error} onRetry={reload} />
        ) : loaded.state === 'loading' ? (
          <Skeleton className="min-h-200">
            <div className="flex flex-col gap-14 p-18">
              <SkeletonBar className="w-[40%]" />
              <SkeletonBar className="w-[34%]" />
            </div>
          </Skeleton>
        ) : loaded.value.rows.length === 0 ? (
          <EmptyState title={t('signIns.none')} text={t('signIns.noneText')} />
        ) : (
          <SignInTable rows={loaded.value.rows} />
        )}
      </Panel>
      {loaded.state === 'ready' && loaded.value.more ? (
        <p className="mt-8 text-12 text-ink-3">{t('signIns.more', { n: loaded.value.rows.length })}</p>
      ) : null}
    </>
  );
};

const SignInTable = ({ rows }: { rows: readonly SignInRow[] }) => {
  const { t } = useTranslation('admin');
  const columns: Column<SignInRow>[] = [
    {
      id: 'at',
      head: t('signIns.at'),
      className: 'whitespace-nowrap text-ink-2 max-pane:col-start-2 max-pane:row-start-1 max-pane:text-12',
      cell: (row) => shortDate(row.lastAt),
    },
    {
      id: 'person',
      head: t('signIns.person'),
      isRowName: true,
      className: 'max-pane:col-start-1 max-pane:row-start-1',
      cell: (row) => row.person ?? t('signIns.nobody'),
    },
    {
      id: 'what',
      head: t('signIns.what'),
      className: 'max-pane:col-span-2',
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-8">
          {row.refused ? <Tag tone="warn">{row.what}</Tag> : row.what}
          {row.count > 1 ? <span className="text-12 text-ink-3">{t('signIns.times', { n: row.count })}</span> : null}
          {row.by === null ? null : <span className="text-12 text-ink-3">{t('signIns.by', { name: row.by })}</span>}
        </span>
      ),
    },
    { id: 'device', head: t('signIns.device'), className: 'text-ink-2 max-pane:text-12', cell: (row) => row.device },
    {
      id: 'address',
      head: t('signIns.address'),
      className: 'text-ink-2 wrap-anywhere max-pane:text-right max-pane:text-12',
      cell: (row) => row.address,
    },
  ];
  return (
    <DataTable
      caption={t('signIns.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
    />
  );
};
