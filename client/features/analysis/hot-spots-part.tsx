import { useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { HotSpots, HotTopic } from '#contract/service-data/hot-spots.ts';

const SPANS = ['weeks', 'months'] as const;
const MONTH_LENGTH = '2026-11'.length;

type Props = { id: string; title: string; note?: string; spots: HotSpots };

/** 咨询热点 and complaint types by week or month; of a single week bars, since there is nothing to follow yet. */
export const HotSpotsPart = ({ id, title, note, spots: { byMonth, uncounted, period, ...byWeek } }: Props) => {
  const { t } = useTranslation('analysis');
  const [span, setSpan] = useState<'weeks' | 'months'>('weeks');
  const { weeks } = byWeek;
  const { topics, complaints } = span === 'weeks' ? byWeek : byMonth;
  const columns = span === 'weeks' ? weeks : byMonth.months;
  const ofOneWeek = weeks.length === 1 ? t('spots.oneWeek', { week: weeks[0] ?? '' }) : note;
  const noteOfWeeks = period === undefined ? ofOneWeek : t('spots.period', period);
  return (
    <section aria-labelledby={id}>
      <SectionHeader id={id} title={title} note={noteOfWeeks} />
      <Panel>
        {topics.length + complaints.length === 0 ? (
          <EmptyState title={t('spots.none')} text={t('spots.noneText')} />
        ) : (
          <>
            {weeks.length === 1 ? null : (
              <div className="px-14 py-8">
                <Segmented
                  label={t('spots.by')}
                  value={span}
                  options={SPANS.map((value) => ({ value, label: t(`spots.${value}`) }))}
                  onChange={setSpan}
                />
              </div>
            )}
            <Topics name={t('spots.topics')} columns={columns} topics={topics} />
            <Topics name={t('spots.complaints')} columns={columns} topics={complaints} />
            {uncounted === undefined ? null : (
              <p className="border-line border-t px-14 py-10 text-12 text-ink-2">
                {t('spots.uncounted', { n: uncounted })}
              </p>
            )}
          </>
        )}
      </Panel>
    </section>
  );
};

const Topics = ({ name, columns: spans, topics }: { name: string; columns: string[]; topics: HotTopic[] }) => {
  const { t } = useTranslation('analysis');
  if (topics.length === 0)
    return <p className="border-line border-t px-14 py-10 text-ink-2">{t('spots.without', { name })}</p>;
  const most = Math.max(...topics.map(({ total }) => total));
  const columns: Column<HotTopic>[] = [
    { id: 'name', head: name, isRowName: true, className: 'min-w-120 font-normal', cell: (topic) => topic.name },
    { id: 'total', head: t('spots.total'), align: 'right', className: 'tabular-nums', cell: ({ total }) => total },
    ...(spans.length === 1
      ? [
          {
            ...{ id: 'bar', head: t('spots.share'), hideHead: true, className: 'w-[50%]' },
            cell: ({ total }: HotTopic) => <Bar share={total / most} className="!h-10" />,
          },
        ]
      : spans.map(
          (start, place): Column<HotTopic> => ({
            // A month has its year, a week its Monday.
            ...{
              id: start,
              head: start.length > MONTH_LENGTH ? start.slice('2026-'.length) : start,
              align: 'right',
              className: 'tabular-nums',
            },
            cell: ({ counts }) => (counts[place] === 0 ? <span className="text-ink-3">–</span> : counts[place]),
          }),
        )),
  ];
  return <DataTable caption={name} columns={columns} rows={topics} rowKey={(topic) => topic.name} />;
};
