import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column as Key, type RowOrder, sortRows } from '#client/features/analysis/model/service-data.ts';
import { shortDate } from '#client/lib/format.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ServiceRow } from '#contract/analysis.ts';

const COLUMN_KEYS: readonly Key[] = [
  'at',
  'who',
  'customer',
  'title',
  'outcome',
  'rating',
  'rounds',
  'firstS',
  'meanS',
  'slowestS',
  'answered',
  'faults',
  'taken',
  'mood',
];
const figureText = (value: number | null): string => (value === null ? '–' : String(value));
/** One decimal, so that the points stand below each other. */
const secondsText = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

/** One row a conversation, in the order that is asked for. */
export const RowsTable = ({ rows, showsNames }: { rows: readonly ServiceRow[]; showsNames: boolean }) => {
  const { t } = useTranslation('analysis');
  const [order, setOrder] = useState<RowOrder>({ column: 'at', descending: true });
  const columnName = (key: Key): string => t(key === 'title' ? 'table.case' : `table.${key}`);
  const keys = COLUMN_KEYS.filter((key) => key !== 'who' || showsNames);
  const numberColumn = (id: Key, cell: (row: ServiceRow) => string): Column<ServiceRow> => ({
    id,
    head: columnName(id),
    align: 'right',
    cell,
  });
  const columns: Column<ServiceRow>[] = [
    { id: 'at', head: columnName('at'), className: 'whitespace-nowrap tabular-nums', cell: ({ at }) => shortDate(at) },
    ...(showsNames
      ? [{ id: 'who', head: columnName('who'), className: 'whitespace-nowrap', cell: ({ who }: ServiceRow) => who }]
      : []),
    {
      id: 'customer',
      head: columnName('customer'),
      isRowName: true,
      className: 'whitespace-nowrap font-normal',
      cell: (row) => row.customer,
    },
    { id: 'title', head: columnName('title'), className: 'min-w-140', cell: ({ title }) => title },
    { id: 'outcome', head: columnName('outcome'), className: 'whitespace-nowrap', cell: ({ outcome }) => outcome },
    numberColumn('rating', ({ rating }) => figureText(rating)),
    numberColumn('rounds', ({ rounds }) => String(rounds)),
    numberColumn('firstS', ({ firstS }) => secondsText(firstS)),
    numberColumn('meanS', ({ meanS }) => secondsText(meanS)),
    numberColumn('slowestS', ({ slowestS }) => secondsText(slowestS)),
    numberColumn('answered', (row) => t('table.of', { n: row.answered, of: row.questions })),
    numberColumn('faults', ({ faults }) => String(faults)),
    numberColumn('taken', (row) => t('table.of', { n: row.taken, of: row.windows })),
    numberColumn('mood', ({ mood }) => String(Math.round(mood))),
  ];
  return (
    <section aria-labelledby="analysis-rows">
      <SectionHeader
        id="analysis-rows"
        title={t('table.title')}
        aside={
          <div className="flex items-center gap-6">
            <SelectField
              label={t('table.order')}
              hideLabel
              value={order.column}
              onChange={(event) => setOrder({ ...order, column: event.target.value as Key })}
              choices={keys.map((value) => ({ value, label: columnName(value) }))}
            />
            <Button onClick={() => setOrder({ ...order, descending: !order.descending })}>
              {t(order.descending ? 'table.down' : 'table.up')}
            </Button>
          </div>
        }
      />
      <Panel>
        <DataTable caption={t('table.title')} columns={columns} rows={sortRows(rows, order)} rowKey={({ id }) => id} />
      </Panel>
    </section>
  );
};
