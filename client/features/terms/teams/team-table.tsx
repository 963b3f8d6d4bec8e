import { byRank } from '#client/features/terms/model/teams-draft.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { RankedTeam, TeamFigure } from '#contract/terms/teams.ts';
import { ShopMark } from './shop-mark.tsx';
import { awardText, figureText, rankText } from './team-words.ts';

/** A trainee has no members of other teams. */
export type ShownTeam = Omit<RankedTeam, 'members'> & { people: number; mine?: boolean };
type T = ReturnType<typeof useTranslation<'teams'>>['t'];

/** The teams by rank, each with its figures; the score says of how many members it is, and so does a figure of others. */
export const TeamTable = ({ teams }: { teams: readonly ShownTeam[] }) => {
  const { t } = useTranslation('teams');
  const rows = byRank({ teams });
  return (
    <DataTable
      caption={t('table.title')}
      columns={columnsOf(t, rows[0]?.figures ?? [])}
      rows={rows}
      rowKey={({ name }) => name}
      phoneGridClass="max-pane:grid-cols-2"
    />
  );
};

/** On a phone a figure stands behind its name, because the heads are hidden there. */
const Labelled = ({ label, children }: { label: string; children: string }) => (
  <>
    <span aria-hidden="true" className="mr-6 text-12 text-ink-3 pane:hidden">
      {label}
    </span>
    {children}
  </>
);

const Measured = ({ t, n, of }: { t: T; n: number; of: number }) =>
  n === 0 || n === of ? null : (
    <span className="block font-normal text-12 text-ink-3 max-pane:inline"> {t('measured', { n, of })}</span>
  );

const columnsOf = (t: T, figures: readonly TeamFigure[]): Column<ShownTeam>[] => [
  {
    id: 'rank',
    head: t('table.rank'),
    className: 'whitespace-nowrap font-semibold max-pane:col-start-1 max-pane:row-start-1',
    cell: (team) => rankText(t, team),
  },
  {
    id: 'team',
    head: t('table.team'),
    isRowName: true,
    className: 'font-normal wrap-anywhere max-pane:col-start-2 max-pane:row-start-1',
    cell: ({ name, shop, people, mine }) => (
      <>
        {name}
        {shop === undefined ? null : <ShopMark shop={shop} team={name} />}
        <span className="ml-8 whitespace-nowrap text-12 text-ink-3">{t('people', { n: people })}</span>
        {mine === true ? <Tag className="ml-8">{t('own.mine')}</Tag> : null}
      </>
    ),
  },
  {
    id: 'score',
    head: t('table.score'),
    align: 'right',
    className: 'font-semibold max-pane:text-left',
    cell: ({ score, measured, people }) => (
      <>
        <Labelled label={t('table.score')}>{score === null ? t('noFigure') : marks(score)}</Labelled>
        <Measured t={t} n={measured} of={people} />
      </>
    ),
  },
  ...figures.map(
    ({ id }, place): Column<ShownTeam> => ({
      id,
      head: t(`figure.${id}`),
      align: 'right',
      className: 'max-pane:text-left',
      cell: (team) => {
        const figure = team.figures[place];
        if (figure === undefined) return null;
        return (
          <>
            <Labelled label={t(`figure.${id}`)}>{figureText(t, figure)}</Labelled>
            {figure.measured === team.measured ? null : <Measured t={t} n={figure.measured} of={team.people} />}
          </>
        );
      },
    }),
  ),
  {
    id: 'award',
    head: t('table.award'),
    align: 'right',
    className: 'max-pane:text-left',
    cell: (team) => <Labelled label={t('table.award')}>{awardText(t, team)}</Labelled>,
  },
];
