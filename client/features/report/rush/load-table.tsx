import { shownValue } from '#client/features/report/model/shown-value.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import type { RushReport } from '#contract/wire/rush-report.ts';

type LoadGroup = RushReport['byLoad'][number];
const FIGURES = ['medianFirstS', 'p80FirstS', 'medianS', 'p80S'] as const;

/** Response times by the most customers at the desk at once during the wait. */
export const LoadTable = ({ rush }: { rush: RushReport }) => {
  const { t } = useTranslation('report');
  if (rush.byLoad.length === 0) return null;
  const columns: Column<LoadGroup>[] = [
    {
      id: 'load',
      head: t('rush.load.head'),
      isRowName: true,
      className: 'whitespace-nowrap max-pane:col-span-full',
      cell: ({ from, to }) => (to === null ? t('rush.load.more', { from }) : t('rush.load.range', { from, to })),
    },
    {
      id: 'rounds',
      head: t('rush.load.rounds'),
      align: 'right',
      className: 'whitespace-nowrap max-pane:text-left',
      cell: ({ rounds }) => (
        <>
          <span className="hidden text-12 text-ink-3 max-pane:block" aria-hidden="true">
            {t('rush.load.rounds')}
          </span>
          {t('rush.load.times', { n: rounds })}
        </>
      ),
    },
    ...FIGURES.map(
      (figure): Column<LoadGroup> => ({
        id: figure,
        head: t(`rush.load.${figure}`),
        align: 'right',
        className: 'whitespace-nowrap max-pane:text-left',
        cell: (group) => (
          <>
            <span className="hidden text-12 text-ink-3 max-pane:block" aria-hidden="true">
              {t(`rush.load.${figure}`)}
            </span>
            {shownValue(group[figure], 's')}
          </>
        ),
      }),
    ),
  ];
  return (
    <div className="border-line border-t [&_tr>*:first-child]:pl-14 [&_tr>*:last-child]:pr-14 max-pane:[&_tr>*]:p-0!">
      <DataTable
        caption={t('rush.load.caption')}
        columns={columns}
        rows={rush.byLoad}
        rowKey={({ from }) => String(from)}
        phoneGridClass="max-pane:grid-cols-3 max-pane:gap-y-4"
      />
      <p className="border-line border-t px-14 py-8 text-12 text-ink-3">{t('rush.load.note')}</p>
    </div>
  );
};
