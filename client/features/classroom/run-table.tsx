import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { RunRow } from '#contract/runs.ts';
import { kindOf, runPath } from './run-path.ts';

const RUNS_SHOWN_AT_FIRST = 20;

/** Runs that are over, newest first; those after the first 20 are folded away. */
export const RunTable = ({ runs }: { runs: readonly RunRow[] }) => {
  const { t } = useTranslation('classroom');
  const [showsAll, setShowsAll] = useState(false);
  const phoneText = 'max-pane:text-12 max-pane:text-ink-2';
  const columns: Column<RunRow>[] = [
    {
      id: 'name',
      head: t('runs.name'),
      isRowName: true,
      cell: (run) => (
        <Link to={runPath(run)} className="link inline-flex items-center max-pane:min-h-30">
          {run.name}
          {run.appeals === undefined ? null : (
            <Tag tone="warn" className="ml-6">
              {t('runs.appeals', { n: run.appeals })}
            </Tag>
          )}
        </Link>
      ),
    },
    { id: 'class', head: t('runs.class'), className: phoneText, cell: (run) => run.className ?? t('teach.noClass') },
    {
      id: 'mode',
      head: t('runs.mode'),
      className: 'max-pane:hidden',
      cell: (run) => {
        const kind = kindOf(run);
        return t(kind === null ? `mode.${run.mode}` : `kind.${kind}`);
      },
    },
    {
      id: 'date',
      head: t('runs.date'),
      className: `whitespace-nowrap ${phoneText}`,
      cell: (run) => longDate(run.startedAt ?? run.createdAt),
    },
    {
      id: 'joined',
      head: t('runs.joined'),
      align: 'right',
      className: `max-pane:text-left ${phoneText}`,
      cell: (run) => t('runs.joinedOf', { joined: run.joined, seats: run.seats }),
    },
    {
      id: 'published',
      head: t('runs.results'),
      className: 'max-pane:col-start-2 max-pane:row-start-1',
      cell: (run) => (
        <Tag tone={run.published ? 'good' : 'line'}>{t(run.published ? 'runs.published' : 'runs.unpublished')}</Tag>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('teach.over')}
        columns={columns}
        rows={showsAll ? runs : runs.slice(0, RUNS_SHOWN_AT_FIRST)}
        rowKey={(run) => run.id}
        phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
      />
      {showsAll || runs.length <= RUNS_SHOWN_AT_FIRST ? null : (
        <div className="border-line border-t px-10 py-8">
          <Button kind="bare" onClick={() => setShowsAll(true)}>
            {t('runs.all', { count: runs.length })}
          </Button>
        </div>
      )}
    </>
  );
};
