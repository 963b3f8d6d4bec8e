import type { ReactNode } from 'react';
import { marks, percent, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TrendLine } from '#client/ui/charts/trend-line.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { PortfolioRow } from '#contract/portfolio.ts';
import { dimensionSeries, type FigureId, familySeries, figureValues, type Series } from './portfolio-figures.ts';

/** `untimed`: the figure needs the browser's keystroke times; where none came, the page says so. */
type ExtraFigure = Series & { scaleTop: number; format: (value: number) => string; needsTimes?: true };
type FigureGroup = { title: string; scaleTop?: number; series: Series[]; format: (value: number) => string };

/** Small multiples: the same time axis for every figure, one place a drill. */
export const Trends = ({ entries }: { entries: readonly PortfolioRow[] }) => {
  const { t } = useTranslation('portfolio');
  const percentText = (value: number): string => percent(marks(value));
  const figureSeries = (id: FigureId, name: string): Series => ({ id, name, values: figureValues(entries, id) });
  const groups: FigureGroup[] = [
    { title: t('trend.sides'), scaleTop: 100, series: dimensionSeries(entries), format: percentText },
    {
      title: t('trend.faults'),
      scaleTop: 4,
      series: familySeries(entries),
      format: (n) => t('trend.times', { n }),
    },
    {
      title: t('trend.pace'),
      scaleTop: 30,
      series: [figureSeries('firstResponseS', t('best.first')), figureSeries('meanResponseS', t('best.mean'))],
      format: seconds,
    },
  ];
  const extraFigures: ExtraFigure[] = [
    {
      ...figureSeries('charactersPerMinute', t('best.typing')),
      scaleTop: 60,
      format: (n) => t('trend.perMinute', { n: Math.round(n) }),
      needsTimes: true,
    },
    { ...figureSeries('satisfaction', t('best.satisfaction')), scaleTop: 100, format: percentText },
    { ...figureSeries('stars', t('best.stars')), scaleTop: 5, format: (n) => t('trend.stars', { n: marks(n) }) },
  ];
  const score: Series = {
    id: 'score',
    name: t('trend.score'),
    values: entries.toReversed().map((entry) => entry.score),
  };
  const hasValues = ({ values }: Series): boolean => values.some((value) => value !== null);
  return (
    <section aria-labelledby="trend">
      <SectionHeader
        id="trend"
        title={t('trend.title')}
        note={entries.length === 1 ? t('trend.single') : t('trend.note', { count: entries.length })}
      />
      <Panel className="print:border-x-0">
        {groups.map(({ title, series, scaleTop, format }, index) => (
          <TrendGroup key={title} title={title}>
            {index === 0 ? <Trend series={score} scaleTop={100} format={marks} /> : null}
            {series.filter(hasValues).map((measured) => (
              <Trend
                key={measured.id}
                series={measured}
                format={format}
                {...(scaleTop === undefined ? {} : { scaleTop })}
              />
            ))}
            {index === groups.length - 1
              ? extraFigures
                  .filter((extra) => extra.needsTimes || hasValues(extra))
                  .map(({ format: showValue, scaleTop, needsTimes = false, ...figure }) => (
                    <Trend
                      key={figure.id}
                      series={figure}
                      scaleTop={scaleTop}
                      format={showValue}
                      needsTimes={needsTimes}
                    />
                  ))
              : null}
          </TrendGroup>
        ))}
      </Panel>
    </section>
  );
};

const TrendGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="border-line border-b px-16 py-12 last:border-b-0 max-pane:px-14 print:break-inside-avoid print:px-0">
    <h3 className="mb-8 text-12 text-ink-3">{title}</h3>
    <ul className="grid grid-cols-4 gap-x-24 gap-y-16 max-side:grid-cols-3 max-pane:grid-cols-2 max-pane:gap-x-16 print:grid-cols-4">
      {children}
    </ul>
  </section>
);

type TrendProps = { series: Series; scaleTop?: number; format: (value: number) => string; needsTimes?: boolean };

/** The latest value large, the one before beside it, the way there below. */
const Trend = ({ series: { name, values }, scaleTop, format, needsTimes = false }: TrendProps) => {
  const { t } = useTranslation('portfolio');
  const knownValues = values.flatMap((value) => value ?? []);
  const lastKnown = knownValues.at(-1);
  const previous = knownValues.at(-2);
  const latest = values.at(-1) ?? null;
  return (
    <li className="min-w-0">
      <p className="cut text-12 text-ink-2">{name}</p>
      <p className="flex flex-wrap items-baseline gap-x-8">
        <b className="whitespace-nowrap text-15">
          {latest === null ? t(needsTimes ? 'trend.untimed' : 'trend.nothing') : format(latest)}
        </b>
        {values.length < 2 ? null : (
          <span className="whitespace-nowrap text-12 text-ink-3">
            {latest === null
              ? lastKnown === undefined
                ? null
                : t('trend.before', { value: format(lastKnown) })
              : previous === undefined
                ? t('trend.firstTime')
                : t('trend.before', { value: format(previous) })}
          </span>
        )}
      </p>
      {needsTimes && knownValues.length === 0 ? <p className="text-12 text-ink-3">{t('trend.untimedText')}</p> : null}
      {knownValues.length < 2 || lastKnown === undefined ? null : (
        <TrendLine
          values={values}
          label={t('trend.line', {
            name,
            count: knownValues.length,
            low: format(Math.min(...knownValues)),
            high: format(Math.max(...knownValues)),
            last: format(lastKnown),
          })}
          {...(scaleTop === undefined ? {} : { scaleTop })}
        />
      )}
    </li>
  );
};
