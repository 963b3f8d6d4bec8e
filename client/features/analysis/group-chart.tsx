import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  FIGURES,
  type FigureId,
  GROUPINGS,
  type Grouping,
  groupFigures,
} from '#client/features/analysis/model/service-data.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ServiceRow } from '#contract/analysis.ts';

/** One figure, group by group, as bars of one scale with the number behind each. */
export const GroupChart = ({ rows, showsNames }: { rows: readonly ServiceRow[]; showsNames: boolean }) => {
  const { t } = useTranslation('analysis');
  const [figure, setFigure] = useState<FigureId>('firstS');
  const [grouping, setGrouping] = useState<Grouping>('title');
  const groups = groupFigures(rows, grouping, figure);
  const maxValue = Math.max(...groups.map(({ value }) => value ?? 0), figure.endsWith('Share') ? 100 : 0);
  const groupings = GROUPINGS.filter((choice) => choice !== 'who' || showsNames);
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
            choices={FIGURES.map((value) => ({ value, label: t(`figures.${value}`) }))}
          />
          <SelectField
            label={t('chart.by')}
            className="w-140 max-pane:flex-1"
            value={grouping}
            onChange={(event) => setGrouping(event.target.value as Grouping)}
            choices={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
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
                  <small className="ml-6 text-12 text-ink-3">{t('chart.n', { n: count })}</small>
                </span>
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </section>
  );
};
