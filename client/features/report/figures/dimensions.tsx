import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Report } from '#contract/report.ts';
import { LostMarks } from './lost-marks.tsx';

type Dimension = Report['dimensions'][number];
/** Below this share of its marks a dimension's bar is red. */
const LOW_SHARE = 0.6;

export const Dimensions = ({ report, numbers }: { report: Report; numbers: ReadonlyMap<string, number> }) => {
  const { t } = useTranslation('report');
  const shareOfWeight = (row: Dimension): number =>
    row.marks === null || row.weight === 0 ? 0 : row.marks / row.weight;
  const columns: Column<Dimension>[] = [
    {
      id: 'name',
      head: t('dimensions.name'),
      isRowName: true,
      className: 'whitespace-nowrap max-pane:wrap-anywhere max-pane:whitespace-normal',
      cell: (row) => row.name,
    },
    {
      id: 'marks',
      head: t('dimensions.marks'),
      align: 'right',
      cell: (row) =>
        row.marks === null ? (
          <span className="text-ink-3">{t('dimensions.none')}</span>
        ) : (
          <>
            <b>{marks(row.marks)}</b> <span className="text-ink-3">/ {marks(row.weight)}</span>
          </>
        ),
    },
    {
      id: 'bar',
      head: t('dimensions.share'),
      hideHead: true,
      className: 'w-170 max-pane:w-auto print:w-100',
      cell: (row) =>
        row.marks === null ? null : <Bar share={shareOfWeight(row)} isLow={shareOfWeight(row) < LOW_SHARE} />,
    },
    {
      id: 'lost',
      head: t('dimensions.lost'),
      className: 'text-ink-2 max-pane:col-span-full max-pane:text-12 max-pane:empty:hidden',
      cell: (row) =>
        row.marks === null ? (
          t(report.unjudged ? 'dimensions.nothing' : 'dimensions.noOpportunity')
        ) : (
          <LostMarks {...{ row, report, numbers }} />
        ),
    },
  ];
  return (
    <section aria-labelledby="dimensions">
      <SectionHeader
        id="dimensions"
        title={t('dimensions.title')}
        note={t('dimensions.rubric', { date: report.rubric.date })}
      />
      <Panel>
        <DataTable
          caption={t('dimensions.title')}
          columns={columns}
          rows={report.dimensions}
          rowKey={(row) => row.id}
          phoneGridClass="max-pane:grid-cols-[72px_minmax(84px,auto)_minmax(0,1fr)] max-pane:[&:lang(en)]:grid-cols-[152px_auto_minmax(0,1fr)]"
        />
      </Panel>
    </section>
  );
};
