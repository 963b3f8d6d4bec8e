import { Link } from 'react-router';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import type { AuthoredRow } from '#contract/authored.ts';
import { PublicationTag } from './publication-tag.tsx';

export const CaseTable = ({ rows }: { rows: readonly AuthoredRow[] }) => {
  const { t } = useTranslation('authored');
  const quietText = 'max-pane:text-12 text-ink-2';
  const columns: Column<AuthoredRow>[] = [
    {
      id: 'title',
      head: t('column.title'),
      isRowName: true,
      cell: (row) => (
        <>
          <Link to={`/authored/${row.case}`} className="font-semibold text-ink max-pane:inline-block max-pane:py-10">
            {row.title}
          </Link>
          <code className="block font-mono font-normal text-12 text-ink-3 wrap-anywhere">{row.id}</code>
        </>
      ),
    },
    {
      id: 'stand',
      head: t('column.stand'),
      className: 'max-pane:col-start-2 max-pane:row-start-1 max-pane:text-right',
      cell: (row) => <PublicationTag row={row} />,
    },
    {
      id: 'of',
      head: t('column.of'),
      className: quietText,
      cell: (row) => `${row.typeName} · ${t('size', { shop: row.shopName, level: row.level })}`,
    },
    {
      id: 'versions',
      head: t('column.versions'),
      align: 'right',
      className: `${quietText} max-pane:col-start-2`,
      cell: (row) => t('versions', { versions: row.versions }),
    },
    {
      id: 'saved',
      head: t('column.saved'),
      className: `${quietText} whitespace-nowrap`,
      cell: (row) => t('savedBy', { who: row.savedBy, day: shortDate(row.savedAt) }),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.case}
      phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
    />
  );
};
