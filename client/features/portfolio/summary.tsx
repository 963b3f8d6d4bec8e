import { marks, percent, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { PortfolioRow, Suggestion } from '#contract/portfolio.ts';
import { bestOf, weakSpots } from './portfolio-figures.ts';

/** What is weak now in one sentence, the way to practise it, and the bests. */
export const Summary = ({
  entries,
  suggestion,
}: {
  entries: readonly PortfolioRow[];
  suggestion: Suggestion | null;
}) => {
  const { t } = useTranslation('portfolio');
  const shownFigure = (id: keyof PortfolioRow['figures'], better: 'high' | 'low') =>
    bestOf(entries, ({ figures }) => figures[id], better);
  const bests = [
    { name: t('best.score'), value: bestOf(entries, ({ score }) => score, 'high'), show: marks },
    { name: t('best.first'), value: shownFigure('firstResponseS', 'low'), show: seconds },
    { name: t('best.mean'), value: shownFigure('meanResponseS', 'low'), show: seconds },
    {
      name: t('best.typing'),
      value: shownFigure('charactersPerMinute', 'high'),
      show: (n: number) => t('trend.perMinute', { n: Math.round(n) }),
    },
    {
      name: t('best.satisfaction'),
      value: shownFigure('satisfaction', 'high'),
      show: (n: number) => percent(marks(n)),
    },
    {
      name: t('best.stars'),
      value: shownFigure('stars', 'high'),
      show: (n: number) => t('trend.stars', { n: marks(n) }),
    },
  ].flatMap(({ name, value, show }) => (value === null ? [] : [{ name, value: show(value) }]));
  return (
    <Panel className="print:border-x-0">
      <section
        aria-labelledby="weak"
        className="flex flex-wrap items-center gap-x-24 gap-y-12 px-24 py-20 max-pane:p-14 print:px-0"
      >
        <div className="min-w-0 flex-1 basis-320">
          <h2 id="weak" className="text-12 text-ink-3">
            {t('weak.label')}
          </h2>
          <p className="mt-2 text-pretty font-semibold text-18">
            <WeakSentence entries={entries} />
          </p>
        </div>
        {suggestion === null ? null : (
          <ButtonLink kind="primary" to={`/start?scenarios=${suggestion.scenario}`} className="print:hidden">
            {t('weak.practise', { title: suggestion.title })}
          </ButtonLink>
        )}
      </section>
      {entries.length === 1 ? null : (
        <section aria-labelledby="bests" className="border-line border-t px-24 py-12 max-pane:px-14 print:px-0">
          <h2 id="bests" className="mb-4 text-12 text-ink-3">
            {t('best.title')}
          </h2>
          <dl className="flex flex-wrap gap-x-28 gap-y-8">
            {bests.map(({ name, value }) => (
              <div key={name}>
                <dt className="text-12 text-ink-3">{name}</dt>
                <dd className="font-semibold text-18">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Panel>
  );
};

const WeakSentence = ({ entries }: { entries: readonly PortfolioRow[] }) => {
  const { t } = useTranslation('portfolio');
  const { of, left, spots } = weakSpots(entries);
  const [first, second] = spots;
  if (of === 0 && left > 0) return left === 1 ? t('weak.leftOnce') : t('weak.left', { n: left });
  const what = left > 0 ? t('weak.served', { of }) : of === 1 ? t('weak.once') : t('weak.latest', { of });
  if (first === undefined) return t('weak.clean', { what });
  const { name, count } = first;
  if (second === undefined) return t('weak.one', { what, name, count, marks: marks(first.marks) });
  return t('weak.two', { what, name, count, marks: marks(first.marks), title: second.name, others: second.count });
};
