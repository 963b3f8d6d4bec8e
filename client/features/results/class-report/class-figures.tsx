import { marks, oneDecimal, percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import type { ClassFigures } from '#contract/results.ts';
import { SpreadChart } from './spread-chart.tsx';

/** A dimension below this percentage is drawn as weak: the rubric's own pass mark. */
const PASS_PERCENT = 60;

/** How it went: the middle of the class, how the scores lie, the six sides. */
export const ClassFiguresView = ({ figures, spread }: { figures: ClassFigures; spread: readonly number[] }) => {
  const { t } = useTranslation('results');
  const marksOrDash = (value: number | null): string => (value === null ? '—' : marks(value));
  const secondsOrDash = (value: number | null): string =>
    value === null ? '—' : t('class.s', { n: oneDecimal(value) });
  const figureRows = [
    { name: t('class.mean'), value: marksOrDash(figures.mean) },
    { name: t('class.median'), value: marksOrDash(figures.median) },
    { name: t('class.passed'), value: `${figures.passed} / ${figures.n}` },
    { name: t('class.excellent'), value: `${figures.excellent} / ${figures.n}` },
    { name: t('class.first'), value: secondsOrDash(figures.firstResponseS) },
    { name: t('class.meanResponse'), value: secondsOrDash(figures.meanResponseS) },
    ...(figures.rush === undefined
      ? []
      : [
          { name: t('class.served'), value: marksOrDash(figures.rush.served) },
          { name: t('class.lost'), value: marksOrDash(figures.rush.lost) },
          { name: t('class.p80First'), value: secondsOrDash(figures.rush.p80FirstS) },
          { name: t('class.mostAtOnce'), value: marksOrDash(figures.rush.mostAtOnce) },
        ]),
  ];
  return (
    <>
      <dl className="flex flex-wrap gap-x-28 gap-y-8 border-line border-b pb-12 print:pb-6">
        {figureRows.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-12 text-ink-3">{name}</dt>
            <dd className="font-semibold text-18">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-12 grid grid-cols-2 gap-28 max-pane:grid-cols-1 max-pane:gap-16 print:mt-6">
        <section aria-labelledby="spread">
          <h2 id="spread" className="mb-6 font-semibold text-15">
            {t('class.spread')}
          </h2>
          <SpreadChart spread={spread} />
        </section>
        <section aria-labelledby="sides">
          <h2 id="sides" className="mb-6 font-semibold text-15">
            {t('class.sides')}
          </h2>
          <ul className="flex flex-col gap-4">
            {figures.dimensions.map(({ id, name, percent: reached }) => (
              <li
                key={id}
                className="grid grid-cols-[64px_minmax(0,1fr)_52px] items-center [&:lang(en)]:grid-cols-[92px_minmax(0,1fr)_52px] gap-10"
              >
                <span>{name}</span>
                <Bar share={(reached ?? 0) / 100} isLow={reached !== null && reached < PASS_PERCENT} />
                <span
                  className={
                    reached !== null && reached < PASS_PERCENT ? 'text-right font-semibold text-bad' : 'text-right'
                  }
                >
                  {reached === null ? t('sheet.none') : percent(oneDecimal(reached))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
};
