import { shownValue } from '#client/features/report/model/shown-value.ts';
import { MetCount } from '#client/features/report/rush/met-count.tsx';
import { RushDisclosure } from '#client/features/report/rush/rush-disclosure.tsx';
import { percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Measure, Report } from '#contract/report.ts';
import { GoalMet } from './goal-met.tsx';
import { StarRating } from './star-rating.tsx';

export const Measures = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const columns: Column<Measure>[] = [
    { id: 'name', head: t('measures.name'), isRowName: true, className: 'whitespace-nowrap', cell: (row) => row.name },
    {
      id: 'value',
      head: t('measures.value'),
      align: 'right',
      cell: (row) => <b className={row.ok === false ? 'text-bad' : undefined}>{shownValue(row.value, row.unit)}</b>,
    },
    {
      id: 'target',
      head: t('measures.target'),
      align: 'right',
      // On a phone the table's head is hidden, so this cell stands below the name with a label of its own.
      className:
        'text-ink-3 max-pane:order-1 max-pane:col-span-full max-pane:text-left max-pane:text-12 max-pane:empty:hidden',
      cell: (row) => <Target row={row} />,
    },
    {
      id: 'ok',
      head: t('measures.ok'),
      className: 'whitespace-nowrap',
      cell: (row) => <GoalMet isMet={row.ok} hasGoal={row.target !== null} />,
    },
    {
      id: 'formula',
      head: t('measures.formula'),
      className: 'text-12 text-ink-2 max-pane:order-2 max-pane:col-span-full',
      cell: (row) => row.formula,
    },
    {
      id: 'worked',
      head: t('measures.worked'),
      className: 'text-12 text-ink-2 max-pane:order-3 max-pane:col-span-full',
      cell: (row) => row.worked,
    },
  ];
  return (
    <section aria-labelledby="measures">
      <SectionHeader id="measures" title={t('measures.title')} note={t('measures.note')} />
      <Panel>
        {report.star === null ? null : <StarRating star={report.star} />}
        <RushDisclosure report={report} head={<MetCount rows={report.measures} />}>
          <DataTable
            caption={t('measures.title')}
            columns={columns}
            rows={report.measures}
            rowKey={(row) => row.id}
            phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto_auto]"
          />
        </RushDisclosure>
      </Panel>
    </section>
  );
};

const Target = ({ row: { target, unit } }: { row: Measure }) => {
  const { t } = useTranslation('report');
  if (target === null) return null;
  const line = unit === 'percent' ? percent(target) : target;
  return (
    <>
      <span className="max-pane:hidden">{line}</span>
      <span className="hidden max-pane:inline">{t('measures.targetIs', { target: line })}</span>
    </>
  );
};
