import './strings.ts';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { HandedInRow } from '#contract/homework/handed-in.ts';
import { MarkDialog } from './mark-dialog.tsx';

/** Practice that was handed in to one piece of homework. */
export const RunHandedInPage = () => <HandedInPage of="run" />;
/** Practice that was handed in to a class and all its homework. */
export const ClassHandedInPage = () => <HandedInPage of="class" />;

const HandedInPage = ({ of }: { of: 'run' | 'class' }) => {
  const { id = '' } = useParams();
  return (
    <OnlyFor who="staff">
      {(person) => <LoadedList key={id} of={of} id={id} mayMark={isTeacher(person.role)} />}
    </OnlyFor>
  );
};

const LoadedList = ({ of, id, mayMark }: { of: 'run' | 'class'; id: string; mayMark: boolean }) => {
  const { t } = useTranslation('handed-in');
  useTitle(t('page.title'));
  const { loaded, reload, refresh } = useLoad(
    of === 'run' ? pathTo('GET /api/runs/:id/handed-in', { id }) : pathTo('GET /api/classes/:id/handed-in', { id }),
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-12 gap-y-8">
        <h1 className="min-w-0 flex-1 font-semibold text-18">{t('page.title')}</h1>
        {loaded.state === 'ready' && loaded.value.length > 0 ? <SaveButton of={of} id={id} /> : null}
      </div>
      <p className="mb-12 text-ink-2">{t('page.about')}</p>
      <Panel>
        {loaded.state === 'loading' ? (
          <Skeleton className="min-h-240">
            <div className="flex flex-col gap-14 p-24">
              <SkeletonBar className="w-[40%]" />
              <SkeletonBar className="w-[60%]" />
            </div>
          </Skeleton>
        ) : loaded.state === 'failed' ? (
          <LoadFailed title={t('page.failed')} error={loaded.error} onRetry={reload} />
        ) : loaded.value.length === 0 ? (
          <EmptyState title={t('page.none')} text={t('page.noneText')} />
        ) : (
          <Rows rows={loaded.value} mayMark={mayMark} refresh={refresh} />
        )}
      </Panel>
    </>
  );
};

const SaveButton = ({ of, id }: { of: 'run' | 'class'; id: string }) => {
  const { t } = useTranslation('handed-in');
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const path =
      of === 'run'
        ? pathTo('GET /api/runs/:id/handed-in.xlsx', { id })
        : pathTo('GET /api/classes/:id/handed-in.xlsx', { id });
    const refused = await download(path, 'handed-in.xlsx');
    setIsBusy(false);
    if (refused !== null) showToast(t('page.fileFailed', { why: refused }), 'bad');
  };
  return (
    <Button disabled={isBusy} onClick={() => void save()}>
      <Download size={16} aria-hidden="true" />
      {t('page.file')}
    </Button>
  );
};

const Rows = ({ rows, mayMark, refresh }: { rows: readonly HandedInRow[]; mayMark: boolean; refresh: () => void }) => {
  const { t } = useTranslation('handed-in');
  const [marked, setMarked] = useState<HandedInRow | null>(null);
  const phoneText = 'max-pane:text-12 max-pane:text-ink-2 max-pane:col-span-2';
  const columns: Column<HandedInRow>[] = [
    {
      id: 'who',
      head: t('table.who'),
      isRowName: true,
      className: 'font-normal max-pane:col-start-1 max-pane:row-start-1',
      cell: ({ no, name }) => (
        <span className="inline-flex flex-wrap items-center gap-x-8">
          {`${no} ${name}`.trim()}
          <Tag>{t('tag')}</Tag>
        </span>
      ),
    },
    {
      id: 'what',
      head: t('table.what'),
      className: phoneText,
      cell: ({ titles }) => <span lang="zh-CN">{listed([...titles])}</span>,
    },
    {
      id: 'to',
      head: t('table.to'),
      className: phoneText,
      cell: ({ to, where, at }) => clauses([t(`to.${to}`, { name: where }), shortDate(at)]),
    },
    {
      id: 'score',
      head: t('table.score'),
      align: 'right',
      className: 'max-pane:hidden',
      cell: ({ score }) => (score === null ? '—' : marks(score)),
    },
    {
      id: 'mark',
      head: t('table.mark'),
      className: phoneText,
      cell: ({ mark }) =>
        mark === null
          ? t('waiting')
          : clauses([mark.score === null ? null : t('score', { n: marks(mark.score) }), mark.note || null]),
    },
    {
      id: 'do',
      head: t('table.do'),
      align: 'right',
      className: 'max-pane:col-start-2 max-pane:row-start-1',
      cell: (row) => (
        <span className="inline-flex flex-wrap justify-end gap-6">
          <ButtonLink
            size="s"
            to={`/drills/${encodeURIComponent(row.drill)}/report`}
            aria-label={t('readOf', { name: row.name })}
          >
            {t('ui:seeReport')}
          </ButtonLink>
          {mayMark ? (
            <Button size="s" aria-label={t('markOf', { name: row.name })} onClick={() => setMarked(row)}>
              {t(row.mark === null ? 'markOne' : 'markAgain')}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('table.caption')}
        columns={columns}
        rows={rows}
        rowKey={({ drill }) => drill}
        phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
      />
      {marked === null ? null : <MarkDialog row={marked} onClose={() => setMarked(null)} onDone={refresh} />}
    </>
  );
};
