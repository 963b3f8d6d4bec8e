import { useState } from 'react';
import { type Column as Key, type RowOrder, sortRows } from '#client/features/analysis/model/service-data.ts';
import { day, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';

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

const TABLE_KEYS: readonly Key[] = [
  ...([
    'at',
    'who',
    'title',
    'type',
    'complaint',
    'outcome',
    'served',
    'perDay',
    'firstS',
    'meanS',
    'slowestS',
  ] as const),
  ...(['conversion', 'basket', 'satisfied', 'rating'] as const),
];
const TEXT_KEYS = ['who', 'customer', 'title', 'type', 'complaint', 'outcome'] as const;
const isText = (key: Key): key is (typeof TEXT_KEYS)[number] => (TEXT_KEYS as readonly Key[]).includes(key);
/** Rows at first, and each time more are asked for: two thousand at once would hold a phone for seconds. */
const STEP = 100;

type Props = { kind: Analysis['kind']; rows: readonly ServiceRow[]; showsNames: boolean };

/** One row a conversation, or an agent's day, in the order that is asked for. */
export const RowsTable = ({ kind, rows, showsNames }: Props) => {
  const { t } = useTranslation('analysis');
  const [order, setOrder] = useState<RowOrder>({ column: 'at', descending: true });
  const [limit, setLimit] = useState(STEP);
  const columnName = (key: Key): string =>
    t(key === 'title' ? (kind === 'drills' ? 'table.case' : 'filter.shop') : `table.${key}`);
  const keys =
    kind === 'drills'
      ? COLUMN_KEYS.filter((key) => key !== 'who' || showsNames)
      : TABLE_KEYS.filter((key) => rows.some((row) => row[key] != null && row[key] !== ''));
  const numberColumn = (id: Key, cell: (row: ServiceRow) => string): Column<ServiceRow> => ({
    id,
    head: columnName(id),
    align: 'right',
    cell,
  });
  const named = (['customer', 'who', 'type', 'title', 'at'] as const).find((key) => keys.includes(key));
  const numberText = (key: Exclude<Key, 'at' | (typeof TEXT_KEYS)[number]>, row: ServiceRow): string => {
    if (key === 'firstS' || key === 'meanS' || key === 'slowestS') return secondsText(row[key]);
    if (key === 'answered') return t('table.of', { n: row.answered, of: row.questions });
    if (key === 'taken') return t('table.of', { n: row.taken, of: row.windows });
    if (key === 'mood') return figureText(row.mood === null ? null : Math.round(row.mood));
    return figureText(row[key] ?? null);
  };
  const columns = keys.map((key): Column<ServiceRow> => {
    if (key === 'at')
      return {
        ...{ id: key, head: columnName(key), isRowName: named === key },
        className: 'whitespace-nowrap font-normal tabular-nums',
        // A table of days has no hours: 00:00 in every row says nothing.
        cell: ({ at, until }) =>
          until !== undefined ? `${day(at)} – ${day(until)}` : kind === 'agent-days' ? day(at) : shortDate(at),
      };
    if (isText(key))
      return {
        ...{ id: key, head: columnName(key), isRowName: named === key },
        className: key === 'title' ? 'min-w-140 font-normal' : 'whitespace-nowrap font-normal',
        cell: (row) => row[key],
      };
    return numberColumn(key, (row) => numberText(key, row));
  });
  const sorted = sortRows(rows, order);
  return (
    <section aria-labelledby="analysis-rows">
      <SectionHeader
        id="analysis-rows"
        title={t(
          rows.some(({ until }) => until !== undefined)
            ? 'table.period'
            : kind === 'agent-days'
              ? 'table.days'
              : 'table.title',
        )}
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
        <DataTable caption={t('table.title')} columns={columns} rows={sorted.slice(0, limit)} rowKey={({ id }) => id} />
        {sorted.length > limit ? (
          <p className="px-14 py-10">
            <Button onClick={() => setLimit(limit + STEP)}>
              {t('table.more', { n: Math.min(STEP, sorted.length - limit), left: sorted.length - limit })}
            </Button>
          </p>
        ) : null}
      </Panel>
    </section>
  );
};
