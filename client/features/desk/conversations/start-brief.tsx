import '#client/drill/status/practice-strings.ts';
import { CaseBrief } from '#client/drill/shop/case-brief.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { DrillSummary } from '#contract/bodies.ts';

/**
 * What the case trains, above 开始: whoever came by 进接待台 has seen no start card. Nothing where it isn't to be had: the
 * drill doesn't wait for it.
 */
export const StartBrief = ({ scenarios }: { scenarios: DrillSummary['scenarios'] }) => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/start-card', { scenarios: scenarios.map(({ id }) => id).join(',') }));
  // Its place is kept while it loads, so that 开始 doesn't move under the pointer.
  if (loaded.state === 'loading') return <div className="h-64" />;
  if (loaded.state === 'failed') return null;
  const cards = loaded.value.scenarios;
  return cards.every(({ short }) => short) ? (
    // What each asks is a surprise; the title would say it.
    <p className="mt-8">{t('startCard.roundTrains')}</p>
  ) : (
    <ul className="mt-4">
      {cards.map((card) => (
        <CaseBrief key={card.id} scenario={card} showsTitle />
      ))}
    </ul>
  );
};
