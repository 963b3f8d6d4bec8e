import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { TableRow } from '#contract/service-data/tables.ts';
import { RemoveTable, RenameTable } from './table-dialogs.tsx';

const PHONE_TEXT = 'max-pane:text-12 max-pane:text-ink-2';

type Props = { tables: readonly TableRow[]; mayWrite: boolean; onChanged: () => void };

/** The shop's tables, newest first. */
export const TableList = ({ tables, mayWrite, onChanged }: Props) => {
  const { t } = useTranslation('analysis');
  const [asked, setAsked] = useState<{ what: 'rename' | 'remove'; table: TableRow } | null>(null);
  if (tables.length === 0)
    return (
      <Panel>
        <EmptyState title={t('tables.none')} text={t(mayWrite ? 'tables.noneText' : 'tables.noneReader')} />
      </Panel>
    );
  const columns: Column<TableRow>[] = [
    {
      ...{ id: 'name', head: t('tables.name'), isRowName: true },
      className: 'font-normal wrap-anywhere max-pane:col-start-1 max-pane:row-start-1',
      cell: ({ id, name }) => (
        <Link to={`/analysis/tables/${id}`} className="link max-pane:inline-block max-pane:py-12">
          {name}
        </Link>
      ),
    },
    {
      ...{ id: 'rows', head: t('tables.rows'), align: 'right' },
      className: `tabular-nums ${PHONE_TEXT} max-pane:col-start-2 max-pane:row-start-1`,
      cell: ({ rows }) => (
        <>
          <span className="max-pane:hidden">{rows}</span>
          <span className="pane:hidden">{t('tables.rowsOf', { n: rows })}</span>
        </>
      ),
    },
    {
      ...{ id: 'days', head: t('tables.days') },
      className: `whitespace-nowrap tabular-nums ${PHONE_TEXT} max-pane:col-span-2`,
      cell: ({ first, last }) => (first === last ? first : `${first} – ${last}`),
    },
    {
      ...{ id: 'by', head: t('tables.by') },
      className: `whitespace-nowrap text-ink-2 ${PHONE_TEXT} max-pane:col-start-1`,
      cell: ({ by, at }) => `${by} ${longDate(at)}`,
    },
    ...(mayWrite
      ? [
          {
            ...{ id: 'do', head: t('tables.do'), hideHead: true, align: 'right' as const },
            className: 'max-pane:col-start-2',
            cell: (table: TableRow) => (
              <span className="flex justify-end gap-6">
                {(['rename', 'remove'] as const).map((what) => (
                  <Button
                    key={what}
                    size="s"
                    aria-label={t(`tables.${what}One`, { name: table.name })}
                    onClick={() => setAsked({ what, table })}
                  >
                    {t(`tables.${what}`)}
                  </Button>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ];
  const close = () => setAsked(null);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <Panel>
      <DataTable
        caption={t('tables.title')}
        columns={columns}
        rows={tables}
        rowKey={({ id }) => id}
        phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
      />
      {asked?.what === 'rename' ? <RenameTable table={asked.table} onClose={close} onDone={done} /> : null}
      {asked?.what === 'remove' ? <RemoveTable table={asked.table} onClose={close} onDone={done} /> : null}
    </Panel>
  );
};
