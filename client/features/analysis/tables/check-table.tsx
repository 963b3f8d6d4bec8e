import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { callWithFile } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Period, ReadColumn, TablePreview } from '#contract/service-data/tables.ts';
import { isPeriod, TablePeriod } from './table-period.tsx';

export type ReadFile = { file: File; preview: TablePreview };

/** What was read, before anything is stored: which column is what, and each cell that keeps the table from being stored. */
export const CheckTable = ({ read: { file, preview }, onDone }: { read: ReadFile; onDone: () => void }) => {
  const { t } = useTranslation('analysis');
  const { isBusy, error, send } = useSubmit();
  const { rows, first, last, agents, sums, faults, faultCount, period } = preview;
  const [days, setDays] = useState<Period>({
    first: period?.suggested?.first ?? '',
    last: period?.suggested?.last ?? '',
  });
  const isDated = period === undefined || isPeriod(days);
  const save = async () => {
    if ((await send(() => callWithFile('POST /api/service-tables', period === undefined ? {} : days, file))) === null)
      return;
    showToast(t('tables.saved', { n: rows }));
    onDone();
  };
  const columns: Column<ReadColumn>[] = [
    { id: 'column', head: t('tables.column'), className: 'text-ink-3', cell: ({ column }) => column },
    {
      ...{ id: 'head', head: t('tables.head'), isRowName: true, className: 'font-normal' },
      cell: ({ head }) => head,
    },
    { id: 'as', head: t('tables.as'), cell: (column) => <ReadAs column={column} /> },
  ];
  return (
    <section aria-labelledby="check">
      <SectionHeader id="check" isFirst title={t('tables.check', { file: file.name })} />
      <Panel>
        <p aria-live="polite" className="border-line border-b px-14 py-10 font-semibold">
          {clauses([
            first === null || last === null
              ? t(period === undefined ? 'tables.countsNone' : 'tables.countsPeriod', { rows, agents })
              : t('tables.counts', { rows, first, last, agents }),
            sums === 0 ? '' : t('tables.sums', { n: sums }),
          ])}
        </p>
        {period === undefined ? null : <TablePeriod period={period} days={days} onChange={setDays} />}
        {faultCount === 0 ? null : (
          <div className="border-line border-b bg-bad-tint px-14 py-10">
            <p className="flex items-center gap-6 font-semibold text-bad">
              <CircleAlert size={14} aria-hidden="true" />
              {t('tables.faults', { n: faultCount })}
            </p>
            <ul className="m-0 mt-6 list-none p-0">
              {faults.map(({ cell, message }, place) => (
                // One cell may have two faults, and neither changes while they are shown.
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <li key={place}>{t('tables.line', { cell, why: message })}</li>
              ))}
            </ul>
            {faultCount > faults.length ? (
              <p className="mt-6 text-12 text-ink-2">{t('tables.more', { n: faults.length })}</p>
            ) : null}
          </div>
        )}
        <DataTable
          caption={t('tables.check', { file: file.name })}
          columns={columns}
          rows={preview.columns}
          rowKey={({ column }) => column}
        />
        <div className="flex flex-col gap-10 border-line border-t bg-soft px-14 py-12">
          <Refused error={error} />
          <div className="flex flex-wrap gap-8">
            <Button
              kind="primary"
              disabled={isBusy}
              disabledReason={
                faultCount > 0 ? t('tables.faults', { n: faultCount }) : isDated ? null : t('tables.periodMissing')
              }
              onClick={() => void save()}
            >
              {t('tables.save', { n: rows })}
            </Button>
            <Button onClick={onDone}>{t('tables.again')}</Button>
          </div>
        </div>
      </Panel>
    </section>
  );
};

const ReadAs = ({ column: { as, unit } }: { column: ReadColumn }) => {
  const { t } = useTranslation('analysis');
  if (as === 'private') return <span className="text-warn">{t('tables.private')}</span>;
  if (as === 'unused') return <span className="text-ink-3">{t('tables.unused')}</span>;
  if (as === 'who') return t('tables.agents');
  return clauses([t(`tables.of.${as}`), unit === null ? '' : t(`tables.unit.${unit}`)]);
};
