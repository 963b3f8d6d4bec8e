import { shownValue } from '#client/features/report/model/shown-value.ts';
import { MetCount } from '#client/features/report/rush/met-count.tsx';
import { RushDisclosure } from '#client/features/report/rush/rush-disclosure.tsx';
import { limitSeconds, percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Report } from '#contract/report.ts';
import { GoalMet } from './goal-met.tsx';
import { PlatformDifferences } from './platform-differences.tsx';

type Row = Report['platforms'][number];

/** A target in seconds is a maximum, a target share a minimum. */
const targetOf = (row: Row): string => {
  if (row.target === null) return '';
  return row.unit === 's' ? `≤${limitSeconds(row.target)}` : `≥${percent(row.target)}`;
};

/** The same conversations by each platform's own rule; every row carries its rule's date. */
export const Platforms = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  if (report.platforms.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      id: 'platform',
      head: t('platforms.name'),
      isRowName: true,
      className: 'whitespace-nowrap max-pane:wrap-anywhere max-pane:whitespace-normal',
      cell: (row) => row.platform,
    },
    { id: 'figure', head: t('platforms.figure'), className: 'whitespace-nowrap', cell: (row) => row.figure },
    {
      id: 'value',
      head: t('measures.value'),
      align: 'right',
      cell: (row) => <b className={row.ok === false ? 'text-bad' : undefined}>{shownValue(row.value, row.unit)}</b>,
    },
    {
      id: 'target',
      head: t('platforms.target'),
      align: 'right',
      className: 'text-ink-3 max-pane:text-left',
      cell: targetOf,
    },
    {
      id: 'ok',
      head: t('measures.ok'),
      className: 'whitespace-nowrap max-pane:col-span-2 max-pane:text-right',
      cell: (row) => <GoalMet isMet={row.ok} hasGoal={row.target !== null} />,
    },
    {
      id: 'formula',
      head: t('measures.formula'),
      className: 'text-12 text-ink-2 max-pane:col-span-full',
      cell: (row) => (
        <>
          {row.worked}
          <span className="block text-ink-3">{row.formula}</span>
        </>
      ),
    },
    {
      id: 'date',
      head: t('platforms.date'),
      className: 'whitespace-nowrap text-12 text-ink-3 max-pane:col-span-full',
      cell: (row) => row.date,
    },
  ];
  return (
    <section aria-labelledby="platforms">
      <SectionHeader id="platforms" title={t('platforms.title')} note={t('platforms.note')} />
      <Panel>
        <RushDisclosure report={report} head={<MetCount rows={report.platforms} />}>
          <DataTable
            caption={t('platforms.title')}
            columns={columns}
            rows={report.platforms}
            rowKey={(row) => `${row.platform} ${row.figure}`}
            phoneGridClass="max-pane:grid-cols-[84px_minmax(0,1fr)_auto]"
          />
          <PlatformDifferences report={report} />
        </RushDisclosure>
      </Panel>
    </section>
  );
};
