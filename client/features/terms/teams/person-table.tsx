import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { RankedPerson } from '#contract/terms/teams.ts';
import { personRankText } from './team-words.ts';

type Row = Omit<RankedPerson, 'person'> & { person?: string; mine?: boolean };
type T = ReturnType<typeof useTranslation<'teams'>>['t'];

/** Who joined the individual ranks, by rank; nobody else is named. */
export const PersonTable = ({ people }: { people: readonly Row[] }) => {
  const { t } = useTranslation('teams');
  return (
    <>
      <SectionHeader
        title={t('individual.title')}
        note={people.length === 0 ? undefined : t('individual.note', { n: people.length })}
      />
      <Panel>
        {people.length === 0 ? (
          <p className="px-14 py-10 text-ink-2">{t('individual.none')}</p>
        ) : (
          <DataTable
            caption={t('individual.title')}
            columns={columnsOf(t)}
            rows={people}
            rowKey={({ person, name, team }) => person ?? `${name} ${team}`}
            phoneGridClass="max-pane:grid-cols-[72px_1fr_auto]"
          />
        )}
      </Panel>
      {people.length === 0 ? null : <p className="mt-8 text-12 text-ink-2">{t('individual.rule')}</p>}
    </>
  );
};

const columnsOf = (t: T): Column<Row>[] => [
  {
    id: 'rank',
    head: t('table.rank'),
    className: 'whitespace-nowrap font-semibold',
    cell: (row) => personRankText(t, row),
  },
  {
    id: 'name',
    head: t('individual.name'),
    isRowName: true,
    className: 'font-normal wrap-anywhere',
    cell: ({ name, mine }) => (
      <>
        {name}
        {mine === true ? <Tag className="ml-8">{t('own.mine')}</Tag> : null}
      </>
    ),
  },
  {
    id: 'score',
    head: t('table.score'),
    align: 'right',
    className: 'font-semibold max-pane:row-start-1 max-pane:col-start-3',
    cell: ({ score }) => (score === null ? t('noFigure') : marks(score)),
  },
  {
    id: 'team',
    head: t('individual.team'),
    className: 'text-ink-2 wrap-anywhere max-pane:col-start-2',
    cell: ({ team }) => team ?? t('individual.noTeam'),
  },
];
