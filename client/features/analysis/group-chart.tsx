import { useState } from 'react';
import {
  type FigureId,
  figuresOf,
  type Grouping,
  groupFigures,
  groupingsOf,
} from '#client/features/analysis/model/service-data.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';

/** `allRows`: of them all it is chosen by and what, `rows`: those that are left by the filter. */
type Props = { kind: Analysis['kind']; allRows: readonly ServiceRow[]; rows: readonly ServiceRow[] };

/** One figure, group by group, as bars of one scale with the number behind each. */
export const GroupChart = ({ kind, allRows, rows }: Props) => {
  const { t } = useTranslation('analysis');
  const figures = figuresOf(kind, allRows);
  const groupings = groupingsOf(kind, allRows);
  const [figure, setFigure] = useState<FigureId>(figures[0] ?? 'served');
  const [grouping, setGrouping] = useState<Grouping>(
    kind === 'drills' ? 'title' : groupings.includes('who') ? 'who' : (groupings[0] ?? 'type'),
  );
  const groups = groupFigures(rows, grouping, figure);
  const nameOf = (value: Grouping) =>
    kind !== 'drills' && value === 'title' ? 'filter.shop' : (`by.${value}` as const);
  const isShare = figure.endsWith('Share') || figure === 'conversion' || figure === 'satisfied';
  const maxValue = Math.max(...groups.map(({ value }) => value ?? 0), isShare ? 100 : 0);
  return (
    <section aria-labelledby="analysis-chart">
      <SectionHeader id="analysis-chart" title={t('chart.title')} />
      <Panel className="p-14">
        <div className="mb-12 flex flex-wrap gap-12">
          <SelectField
            label={t('chart.figure')}
            className="w-140 max-pane:flex-1"
            value={figure}
            onChange={(event) => setFigure(event.target.value as FigureId)}
            choices={figures.map((value) => ({ value, label: t(`figures.${value}`) }))}
          />
          <SelectField
            label={t('chart.by')}
            className="w-140 max-pane:flex-1"
            value={grouping}
            onChange={(event) => setGrouping(event.target.value as Grouping)}
            choices={groupings.map((value) => ({ value, label: t(nameOf(value)) }))}
          />
        </div>
        {groups.length === 0 ? (
          <EmptyState title={t('chart.noRows')} />
        ) : (
          <ol className="m-0 flex list-none flex-col gap-6 p-0 max-pane:gap-10">
            {groups.map(({ name, rowCount: count, value }) => (
              <li
                key={name}
                className="grid grid-cols-[minmax(0,220px)_1fr_116px] items-center gap-x-10 max-pane:grid-cols-[1fr_auto]"
              >
                <span className="min-w-0 truncate" title={name === '' ? t('noName') : name}>
                  {name === '' ? t('noName') : name}
                </span>
                <span className="max-pane:order-3 max-pane:col-span-2">
                  <Bar share={value === null || maxValue === 0 ? 0 : value / maxValue} className="!h-10" />
                </span>
                <span className="whitespace-nowrap text-right tabular-nums">
                  {value === null ? (
                    <span className="text-ink-3">{t('chart.nothing')}</span>
                  ) : (
                    <b className="font-semibold">
                      {value} {t(`units.${figure}`)}
                    </b>
                  )}
                  <small className="ml-6 text-12 text-ink-3">
                    {t(kind === 'agent-days' ? 'chart.rows' : 'chart.n', { n: count })}
                  </small>
                </span>
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </section>
  );
};
