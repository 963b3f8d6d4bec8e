import { Link } from 'react-router';
import { marks, seconds, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { PortfolioRow } from '#contract/portfolio.ts';

/** Every drill over time, each leading to its report. */
export const DrillTable = ({ entries }: { entries: readonly PortfolioRow[] }) => {
  const { t } = useTranslation('portfolio');
  const columns: Column<PortfolioRow>[] = [
    {
      id: 'at',
      head: t('list.at'),
      className: 'w-112 whitespace-nowrap text-ink-3 max-pane:row-start-2 max-pane:text-12',
      cell: ({ endedAt }) => shortDate(endedAt),
    },
    {
      id: 'case',
      head: t('list.case'),
      isRowName: true,
      className: 'font-normal max-pane:col-span-2 max-pane:col-start-1 max-pane:row-start-1',
      cell: ({ drill, cases }) => (
        <Link
          to={`/drills/${drill}/report`}
          className="link max-pane:inline-flex max-pane:min-h-44 max-pane:items-center"
        >
          {listed(cases.map(({ title }) => title))}
        </Link>
      ),
    },
    {
      id: 'mode',
      head: t('list.mode'),
      className: 'text-ink-2 max-pane:col-span-2 max-pane:row-start-2 max-pane:text-12',
      cell: ({ mode, runName, rolePlay }) => (
        <>
          {runName ?? t(`filter.${mode}`)}
          {rolePlay === true ? <span className="ml-6 text-12 text-ink-3">{t('rolePlay')}</span> : null}
        </>
      ),
    },
    {
      id: 'reached',
      head: t('list.reached'),
      className: 'max-pane:col-span-3 max-pane:row-start-3 max-pane:text-12',
      cell: ({ reached }) => <GoalOutcome reached={reached} />,
    },
    {
      id: 'goal',
      head: t('list.goal'),
      className: 'text-ink-2 max-pane:hidden',
      cell: ({ goal }) => goal?.title ?? t('list.clean'),
    },
    {
      id: 'first',
      head: t('list.first'),
      align: 'right',
      className: 'max-pane:hidden',
      cell: ({ figures }) => (figures.firstResponseS === null ? '—' : seconds(figures.firstResponseS)),
    },
    {
      id: 'score',
      head: t('list.score'),
      align: 'right',
      className: 'font-semibold max-pane:col-start-3 max-pane:row-start-1',
      cell: ({ score }) => marks(score),
    },
  ];
  return (
    <section aria-labelledby="drills">
      <SectionHeader
        id="drills"
        title={t('list.title')}
        note={<span className="print:hidden">{t('list.note')}</span>}
      />
      <Panel>
        <DataTable
          caption={t('list.title')}
          columns={columns}
          rows={entries}
          rowKey={({ drill }) => drill}
          phoneGridClass="max-pane:grid-cols-[92px_minmax(0,1fr)_44px]"
        />
      </Panel>
    </section>
  );
};

/**
 * Whether the goal of the drill before was met, with the goal's title below. On a phone a drill without a goal leaves
 * the cell out.
 */
const GoalOutcome = ({ reached }: Pick<PortfolioRow, 'reached'>) => {
  const { t } = useTranslation('portfolio');
  if (reached === null) return <span className="text-ink-3 max-pane:hidden">—</span>;
  const { met, title, text } = reached;
  return (
    <span title={text} className="block max-pane:flex max-pane:flex-wrap max-pane:gap-x-6">
      <span className="hidden text-ink-3 max-pane:inline">{t('list.reached')}</span>
      <span className={met === 'met' ? 'text-good' : 'text-ink-2'}>{t(`list.met.${met}`)}</span>
      <span className="block text-12 text-ink-3 max-pane:wrap-anywhere max-pane:min-w-0">{title}</span>
    </span>
  );
};
