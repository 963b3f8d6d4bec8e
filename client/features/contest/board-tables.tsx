import { Link } from 'react-router';
import { firstText, totalText } from '#client/features/contest/model/contest-words.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ContestRow, ContestTeam } from '#contract/contests/board.ts';

/** On a phone a row is two lines: place, name and total, and below the name what it belongs to. */
const PHONE = 'max-pane:grid-cols-[28px_minmax(0,1fr)_auto]';
const BELOW = 'max-pane:col-start-2 max-pane:col-span-2 max-pane:row-start-2';
const TOTAL = 'font-semibold max-pane:col-start-3 max-pane:row-start-1';
const WIDE_ONLY = 'max-pane:hidden';

/** Places of people, or why there are none yet. `replayOf`: where a row's counted round is watched; left out: nowhere. */
export const RowsTable = ({
  rows,
  replayOf,
}: {
  rows: readonly ContestRow[];
  replayOf?: ((row: ContestRow) => string) | undefined;
}) => {
  const { t } = useTranslation('contest');
  if (rows.length === 0) return <EmptyState title={t('board.empty')} text={t('board.emptyText')} />;
  const hasNames = rows.some(({ name }) => name !== undefined);
  const columns: Column<ContestRow>[] = [
    { id: 'place', head: t('col.place'), className: 'w-48 font-semibold', cell: ({ place }) => place },
    {
      ...{ id: 'label', head: t('col.label'), isRowName: true },
      cell: ({ label, mine, from, told }) => (
        <span className="inline-flex flex-wrap items-center gap-6">
          <span className="wrap-anywhere">{label}</span>
          {mine ? <Tag tone="accent">{t('mine')}</Tag> : null}
          {from === undefined ? null : <Tag tone="line">{t('from', { host: from })}</Tag>}
          {told ? null : <Tag>{t('untold')}</Tag>}
        </span>
      ),
    },
    ...(hasNames
      ? [
          {
            id: 'name',
            head: t('col.name'),
            cell: ({ name }: ContestRow) => <span className="text-ink-2">{name}</span>,
          },
        ]
      : []),
    {
      ...{ id: 'team', head: t('col.team'), className: BELOW },
      cell: (row) => (
        <span className="text-ink-2">
          {row.team}
          <span className="ml-8 hidden text-12 text-ink-3 max-pane:inline">
            {row.name === undefined ? '' : `${row.name} `}
            {t('ties', { red: row.redLines, first: firstText(t, row), rounds: row.rounds })}
          </span>
        </span>
      ),
    },
    { ...{ id: 'total', head: t('col.total'), align: 'right' }, className: TOTAL, cell: totalText },
    {
      ...{ id: 'red', head: t('col.redLines'), align: 'right', className: WIDE_ONLY },
      cell: ({ redLines }) => redLines,
    },
    {
      ...{ id: 'first', head: t('col.firstS'), align: 'right', className: WIDE_ONLY },
      cell: (row) => firstText(t, row),
    },
    { ...{ id: 'rounds', head: t('col.rounds'), align: 'right', className: WIDE_ONLY }, cell: ({ rounds }) => rounds },
    ...(replayOf === undefined
      ? []
      : [
          {
            id: 'replay',
            head: t('col.replay'),
            hideHead: true,
            className: 'max-pane:col-start-3 max-pane:row-start-2 max-pane:justify-self-end',
            cell: (row: ContestRow) =>
              row.replay ? (
                <Link className="text-accent underline" to={replayOf(row)}>
                  {t('watch')}
                </Link>
              ) : null,
          },
        ]),
  ];
  return (
    <DataTable
      caption={t('board.rows')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      phoneGridClass={PHONE}
    />
  );
};

export const TeamsTable = ({ teams }: { teams: readonly ContestTeam[] }) => {
  const { t } = useTranslation('contest');
  if (teams.length === 0) return <EmptyState title={t('board.empty')} text={t('board.emptyText')} />;
  const columns: Column<ContestTeam>[] = [
    { id: 'place', head: t('col.place'), className: 'w-48 font-semibold', cell: ({ place }) => place },
    {
      ...{ id: 'team', head: t('col.team'), isRowName: true },
      cell: ({ team, mine }) => (
        <span className="inline-flex flex-wrap items-center gap-6">
          <span className="wrap-anywhere">{team}</span>
          {mine ? <Tag tone="accent">{t('mine')}</Tag> : null}
        </span>
      ),
    },
    { ...{ id: 'total', head: t('col.teamTotal'), align: 'right' }, className: TOTAL, cell: totalText },
    {
      ...{ id: 'of', head: t('col.of'), align: 'right', className: WIDE_ONLY },
      cell: ({ of, people }) => t('ofPeople', { of, people }),
    },
    {
      ...{ id: 'red', head: t('col.redLines'), align: 'right', className: WIDE_ONLY },
      cell: ({ redLines }) => redLines,
    },
    {
      ...{ id: 'first', head: t('col.firstS'), align: 'right', className: WIDE_ONLY },
      cell: (row) => firstText(t, row),
    },
  ];
  return (
    <DataTable
      caption={t('board.teams')}
      columns={columns}
      rows={teams}
      rowKey={({ key }) => key}
      phoneGridClass={PHONE}
    />
  );
};
